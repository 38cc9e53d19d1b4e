package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.confine.Secrets;
import dev.reeve.launch.CommandFile;
import dev.reeve.launch.Environment;
import dev.reeve.launch.Home;
import dev.reeve.launch.MachineFull;
import dev.reeve.launch.Mark;
import dev.reeve.launch.Seen;
import dev.reeve.launch.Shim;
import dev.reeve.launch.Spawn;
import dev.reeve.launch.Unlaunchable;
import dev.reeve.repository.Tree;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.Gate;
import dev.reeve.task.Strand;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The start of an attempt. The steps, and what a crash after each leaves, are in {@code docs/life-of-a-task.md} under
 * "Start".
 */
final class Starting {

    private static final Where QUEUE = Where.in(State.QUEUE);
    private static final Where RUNNING = Where.in(State.RUNNING);

    private final Kit kit;
    private final Moving moving;
    private final Briefing briefing;
    private final Handing handing;
    private final Shim shim;
    private final Surroundings surroundings;
    private final Trees trees;
    private final Checking checking;
    private final Confining confining;
    private final Boxing boxing;
    private final Invoking invoking;
    private final Consumer<String> hint;

    /** @param hint told, from any thread, the id of a task whose process has ended */
    Starting(
            Kit kit,
            Moving moving,
            Briefing briefing,
            Handing handing,
            Checking checking,
            Confining confining,
            Boxing boxing,
            Shim shim,
            Surroundings surroundings,
            Trees trees,
            Invoking invoking,
            Consumer<String> hint) {
        this.kit = kit;
        this.moving = moving;
        this.briefing = briefing;
        this.handing = handing;
        this.checking = checking;
        this.confining = confining;
        this.boxing = boxing;
        this.shim = shim;
        this.surroundings = surroundings;
        this.trees = trees;
        this.invoking = invoking;
        this.hint = hint;
    }

    /** A start that is written, to be launched once that lasts. */
    record Prepared(Staged step, Live live, Spawn spawn) {}

    /**
     * @throws Unlaunchable if something that a person wrote keeps it from being started; nothing has been written
     * @throws Unready if the machine lacks what it needs; nothing has been written
     */
    Prepared prepare(TaskRecord record) throws IOException, Unlaunchable, Unready {
        AgentConfig agent = kit.team().get().agent(record.agent());
        TaskFolder here = QUEUE.task(kit.workspace(), record.id());
        TaskFolder there = RUNNING.task(kit.workspace(), record.id());
        int number = freeNumber(record, here);
        Tree tree = trees.of(record, agent);
        Path directory = tree == null ? surroundings.directory(record, agent) : tree.workingDirectory();
        Gate gate = record.isBeingChecked() ? record.gate() : null;
        Environment.Checked checked = gate == null ? null : checking.checked(gate, here, there);
        Secrets secrets = confining.secrets(agent);
        Strand strand = gate == null ? invoking.strand(record, agent) : null;
        Invoking.Added added = invoking.added(record, agent, strand, there, number, directory);
        Map<String, String> environment = Environment.of(
                surroundings.given(record, agent, added.variables(), secrets, there, number, directory, checked));
        List<String> argv =
                gate == null ? surroundings.command(agent, added.words(), environment) : Checking.command(gate);
        Boxing.Box box = boxing.box(record, agent, secrets, there, number, directory, tree, argv);
        environment.putAll(box.variables());
        if (tree != null) {
            environment.put(Environment.BRANCH, tree.branch());
        }
        Home home = kit.processes().home();
        // a check looks at an answer and nothing else: what it was given, nobody would have read
        Handing.Given given = gate == null ? handing.give(record, here) : Handing.nothing(record);
        CommandFile command = new CommandFile(
                argv,
                directory.toString(),
                environment.keySet(),
                home,
                agent.name(),
                surroundings.model(record, agent),
                box.sandbox(),
                gate == null ? 0 : gate.attempt(),
                kit.time().now(),
                given.shown() == null ? null : given.shown().portion());

        // before the record tells of it: a full disk must not cost the task an attempt
        if (tree == null) {
            surroundings.make(directory, agent);
        }
        String prompt = gate == null
                ? briefing.prompt(
                        record, agent, number, here, there, given, strand != null && strand.conversation() != null)
                : checking.pageForCommand(record, here, there);
        make(here, here.attempt(number), command, prompt);
        AttemptRecord attempt = AttemptRecord.begun(
                        number, agent.name(), command.startedAt(), home.boot(), home.pidNamespace(), given.shown())
                .verifying(command.verifies())
                .of(strand);
        Staged step = moving.stage(
                moving.draft(),
                record.change()
                        .attempt(attempt)
                        .letters(given.letters())
                        .why(null)
                        .waitsFor(null),
                QUEUE,
                RUNNING,
                null,
                Action.START,
                null,
                Audit.REEVE);

        AttemptFolder folder = there.attempt(number);
        Spawn spawn = new Spawn(
                shim.argv(folder, home, box.argv()),
                directory,
                environment,
                folder.prompt(),
                folder.stdout(),
                folder.stderr());
        Live live = new Live(
                record.id(),
                number,
                agent.name(),
                new Mark(kit.workspace().root().toString(), record.id(), number),
                RUNNING,
                home,
                command.startedAt(),
                new Clocks(
                        kit.time().nanos(),
                        AttemptLimits.timeout(record, agent),
                        AttemptLimits.idle(record, agent),
                        kit.time().nanos()));
        live.mask = confining.mask(secrets);
        live.resources = agent.confinement().resources();
        live.strand = strand;
        return new Prepared(step, live, spawn);
    }

    /**
     * @throws MachineFull if there was no room: whether a process came of it, its attempt tells
     * @throws IOException if no process can be started
     */
    void launch(Prepared prepared) throws IOException {
        Live live = prepared.live();
        live.child = true;
        live.announced = Announcing.NOTHING;
        long pid = kit.processes().spawn(prepared.spawn(), () -> hint.accept(live.id));
        live.watched = true;
        try {
            Seen seen = kit.processes().look(pid);
            live.shim = seen == null ? null : seen.identity();
        } catch (IOException e) {
            // it runs, and writes down itself who it is
        }
    }

    /** A number whose folder is there, though no record tells of it, belongs to a start that was cut off. */
    private int freeNumber(TaskRecord record, TaskFolder folder) throws IOException {
        int number = record.nextNumber();
        while (kit.durable().exists(folder.attempt(number).path())) {
            number++;
        }
        return number;
    }

    /** Nothing of it is forced: after a power cut no process of this boot lives that could need it. */
    private void make(TaskFolder task, AttemptFolder attempt, CommandFile command, String prompt) throws IOException {
        if (!kit.durable().exists(task.attempts())) {
            kit.disk().makeFolder(task.attempts());
        }
        kit.disk().makeFolder(attempt.path());
        for (Path folder : List.of(attempt.door(), attempt.out(), attempt.spawn(), attempt.send(), attempt.waits())) {
            kit.disk().makeFolder(folder);
        }
        kit.disk().create(attempt.command(), command.bytes());
        kit.disk().create(attempt.prompt(), prompt.getBytes(StandardCharsets.UTF_8));
        // made by the start of the process they could meet a disk that is full by then, at the cost of this attempt
        kit.disk().create(attempt.stdout(), new byte[0]);
        kit.disk().create(attempt.stderr(), new byte[0]);
    }
}
