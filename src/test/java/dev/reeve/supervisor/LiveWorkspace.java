package dev.reeve.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.files.RealDisk;
import dev.reeve.launch.Orphans;
import dev.reeve.launch.Processes;
import dev.reeve.launch.RealProcesses;
import dev.reeve.workspace.State;
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
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** A workspace in a real folder, with the real supervisor in a thread and small shell scripts for agents. */
final class LiveWorkspace implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final AtomicLong UNIQUE = new AtomicLong(System.nanoTime());

    /** Everything quick, so that a test waits for conditions and not for pauses. */
    private static final Map<String, String> QUICK =
            Map.of("zone", "UTC", "settle", "20ms", "scan", "100ms", "grace", "300ms");

    final Workspace workspace;
    final SetTime time = new SetTime();

    private final Processes processes;
    private final Hints hints = new Hints();
    private final Disk disk;
    private Supervisor supervisor;
    private Thread thread;
    private volatile Throwable failure;

    LiveWorkspace(Path folder) throws IOException {
        this(folder, new RealDisk());
    }

    LiveWorkspace(Path folder, Disk disk) throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "this machine has no /proc");
        this.workspace = new Workspace(folder.toRealPath().resolve("ws"));
        this.disk = disk;
        this.processes = RealProcesses.ofThisMachine();
        Files.createDirectory(workspace.root());
        for (Path each : workspace.folders()) {
            Files.createDirectory(each);
        }
        settings("");
    }

    /** @param more lines of reeve.yaml */
    LiveWorkspace settings(String more) throws IOException {
        Files.writeString(workspace.settings(), with(QUICK, more));
        return this;
    }

    /** @param more lines of its agent.yaml */
    LiveWorkspace agent(String name, String more, String script) throws IOException {
        Path folder = workspace.agent(name).path();
        Files.createDirectories(folder.resolve("tasks"));
        Files.writeString(folder.resolve("run.sh"), script);
        Files.writeString(
                folder.resolve("agent.yaml"), with(Map.of("command", "[sh, run.sh]", "backoff", "10ms"), more));
        return this;
    }

    private static String with(Map<String, String> usual, String more) {
        StringBuilder text = new StringBuilder(more);
        usual.forEach((key, value) -> {
            if (!more.startsWith(key + ":") && !more.contains("\n" + key + ":")) {
                text.append(key).append(": ").append(value).append('\n');
            }
        });
        return text.toString();
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
                Map.of("PATH", System.getenv("PATH"), "HOME", workspace.root().toString()),
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

    /** Waits for a task in a state, by the slug of its id. */
    TaskFolder await(State state, String slug) {
        return await("no task " + slug + " in " + state.folder() + "/", () -> find(state, slug));
    }

    /** The answer of a task, once it is done. */
    String result(String slug) throws IOException {
        return Files.readString(await(State.DONE, slug).result()).strip();
    }

    /** @return null if there is none */
    TaskFolder find(State state, String slug) throws IOException {
        List<TaskFolder> found = all(state, slug);
        return found.isEmpty() ? null : found.get(0);
    }

    List<TaskFolder> all(State state, String slug) throws IOException {
        List<TaskFolder> found = new ArrayList<>();
        try (Stream<Path> paths = Files.find(
                workspace.state(state),
                state == State.DONE ? 2 : 1,
                (path, any) -> path.getFileName().toString().matches("\\d{8}-\\d{6}-....-" + slug))) {
            paths.sorted().forEach(path -> found.add(new TaskFolder(path)));
        }
        return found;
    }

    /** The folder in {@code rejected/} that holds what was dropped under this name, with its page. */
    Path rejected(String name) {
        return await("nothing in rejected/ holds " + name, () -> {
            try (Stream<Path> folders = Files.list(workspace.rejected())) {
                return folders.filter(folder -> Files.exists(folder.resolve("why.md"))
                                && Files.exists(folder.resolve(name), java.nio.file.LinkOption.NOFOLLOW_LINKS))
                        .findFirst()
                        .orElse(null);
            }
        });
    }

    /** The page in a task's folder, once it says all of this. */
    String why(State state, String slug, String... words) {
        return await("no why.md in " + state.folder() + "/ of " + slug + " that says " + List.of(words), () -> {
            String page = Files.readString(find(state, slug).why());
            return List.of(words).stream().allMatch(page::contains) ? page : null;
        });
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

    ObjectNode json(Path file) throws IOException {
        return Json.parseObject(Files.readAllBytes(file));
    }

    ObjectNode status() throws IOException {
        return json(workspace.statusJson());
    }

    /** Moves a task as a person does. */
    void mv(TaskFolder task, String folder) throws IOException {
        Files.move(task.path(), workspace.root().resolve(folder).resolve(task.id()));
    }

    void rm(Path path) throws IOException {
        new ProcessBuilder("rm", "-rf", path.toString()).start().onExit().join();
    }

    /** A file that an agent's script makes, relative to the workspace. */
    Path awaitFile(String name) {
        Path file = workspace.root().resolve(name);
        await("no file " + name, () -> Files.exists(file) ? file : null);
        return file;
    }

    List<String> lines(String name) throws IOException {
        Path file = workspace.root().resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    void until(String otherwise, Callable<Boolean> condition) {
        await(otherwise, () -> condition.call() ? true : null);
    }

    /** Waits until there is something to be had. What can't be read at the moment is read again. */
    <T> T await(String otherwise, Callable<T> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            T found;
            try {
                found = wanted.call();
            } catch (Exception e) {
                found = null;
            }
            if (found != null) {
                return found;
            }
            if (System.nanoTime() - end > 0 || failure != null) {
                return fail(otherwise + ":\n" + tree(), failure);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private String tree() {
        StringBuilder tree = new StringBuilder();
        try (Stream<Path> paths = Files.walk(workspace.root(), 4)) {
            paths.sorted()
                    .forEach(path ->
                            tree.append(workspace.root().relativize(path)).append('\n'));
            tree.append(new String(Files.readAllBytes(workspace.statusPage()), UTF_8));
        } catch (IOException | java.io.UncheckedIOException e) {
            tree.append(e);
        }
        return tree.toString();
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
