package dev.reeve.real;

import static org.junit.jupiter.api.Assertions.fail;

import dev.reeve.files.Durable;
import dev.reeve.files.Outside;
import dev.reeve.files.Programs;
import dev.reeve.files.RealDisk;
import dev.reeve.launch.Mark;
import dev.reeve.launch.Orphans;
import dev.reeve.launch.RealProcesses;
import dev.reeve.launch.Seen;
import dev.reeve.supervisor.AlreadyRunning;
import dev.reeve.supervisor.AwaitedFolders;
import dev.reeve.supervisor.Hints;
import dev.reeve.supervisor.QuickFiles;
import dev.reeve.supervisor.Supervisor;
import dev.reeve.supervisor.Time;
import dev.reeve.supervisor.Until;
import dev.reeve.supervisor.World;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A workspace with one agent, {@code a}, that is a real program, and a supervisor in a thread. */
final class RealWorkspace extends AwaitedFolders implements AutoCloseable {

    private final RealProcesses processes = RealProcesses.ofThisMachine();
    private final String searchPath;
    private Supervisor supervisor;
    private Thread thread;

    /** @param searchPath where it finds the program */
    RealWorkspace(Path folder, String searchPath) throws IOException {
        super(new Workspace(folder));
        this.searchPath = searchPath;
        Files.createDirectories(folder);
        for (Path each : workspace.folders()) {
            Files.createDirectory(each);
        }
        Files.writeString(workspace.settings(), QuickFiles.settings("grace: 2s\n"));
        Files.createDirectories(agent().tasks());
        Files.createDirectories(home());
    }

    /** Programs of this size start slowly, several at once more so. */
    @Override
    protected Duration patience() {
        return Duration.ofMinutes(5);
    }

    AgentFolder agent() {
        return workspace.agent("a");
    }

    /** Where the program finds its home, in a sandbox and without. */
    Path home() {
        return agent().path().resolve("home");
    }

    Path work(String name) {
        return agent().path().resolve("work").resolve(name);
    }

    RealWorkspace start() throws IOException {
        SplittableRandom random = new SplittableRandom();
        World world = new World(
                new Durable(new RealDisk(), random::nextLong),
                processes,
                Time.system(),
                random::nextLong,
                Map.of("PATH", searchPath, "HOME", home().toString()),
                Programs.ofThisMachine(),
                Outside.ofThisMachine(),
                Path.of("/usr/local/bin"),
                ProcessHandle.current().pid(),
                "here",
                "test",
                true);
        try {
            supervisor = Supervisor.open(workspace, world, new Hints());
        } catch (AlreadyRunning e) {
            throw new IOException(e);
        }
        Supervisor mine = supervisor;
        thread = new Thread(() -> run(mine), "supervisor");
        thread.start();
        return this;
    }

    private void run(Supervisor mine) {
        try (mine) {
            mine.run(Until.STOPPED);
        } catch (IOException | InterruptedException | RuntimeException e) {
            failure = e;
        }
    }

    void stop() throws IOException {
        supervisor.stop(false);
        try {
            thread.join(patience().toMillis());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (thread.isAlive()) {
            fail("the supervisor did not end:\n" + tree());
        }
    }

    void drop(String name, String content) throws IOException {
        Files.writeString(agent().tasks().resolve(name + ".md"), content);
    }

    /** The task, once it is done; when it has failed or waits, that is said at once. */
    TaskFolder done(String slug) {
        return await(slug + " is not done", () -> {
            for (State state : List.of(State.FAILED, State.WAITING, State.HELD)) {
                TaskFolder other = find(state, slug);
                if (other != null && Files.exists(other.why())) {
                    fail(slug + " is in " + state.folder() + "/: " + Files.readString(other.why()));
                }
            }
            return find(State.DONE, slug);
        });
    }

    /** Gives a task up, as a person does. */
    void giveUp(TaskFolder task) throws IOException {
        Files.move(task.path(), workspace.state(State.FAILED).resolve(task.id()));
    }

    void remove(Path folder) throws IOException {
        new ProcessBuilder("rm", "-r", folder.toString()).start().onExit().join();
        if (Files.exists(folder)) {
            throw new IOException(folder + " can't be removed");
        }
    }

    /** Its processes: those that have its mark, and those that speak of it in their words. */
    List<String> living() throws IOException {
        String root = workspace.root().toString();
        Map<Mark, List<Seen>> marked =
                Orphans.marked(processes, ProcessHandle.current().pid(), root);
        List<String> living = new java.util.ArrayList<>(marked.values().stream()
                .flatMap(Collection::stream)
                .map(String::valueOf)
                .toList());
        ProcessHandle.allProcesses()
                .filter(each -> each.info().commandLine().orElse("").contains(root))
                .forEach(each ->
                        living.add(each.pid() + " " + each.info().commandLine().orElse("")));
        return living;
    }

    @Override
    public void close() throws IOException {
        if (thread != null && thread.isAlive()) {
            stop();
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
