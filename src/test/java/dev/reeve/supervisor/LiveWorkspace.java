package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.Outside;
import dev.reeve.files.RealDisk;
import dev.reeve.launch.Orphans;
import dev.reeve.launch.Processes;
import dev.reeve.launch.RealProcesses;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A workspace in a real folder, with the real supervisor in a thread and small shell scripts for agents. */
final class LiveWorkspace extends AwaitedFolders implements AutoCloseable {

    private static final AtomicLong UNIQUE = new AtomicLong(System.nanoTime());

    final SetTime time = new SetTime();

    private final Processes processes;
    private final Hints hints = new Hints();
    private final Disk disk;
    private Supervisor supervisor;
    private Thread thread;
    private String searchPath = System.getenv("PATH");

    LiveWorkspace(Path folder) throws IOException {
        this(folder, new RealDisk());
    }

    LiveWorkspace(Path folder, Disk disk) throws IOException {
        super(new Workspace(folder.toRealPath().resolve("ws")));
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "this machine has no /proc");
        this.disk = disk;
        this.processes = RealProcesses.ofThisMachine();
        Files.createDirectory(workspace.root());
        for (Path each : workspace.folders()) {
            Files.createDirectory(each);
        }
        settings("");
    }

    /** @param searchPath where it finds programs, from the next start on */
    LiveWorkspace searching(String searchPath) {
        this.searchPath = searchPath;
        return this;
    }

    /** @param more lines of reeve.yaml */
    LiveWorkspace settings(String more) throws IOException {
        Files.writeString(workspace.settings(), QuickFiles.settings(more));
        return this;
    }

    /** @param more lines of its agent.yaml */
    LiveWorkspace agent(String name, String more, String script) throws IOException {
        Path folder = workspace.agent(name).path();
        Files.createDirectories(folder.resolve("tasks"));
        Files.writeString(folder.resolve("run.sh"), script);
        Files.writeString(folder.resolve("agent.yaml"), QuickFiles.agent(more));
        return this;
    }

    /** @param more lines of agent.yaml */
    LiveWorkspace person(String name, String more) throws IOException {
        Files.createDirectories(workspace.agent(name).tasks());
        Files.writeString(workspace.agent(name).config(), "runtime: human\n" + more);
        return this;
    }

    LiveWorkspace start() throws IOException {
        return start(Until.STOPPED);
    }

    LiveWorkspace start(Until until) throws IOException {
        try {
            supervisor = open();
        } catch (AlreadyRunning e) {
            throw new IOException(e.getMessage(), e);
        }
        Supervisor mine = supervisor;
        thread = new Thread(() -> run(mine, until), "supervisor");
        thread.start();
        return this;
    }

    Supervisor open() throws IOException, AlreadyRunning {
        return Supervisor.open(workspace, world(), hints);
    }

    private World world() {
        SplittableRandom random = new SplittableRandom(UNIQUE.incrementAndGet());
        return new World(
                new Durable(disk, UNIQUE::incrementAndGet),
                processes,
                time,
                random::nextLong,
                Map.of("PATH", searchPath, "HOME", workspace.root().toString()),
                dev.reeve.files.Programs.ofThisMachine(),
                Outside.ofThisMachine(),
                Path.of("/usr/local/bin"),
                ProcessHandle.current().pid(),
                "here",
                "test",
                true);
    }

    private void run(Supervisor mine, Until until) {
        try (mine) {
            mine.run(until);
        } catch (IOException | InterruptedException | RuntimeException e) {
            failure = e;
        }
    }

    /** Sends the clocks ahead, in place of a wait. */
    void pass(Duration duration) {
        time.pass(duration);
        hints.wake();
    }

    void stop(boolean drain) {
        supervisor.stop(drain);
        ended();
    }

    /** Waits until the supervisor has ended by itself. @return why, if it was not asked to */
    Throwable ended() {
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            fail("the supervisor did not end:\n" + tree());
        }
        return failure;
    }

    /** Drops a file as {@code echo … > door/name} does. */
    void drop(String agent, String name, String content) throws IOException {
        Files.writeString(door(agent).resolve(name), content);
    }

    Path door(String agent) {
        return workspace.agent(agent).tasks();
    }

    /** Those that live of the processes whose pids scripts wrote to this file. A zombie is dead. */
    List<String> living(String name) throws IOException {
        List<String> living = new ArrayList<>();
        for (String pid : lines(name)) {
            if (processes.look(Long.parseLong(pid)) != null) {
                living.add(pid);
            }
        }
        return living;
    }

    /** Moves a task as a person does. */
    void mv(TaskFolder task, String folder) throws IOException {
        Files.move(task.path(), workspace.root().resolve(folder).resolve(task.id()));
    }

    void rm(Path path) throws IOException {
        new ProcessBuilder("rm", "-rf", path.toString()).start().onExit().join();
    }

    /** Nothing that a test started outlives it. */
    @Override
    public void close() throws IOException {
        if (thread != null && thread.isAlive()) {
            stop(false);
        }
        Orphans.marked(
                        processes,
                        ProcessHandle.current().pid(),
                        workspace.root().toString())
                .values()
                .forEach(all ->
                        all.forEach(seen -> ProcessHandle.of(seen.pid()).ifPresent(ProcessHandle::destroyForcibly)));
    }
}
