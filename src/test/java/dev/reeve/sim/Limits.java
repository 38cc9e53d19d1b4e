package dev.reeve.sim;

import dev.reeve.files.Disk;
import dev.reeve.launch.Mark;
import dev.reeve.settings.Settings;
import dev.reeve.settings.SettingsFile;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.text.Parsed;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must hold in the very moment in which a program begins, by what the workspace's own files say: each attempt is run
 * once, each task has one attempt at work, and no limit is exceeded.
 */
public final class Limits implements SimMachine.Watch {

    /** A change of reeve.yaml is taken in at the next scan; until then the older one may still be what was asked for. */
    private static final Duration LAG = Duration.ofSeconds(90);

    /** A program begins a moment after its start was counted. */
    private static final Duration ALMOST_AN_HOUR = Duration.ofMinutes(59);

    private static final Pattern CONCURRENCY = Pattern.compile("(?m)^concurrency: (\\d+)$");

    /** What an attempt at work takes a place of. */
    private record Taken(
            String agent,
            boolean memory,
            boolean urgent,
            String group,
            String directory,
            String parent,
            int depth,
            Instant at) {}

    /** A reeve.yaml that was good, and when the next one took its place. */
    private record InForce(byte[] content, Settings settings, Instant until) {}

    private final Workspace workspace;
    private final Map<Mark, Taken> begun = new HashMap<>();
    private final List<InForce> settings = new ArrayList<>();
    private final Map<String, Integer> concurrency = new HashMap<>();
    private final Set<String> removed = new HashSet<>();
    private boolean clockWasSet;

    public Limits(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Limits atNextBoot() {
        Limits next = new Limits(workspace);
        next.begun.putAll(begun);
        next.settings.addAll(settings);
        next.concurrency.putAll(concurrency);
        next.removed.addAll(removed);
        next.clockWasSet = clockWasSet;
        return next;
    }

    /** A person removes it: its files say nothing any more, and its processes are stopped. */
    public void removed(String task) {
        removed.add(task);
    }

    /** Starts within an hour by a clock that was set mean nothing, nor does how long something has been in force. */
    public void clockWasSet() {
        clockWasSet = true;
    }

    /** Reads reeve.yaml: to be called before and after each change of it. */
    public void readSettings(SimMachine machine) throws IOException {
        byte[] content = machine.disk.stat(workspace.settings()) == null
                ? new byte[0]
                : machine.disk.read(workspace.settings(), 0, SettingsFile.LIMIT);
        InForce last = settings.isEmpty() ? null : settings.get(settings.size() - 1);
        if (last != null && Arrays.equals(last.content, content)) {
            return;
        }
        Parsed<Settings> read = SettingsFile.read("reeve.yaml", content);
        if (!(read instanceof Parsed.Good<Settings> good)) {
            return;
        }
        if (last != null) {
            settings.set(
                    settings.size() - 1,
                    new InForce(last.content, last.settings, machine.time.now().plus(LAG)));
        }
        settings.add(new InForce(content, good.value(), Instant.MAX));
    }

    @Override
    public void look(SimMachine machine) {
        try {
            readSettings(machine);
            check(machine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(SimMachine machine) throws IOException {
        Run newest = machine.runs().get(machine.runs().size() - 1);
        if (begun.containsKey(newest.mark())) {
            throw new AssertionError(newest.mark() + " was run twice");
        }
        begun.put(newest.mark(), takenBy(newest, machine.disk));
        within(machine, newest.mark());
        int depth = begun.get(newest.mark()).depth;
        int deepest = width(one -> one.limits().maxDepth());
        if (depth > deepest) {
            throw new AssertionError(newest.mark() + " is " + depth + " deep, where " + deepest + " is allowed");
        }
    }

    private void within(SimMachine machine, Mark newest) throws IOException {
        Set<Mark> working = new HashSet<>();
        machine.processes.ofTasks().stream()
                .filter(process -> !process.shim())
                .forEach(process -> working.add(process.mark()));
        Set<String> tasks = new HashSet<>();
        for (Mark mark : working) {
            if (!tasks.add(mark.task())) {
                throw new AssertionError("two attempts of " + mark.task() + " are at work");
            }
        }
        working.removeIf(mark -> !mark.equals(newest) && lends(machine.disk, mark));
        Taken taken = begun.get(newest);
        List<Taken> all = working.stream().map(begun::get).toList();
        atMost("in the workspace", all, any -> true, width(one -> one.limits().maxConcurrent()));
        if (!taken.urgent) {
            atMost(
                    "that are not urgent",
                    all,
                    any -> !any.urgent,
                    width(one -> one.limits().maxConcurrent() - one.limits().reserveUrgent()));
        }
        if (taken.memory) {
            atMost(
                    "of agent " + taken.agent,
                    all,
                    any -> any.memory && any.agent.equals(taken.agent),
                    concurrency(machine.disk, taken.agent));
        }
        if (taken.group != null) {
            Predicate<Taken> inGroup = any -> taken.group.equals(any.group);
            atMost(
                    "of group " + taken.group,
                    all,
                    inGroup,
                    width(one -> group(one, taken).concurrency()));
            int perHour = width(one -> group(one, taken).perHour());
            if (perHour > 0 && !clockWasSet) {
                Instant since = taken.at.minus(ALMOST_AN_HOUR);
                List<Taken> lately = begun.values().stream()
                        .filter(any -> any.at.isAfter(since))
                        .toList();
                atMost("within an hour of group " + taken.group, lately, inGroup, perHour);
            }
        }
        if (taken.parent != null) {
            atMost(
                    "of the children of " + taken.parent,
                    all,
                    any -> taken.parent.equals(any.parent),
                    width(one -> one.limits().maxActiveChildren()));
        }
        if (taken.directory != null) {
            atMost("in " + taken.directory, all, any -> Objects.equals(any.directory, taken.directory), 1);
        }
    }

    /** One that has waited for its children goes on, with its places. */
    @Override
    public void goesOn(SimMachine machine, Mark mark) {
        try {
            readSettings(machine);
            within(machine, mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It waits, and its places are lent. One that is being removed tells nobody any more. */
    private boolean lends(Disk disk, Mark mark) {
        if (removed.contains(mark.task())) {
            return true;
        }
        try {
            for (State state : State.values()) {
                TaskFolder task = workspace.task(state, mark.task());
                if (state != State.DONE && disk.stat(task.record()) != null) {
                    Path waits = task.attempt(mark.attempt()).waits();
                    return disk.stat(waits) == null || !disk.list(waits).isEmpty();
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Settings.Group group(Settings settings, Taken taken) {
        return settings.groups().getOrDefault(taken.group, new Settings.Group(Integer.MAX_VALUE, 0));
    }

    private static void atMost(String words, List<Taken> all, Predicate<Taken> counted, int width) {
        long count = all.stream().filter(counted).count();
        if (count > width) {
            throw new AssertionError(count + " at work " + words + ", where " + width + " are allowed");
        }
    }

    /** The widest that was lately asked for. */
    private int width(ToIntFunction<Settings> limit) {
        Instant now =
                begun.values().stream().map(Taken::at).max(Instant::compareTo).orElseThrow();
        return settings.stream()
                .filter(one -> clockWasSet || one.until.isAfter(now))
                .mapToInt(one -> limit.applyAsInt(one.settings))
                .max()
                .orElseThrow();
    }

    private int concurrency(Disk disk, String agent) throws IOException {
        Path file = workspace.agent(agent).config();
        if (disk.stat(file) != null) {
            Matcher said = CONCURRENCY.matcher(new String(disk.read(file, 0, 1 << 16), StandardCharsets.UTF_8));
            concurrency.merge(agent, said.find() ? Integer.parseInt(said.group(1)) : 1, Math::max);
        }
        // what it said before it was removed or broken is what the supervisor goes by
        return concurrency.getOrDefault(agent, Integer.MAX_VALUE);
    }

    private Taken takenBy(Run run, Disk disk) throws IOException {
        TaskRecord record = null;
        for (State state : State.values()) {
            if (state != State.DONE && record == null) {
                record = TaskRecords.read(disk, workspace.task(state, run.task()));
            }
        }
        if (record == null) {
            // somebody removed it in this very moment
            return new Taken(run.agent(), false, true, null, null, null, 0, run.at());
        }
        return new Taken(
                run.agent(),
                record.memory(),
                record.priority() == 1,
                record.spec().group(),
                record.spec().cwd(),
                record.kin() == null ? null : record.kin().parent(),
                record.depth(),
                run.at());
    }
}
