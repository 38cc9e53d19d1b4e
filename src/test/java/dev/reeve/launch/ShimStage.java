package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.sim.ShimMoment;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where one history of a shim is played: with real processes, or with simulated ones. */
abstract class ShimStage implements AutoCloseable {

    private static final int PATIENCE = 60_000;
    private static final Duration OLD = Duration.ofHours(1);

    final Disk disk;
    final Durable durable;
    final Workspace workspace;
    final Processes processes;
    private final long self;

    ShimStage(Durable durable, Workspace workspace, Processes processes, long self) {
        this.disk = durable.disk();
        this.durable = durable;
        this.workspace = workspace;
        this.processes = processes;
        this.self = self;
    }

    /** Starts a shim that meets this trouble when it comes to that moment. */
    abstract long start(
            AttemptFolder attempt, Home told, ShimProgram program, ShimMoment moment, ShimMoment.Trouble trouble)
            throws IOException;

    abstract boolean isHalted(long pid) throws IOException;

    /** Lets a moment pass. */
    abstract void pass();

    abstract Instant now();

    @Override
    public abstract void close() throws IOException;

    long start(AttemptFolder attempt, ShimProgram program) throws IOException {
        return start(attempt, processes.home(), program, ShimMoment.PID, ShimMoment.Trouble.NONE);
    }

    TaskFolder task() {
        return workspace.task(State.RUNNING, Machine.ID);
    }

    AttemptFolder attempt() throws IOException {
        AttemptFolder attempt = task().attempt(1);
        durable.ensureFolder(task().path());
        durable.ensureFolder(task().attempts());
        durable.ensureFolder(attempt.path());
        durable.ensureFolder(attempt.door());
        disk.create(attempt.prompt(), new byte[0]);
        return attempt;
    }

    /** As a person's {@code mv} does it. */
    AttemptFolder park() throws IOException {
        TaskFolder parked = workspace.task(State.HELD, Machine.ID);
        disk.rename(task().path(), parked.path());
        return parked.attempt(1);
    }

    Spawn spawn(List<String> argv, AttemptFolder attempt) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        variables.put(Variables.WORKSPACE, workspace.root().toString());
        variables.put(Variables.TASK_ID, Machine.ID);
        variables.put(Variables.ATTEMPT, "1");
        return new Spawn(argv, workspace.root(), variables, attempt.prompt(), attempt.stdout(), attempt.stderr());
    }

    private Mark mark() {
        return new Mark(workspace.root().toString(), Machine.ID, 1);
    }

    void signal(Processes.Signal signal, Seen... to) throws IOException {
        List<Identity> identities = new ArrayList<>();
        for (Seen seen : to) {
            identities.add(seen.identity());
        }
        processes.signal(signal, identities);
    }

    /** The one process of the attempt that is not its shim. */
    Seen other(AttemptFolder attempt) throws IOException {
        List<Seen> others = List.copyOf(tree(attempt).others());
        assertTrue(others.size() == 1, () -> "others: " + others);
        return others.get(0);
    }

    Tree tree(AttemptFolder attempt) throws IOException {
        return Tree.look(processes, self, evidence().target(attempt, mark(), true));
    }

    private Evidence evidence() {
        return new Evidence(disk, processes, self);
    }

    /** What recovery makes of the attempt, from what it sees first to its end. */
    List<Fate> fates(AttemptFolder attempt) throws IOException {
        List<Fate> fates = new ArrayList<>();
        while (true) {
            Fate fate = Fate.of(evidence().gather(attempt, mark(), true, false, false));
            fates.add(fate);
            switch (fate) {
                case CLOSE -> ExitFile.closeNever(durable, attempt);
                case STOP -> stop(evidence().target(attempt, mark(), true));
                default -> {
                    return fates;
                }
            }
        }
    }

    void stop(AttemptFolder attempt) throws IOException {
        stop(evidence().target(attempt, mark(), true));
    }

    private void stop(Target target) throws IOException {
        TreeStop stop = new TreeStop(processes, self, target, Duration.ofMillis(50), OLD);
        await("the tree to be gone", () -> stop.step(now()) instanceof TreeStop.Gone);
    }

    void awaitEnd(long pid) throws IOException {
        await("process " + pid + " to end", () -> processes.look(pid) == null);
    }

    void awaitHalted(long pid) throws IOException {
        await("process " + pid + " to be halted", () -> isHalted(pid));
    }

    /** Until its program has begun, and stopped itself. */
    Seen awaitHaltedProgram(AttemptFolder attempt) throws IOException {
        await("its program to halt", () -> {
            List<Seen> others = List.copyOf(tree(attempt).others());
            return others.size() == 1
                    && isHalted(others.get(0).pid())
                    && !text(attempt.stdout()).isEmpty();
        });
        return other(attempt);
    }

    String text(Path file) throws IOException {
        return disk.stat(file) == null ? "" : new String(disk.read(file, 0, 1 << 16), StandardCharsets.UTF_8);
    }

    void await(String what, Machine.Condition condition) throws IOException {
        for (int moments = 0; !condition.holds(); moments++) {
            assertTrue(moments < PATIENCE, "waited for " + what);
            pass();
        }
    }
}
