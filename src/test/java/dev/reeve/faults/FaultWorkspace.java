package dev.reeve.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.files.RealDisk;
import dev.reeve.launch.Mark;
import dev.reeve.launch.Orphans;
import dev.reeve.launch.RealProcesses;
import dev.reeve.launch.Seen;
import dev.reeve.supervisor.AwaitedFolders;
import dev.reeve.supervisor.QuickFiles;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A workspace in a real folder, for supervisors that are processes of their own. Beside it, where no fault of its disk
 * reaches, are the supervisor's log and the file {@code runs}, in which each run of an agent writes its task and attempt.
 */
final class FaultWorkspace extends AwaitedFolders implements AutoCloseable {

    /** The first line of every agent's script. */
    static final String WITNESS = "echo \"$REEVE_TASK_ID $REEVE_ATTEMPT\" >> \"$RUNS\"\n";

    private final Path beside;
    private final Path known;
    private final List<String> around;
    private final RealProcesses processes;
    private final List<JavaProcess> started = new ArrayList<>();

    FaultWorkspace(Path beside) throws IOException {
        this(beside, beside.toRealPath().resolve("ws"), beside.toRealPath().resolve("ws"), List.of());
    }

    /** Its supervisors, and so its agents, are in a namespace. */
    FaultWorkspace(Path beside, Namespace namespace) throws IOException {
        this(beside, beside.toRealPath().resolve("ws"), beside.toRealPath().resolve("ws"), namespace.around());
    }

    /**
     * @param beside a folder for what is not in the workspace
     * @param root the workspace as this test reaches it
     * @param known the same as its supervisor knows it
     * @param around the words that a supervisor is started with
     */
    FaultWorkspace(Path beside, Path root, Path known, List<String> around) throws IOException {
        super(new Workspace(root));
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "this machine has no /proc");
        this.beside = beside.toRealPath();
        this.known = known;
        this.around = around;
        this.processes = RealProcesses.ofThisMachine();
        Files.createDirectory(root);
        for (Path each : workspace.folders()) {
            Files.createDirectory(each);
        }
        Files.createFile(runs());
        settings("");
    }

    FaultWorkspace settings(String more) throws IOException {
        Files.writeString(workspace.settings(), QuickFiles.settings(more));
        return this;
    }

    /** @param script what it does after it has told that it runs */
    FaultWorkspace agent(String name, String more, String script) throws IOException {
        Path folder = workspace.agent(name).path();
        Files.createDirectories(folder.resolve("tasks"));
        Files.writeString(folder.resolve("run.sh"), WITNESS + script);
        Files.writeString(
                folder.resolve("agent.yaml"),
                QuickFiles.agent("env: {RUNS: \"" + runs() + "\", BESIDE: \"" + beside + "\"}\n" + more));
        return this;
    }

    /** A file that no fault of the workspace's disk reaches; an agent finds it in {@code $BESIDE}. */
    Path beside(String name) {
        return beside.resolve(name);
    }

    Path runs() {
        return beside.resolve("runs");
    }

    /** How often agents ran, as they themselves say: a task's id and the number of its attempt each. */
    List<String> ran() throws IOException {
        return Files.readAllLines(runs());
    }

    /** Starts a supervisor, and does not wait for it. */
    JavaProcess up(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("up", "-w", known.toString()));
        arguments.addAll(Arrays.asList(options));
        JavaProcess process =
                JavaProcess.start(around, dev.reeve.cli.Main.class, arguments, beside("log-" + started.size()));
        started.add(process);
        return process;
    }

    /** Starts a supervisor, and waits until it has recovered what it found. */
    JavaProcess upAndRecovered() throws IOException {
        JavaProcess process = up();
        until("it does not recover", () -> process.said().contains("recover workspace") || !process.isAlive());
        if (!process.isAlive()) {
            throw new IOException("the supervisor ended: " + process.lastWords());
        }
        return process;
    }

    /** Supervises until nothing goes on by itself. */
    void upUntilIdle() throws IOException {
        JavaProcess process = up("--until-idle");
        if (process.ended() != 0) {
            throw new IOException("it ended badly: " + process.lastWords());
        }
    }

    /** Drops a whole file by a rename. */
    void drop(String agent, String name, String content) throws IOException {
        Path door = workspace.agent(agent).tasks();
        Path hidden = Files.writeString(door.resolve("." + name), content);
        Files.move(hidden, door.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Every task folder in these states at a look, in the order of their names. */
    List<TaskFolder> tasks(State... states) throws IOException {
        List<TaskFolder> tasks = new ArrayList<>();
        for (State state : states) {
            Path folder = workspace.state(state);
            for (String name : sorted(folder)) {
                if (state != State.DONE) {
                    tasks.add(new TaskFolder(folder.resolve(name)));
                } else {
                    sorted(folder.resolve(name))
                            .forEach(id -> tasks.add(
                                    new TaskFolder(folder.resolve(name).resolve(id))));
                }
            }
        }
        tasks.removeIf(task -> !TaskId.isOne(task.path().getFileName().toString()));
        return tasks;
    }

    private static List<String> sorted(Path folder) throws IOException {
        return new RealDisk().list(folder).stream().sorted().toList();
    }

    /** The living processes of this workspace's attempts. */
    Map<Mark, List<Seen>> marked() throws IOException {
        return Orphans.marked(processes, ProcessHandle.current().pid(), known.toString());
    }

    /** Nothing that was started outlives the test. */
    @Override
    public void close() throws IOException {
        for (JavaProcess process : started) {
            process.close();
        }
        killAgents();
    }

    /** Everything that has the mark of this workspace, shims included. */
    void killAgents() {
        until("processes of agents can't be killed", () -> {
            Map<Mark, List<Seen>> alive = marked();
            alive.values()
                    .forEach(all -> all.forEach(
                            seen -> ProcessHandle.of(seen.pid()).ifPresent(ProcessHandle::destroyForcibly)));
            return alive.isEmpty();
        });
    }
}
