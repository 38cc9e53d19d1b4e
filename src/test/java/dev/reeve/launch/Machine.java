package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.files.Durable;
import dev.reeve.files.RealDisk;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A workspace in a real folder, with real processes in it. What a test started is gone when it closes. */
final class Machine implements AutoCloseable {

    static final String ID = "20261120-140211-k3f9-hi";
    static final long SELF = ProcessHandle.current().pid();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final RealDisk disk = new RealDisk();
    final Durable durable = new Durable(disk, new AtomicLong(System.nanoTime())::incrementAndGet);
    final Workspace workspace;
    final RealProcesses processes;
    final Shim shim;

    Machine(Path root, String shell) throws IOException {
        assumeTrue(Files.isExecutable(Path.of(shell)), shell + " is not on this machine");
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "this machine has no /proc");
        workspace = new Workspace(root);
        Files.createDirectories(workspace.records());
        Files.createDirectories(workspace.state(State.RUNNING));
        Files.createDirectories(workspace.state(State.HELD));
        processes = RealProcesses.ofThisMachine();
        shim = Shim.install(durable, workspace, Path.of(shell));
    }

    TaskFolder task() {
        return workspace.task(State.RUNNING, ID);
    }

    AttemptFolder attempt(int number) throws IOException {
        AttemptFolder attempt = task().attempt(number);
        Files.createDirectories(attempt.path());
        Files.writeString(attempt.prompt(), "the prompt\n");
        return attempt;
    }

    Map<String, String> environment(int attempt) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        variables.put("PWD", workspace.root().toString());
        variables.put(Variables.WORKSPACE, workspace.root().toString());
        variables.put(Variables.TASK_ID, ID);
        variables.put(Variables.ATTEMPT, Integer.toString(attempt));
        return variables;
    }

    Mark mark(int attempt) {
        return new Mark(workspace.root().toString(), ID, attempt);
    }

    long start(AttemptFolder attempt, String... program) throws IOException {
        return start(attempt, environment(attempt.number()), List.of(program));
    }

    long start(AttemptFolder attempt, Map<String, String> environment, List<String> program) throws IOException {
        List<String> argv = shim.argv(attempt, processes.home(), program);
        Spawn spawn =
                new Spawn(argv, workspace.root(), environment, attempt.prompt(), attempt.stdout(), attempt.stderr());
        return processes.spawn(spawn, () -> {});
    }

    /** Runs a shell script as an attempt, to its end. */
    ExitFile.State run(AttemptFolder attempt, String script) throws IOException {
        long pid = start(attempt, "/bin/sh", "-c", script);
        awaitEnd(pid);
        return ExitFile.read(disk, attempt);
    }

    Target target(AttemptFolder attempt) throws IOException {
        PidFile pid = PidFile.read(disk, attempt);
        return new Target(pid == null ? null : pid.shim(), mark(attempt.number()), true);
    }

    /** Drives a stop to its end by the machine's own clock. */
    void stop(Target target, Duration grace, Duration age) throws IOException {
        TreeStop stop = new TreeStop(processes, SELF, target, grace, age);
        await("the tree to be gone", () -> {
            if (!(stop.step(Instant.now()) instanceof TreeStop.Again again)) {
                return true;
            }
            LockSupport.parkNanos(
                    Math.max(0, Duration.between(Instant.now(), again.at()).toNanos()));
            return false;
        });
    }

    void awaitEnd(long pid) throws IOException {
        await("process " + pid + " to end", () -> processes.look(pid) == null);
    }

    void awaitFile(Path file) throws IOException {
        await(file + " to be written", () -> Files.exists(file) && Files.size(file) > 0);
    }

    /** One pid a line, as scripts write them. */
    List<Long> pidsIn(Path file) throws IOException {
        List<Long> pids = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            pids.add(Long.parseLong(line.strip()));
        }
        return pids;
    }

    interface Condition {
        boolean holds() throws IOException;
    }

    static void await(String what, Condition condition) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(deadline)) {
                fail("waited " + PATIENCE.toSeconds() + " s for " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Whatever a test left behind goes with it, by its own mark. */
    @Override
    public void close() throws IOException {
        for (Mark mark :
                Orphans.marked(processes, SELF, workspace.root().toString()).keySet()) {
            stop(new Target(null, mark, false), Duration.ZERO, Duration.ofHours(1));
        }
    }
}
