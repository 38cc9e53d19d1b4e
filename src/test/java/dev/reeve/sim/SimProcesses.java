package dev.reeve.sim;

import dev.reeve.launch.Errand;
import dev.reeve.launch.Home;
import dev.reeve.launch.Identity;
import dev.reeve.launch.Mark;
import dev.reeve.launch.Processes;
import dev.reeve.launch.Seen;
import dev.reeve.launch.Spawn;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** The processes of a simulated machine, from one boot to the next. They outlive the supervisor that started them. */
public final class SimProcesses implements Processes {

    /** Between two things that others may come between: two steps of a shim, a signal and the end that it leads to. */
    static final Duration MOMENT = Duration.ofMillis(1);

    private static final int TERM_STATUS = 143;
    private static final int KILL_STATUS = 137;

    private final String boot;
    private final SimDisk disk;
    private final SimTime time;
    private final ProgramOf programs;
    private final List<Run> runs;
    private final Runnable watch;
    private final Consumer<Mark> watchAgain;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Mark> impatient = new ArrayList<>();
    private final Map<Long, SimProcess> alive = new TreeMap<>();
    private long lastPid = 100;
    private Function<Errand, Outcome> errand = any -> new Outcome(MOMENT, new Errand.Outcome(0, "", ""));
    private Shims shims = new Shims(MOMENT, true);
    private boolean busy;
    private ShimMoment troubledMoment;
    private ShimMoment.Trouble trouble;

    /**
     * @param programs what a program does, by the attempt that it is
     * @param runs where each program that really runs is noted
     * @param watch called whenever one begins
     * @param watchAgain called whenever one has waited, and goes on
     */
    SimProcesses(
            String boot,
            SimDisk disk,
            SimTime time,
            ProgramOf programs,
            List<Run> runs,
            Runnable watch,
            Consumer<Mark> watchAgain) {
        this.boot = boot;
        this.disk = disk;
        this.time = time;
        this.programs = programs;
        this.runs = runs;
        this.watch = watch;
        this.watchAgain = watchAgain;
    }

    /**
     * How shims are on this machine.
     *
     * @param pace between two of their steps
     * @param claimExclusively false only to see whether anybody notices
     */
    public record Shims(Duration pace, boolean claimExclusively) {}

    public void shimsAre(Shims different) {
        shims = different;
    }

    public Shims shims() {
        return shims;
    }

    /** A process that is nobody's task: the supervisor itself. */
    SimProcess stranger(String command) {
        return born(1, 0, null, false, command);
    }

    SimProcess born(long parent, long session, Mark mark, boolean stubborn, String command) {
        Identity identity = newIdentity();
        long itsSession = session == 0 ? identity.pid() : session;
        SimProcess process = new SimProcess(identity, parent, itsSession, mark, stubborn, command) {
            @Override
            void end(int status) throws IOException {
                super.end(status);
                ended(this);
            }
        };
        took(process);
        return process;
    }

    /** A number that nobody had before, with the start time in ticks. */
    Identity newIdentity() {
        return new Identity(++lastPid, Long.toString(time.nanos() / 10_000_000));
    }

    void took(SimProcess process) {
        alive.put(process.pid(), process);
        if (busy) {
            process.starve();
        }
    }

    /** The machine is so busy that nobody but the supervisor gets on, until {@link #feed}. */
    public void starve() {
        busy = true;
        alive.values().forEach(SimProcess::starve);
    }

    /** Everybody gets on again. */
    public void feed() throws IOException {
        busy = false;
        for (SimProcess process : List.copyOf(alive.values())) {
            process.feed();
        }
    }

    /** Everybody gets on again, and each shim takes all of its next steps at this very moment. */
    public void rush() throws IOException {
        feed();
        for (SimProcess process : List.copyOf(alive.values())) {
            if (process instanceof SimShim shim) {
                shim.rush();
            }
        }
    }

    void ended(SimProcess process) {
        alive.remove(process.pid());
        alive.values().forEach(other -> other.orphaned(process.pid()));
    }

    /** What a program does. */
    @FunctionalInterface
    interface ProgramOf {
        Script of(Mark mark) throws IOException;
    }

    /** As the kernel does that has no memory left: nobody asked for it, and nobody is told. */
    public void kill(long pid) throws IOException {
        SimProcess process = alive.get(pid);
        if (process != null) {
            process.end(KILL_STATUS);
        }
    }

    /** The living processes that belong to a task: shims, programs, and what they left behind. */
    public List<SimProcessView> ofTasks() {
        return alive.values().stream()
                .filter(SimProcess::showsItsMark)
                .map(process -> new SimProcessView(process.pid(), process.mark, process instanceof SimShim))
                .toList();
    }

    /** What a test may know of a process. */
    public record SimProcessView(long pid, Mark mark, boolean shim) {}

    void ran(Mark mark, String agent) {
        runs.add(new Run(mark, agent, time.now()));
        watch.run();
    }

    /** It has its places back. */
    void goesOn(Mark mark) {
        watchAgain.accept(mark);
    }

    /** It waited for its children as long as it wanted to, and goes on without them. */
    void gaveUpWaiting(Mark mark) {
        impatient.add(mark);
    }

    /** Those that went on before their children had ended, since the machine came up. */
    public List<Mark> impatient() {
        return impatient;
    }

    /** A child that a program has asked for, by the name of its file. */
    public record Asked(Mark mark, String name) {}

    void asked(Mark mark, String name) {
        asked.add(new Asked(mark, name));
    }

    /** All that was asked for since the machine came up. */
    public List<Asked> asked() {
        return asked;
    }

    Script programOf(Mark mark) throws IOException {
        return programs.of(mark);
    }

    @Override
    public Home home() {
        return new Home(boot, "pid:[simulated]");
    }

    @Override
    public long spawn(Spawn spawn, Runnable ended) throws IOException {
        SimShim shim = fork(spawn, ended);
        shim.begin(disk.opened(spawn.stdout()));
        return shim.pid();
    }

    /** Whoever starts it dies within that: it is there, and nothing tells yet what it is to be. */
    void spawnCutOff(Spawn spawn) throws IOException {
        fork(spawn, () -> {}).beginAlone(disk.opened(spawn.stdout()));
    }

    private SimShim fork(Spawn spawn, Runnable ended) throws IOException {
        if (disk.stat(spawn.directory()) == null) {
            throw new IOException("the working directory " + spawn.directory() + " is not there");
        }
        Map<String, String> variables = spawn.environment();
        Mark mark = new Mark(
                variables.get("REEVE_WORKSPACE"),
                variables.get("REEVE_TASK_ID"),
                Integer.parseInt(variables.get("REEVE_ATTEMPT")));
        int words = shimIn(spawn.argv());
        SimShim shim = new SimShim(
                this,
                disk,
                time,
                newIdentity(),
                mark,
                variables.get("REEVE_AGENT"),
                new AttemptFolder(Path.of(spawn.argv().get(words + 1))),
                spawn.argv().get(words + 2),
                ended);
        disk.append(spawn.stdout(), new byte[0]);
        disk.append(spawn.stderr(), new byte[0]);
        took(shim);
        return shim;
    }

    /** {@code setsid sh state/shim-….sh ATTEMPT BOOT PROGRAM…} */
    private static int shimIn(List<String> argv) {
        for (int i = 0; i < argv.size() - 2; i++) {
            if (argv.get(i).contains("/state/shim-")) {
                return i;
            }
        }
        throw new IllegalArgumentException("no shim in " + argv);
    }

    /** This happens to every shim that comes to this moment from now on, and nothing at any other. */
    public void trouble(ShimMoment moment, ShimMoment.Trouble what) {
        troubledMoment = moment;
        trouble = what;
    }

    ShimMoment.Trouble troubleAt(ShimMoment moment) {
        return moment == troubledMoment ? trouble : ShimMoment.Trouble.NONE;
    }

    public boolean isHalted(long pid) {
        SimProcess process = alive.get(pid);
        return process != null && process.isHalted();
    }

    /** What a program of the system comes to, and how long it takes. @param outcome null: it does not end in time */
    public record Outcome(Duration takes, Errand.Outcome outcome) {}

    /** What such a program does, by what it is given. */
    public void errandsDo(Function<Errand, Outcome> what) {
        errand = what;
    }

    @Override
    public Future<Errand.Outcome> begin(Errand given, Runnable ended) {
        CompletableFuture<Errand.Outcome> future = new CompletableFuture<>();
        Outcome outcome = errand.apply(given);
        boolean inTime = outcome.outcome != null && outcome.takes.compareTo(given.patience()) < 0;
        time.after(inTime ? outcome.takes : given.patience(), () -> {
            if (inTime) {
                future.complete(outcome.outcome);
            } else {
                future.completeExceptionally(new IOException("it did not end in time"));
            }
            ended.run();
        });
        return future;
    }

    @Override
    public Seen look(long pid) {
        SimProcess process = alive.get(pid);
        return process == null ? null : process.seen();
    }

    @Override
    public List<Seen> all() {
        return alive.values().stream().map(SimProcess::seen).toList();
    }

    @Override
    public Mark markOf(Seen seen) {
        SimProcess process = alive.get(seen.pid());
        return process == null || !process.showsItsMark() ? null : process.mark;
    }

    @Override
    public void signal(Signal signal, Collection<Identity> identities) throws IOException {
        for (Identity identity : new ArrayList<>(identities)) {
            SimProcess process = alive.get(identity.pid());
            if (process == null || !process.identity.equals(identity)) {
                continue;
            }
            switch (signal) {
                case STOP -> process.halt();
                case CONT -> process.wake();
                case KILL -> process.end(KILL_STATUS);
                case TERM -> {
                    process.ask(TERM_STATUS);
                    time.after(MOMENT, () -> process.go(() -> {}));
                }
            }
        }
    }
}
