package dev.reeve.cli;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Origin;
import dev.reeve.cli.call.Terminal;
import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.files.RealDisk;
import dev.reeve.launch.RealProcesses;
import dev.reeve.launch.Seen;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** A workspace on the real disk, and a command line that is called in it. Time passes only where a command waits. */
final class TestWorkspace {

    private static final int PATIENCE = 10_000;

    /** Something that happens while a command waits. */
    @FunctionalInterface
    interface Step {
        void happens() throws IOException;
    }

    final Workspace workspace;
    final Map<String, String> environment = new HashMap<>();
    Instant now = Instant.parse("2026-11-20T14:00:00Z");
    String input = "";
    Path directory;
    Disk disk = new RealDisk();
    boolean watched;

    private final Durable durable;
    private final Deque<Step> steps = new ArrayDeque<>();
    private long random;
    private int slept;

    TestWorkspace(Path root) throws IOException {
        this.workspace = new Workspace(root);
        this.directory = root;
        this.durable = new Durable(new RealDisk(), () -> ++random);
        Files.writeString(workspace.settings(), "default_agent: writer\n");
        for (State state : State.values()) {
            Files.createDirectory(workspace.state(state));
        }
        for (Path folder : List.of(
                workspace.agents(), workspace.tasks(), workspace.rejected(), workspace.records(), workspace.logs())) {
            Files.createDirectory(folder);
        }
    }

    void agent(String name) throws IOException {
        Files.createDirectories(workspace.agent(name).tasks());
        Files.writeString(workspace.agent(name).config(), "command: [sh, run.sh]\n");
    }

    /** The next time that a command waits, this happens. */
    void whileWaiting(Step step) {
        steps.add(step);
    }

    TaskFolder task(State state, String label) throws IOException {
        return task(Where.in(state), label, change -> change);
    }

    TaskFolder task(Where where, String label, UnaryOperator<TaskRecord.Change> more) throws IOException {
        String id = TaskId.make(now, () -> ++random, label);
        TaskFolder folder = where.task(workspace, id);
        Files.createDirectories(folder.path());
        Files.writeString(folder.task("md"), label + "\n");
        write(folder, more.apply(record(id, where, label).change()).done());
        return folder;
    }

    static TaskRecord record(String id, Where where, String label) {
        Instant then = Instant.parse("2026-11-20T13:00:00Z");
        return new TaskRecord(
                id,
                where,
                null,
                "writer",
                label,
                2,
                "tasks",
                label + ".md",
                "person",
                then,
                then,
                null,
                null,
                List.of(),
                0,
                0,
                new ArrayList<>(),
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                Specs.of(label, null),
                1);
    }

    TaskRecord record(TaskFolder folder) throws IOException {
        return TaskRecords.read(durable.disk(), folder);
    }

    void write(TaskFolder folder, TaskRecord record) throws IOException {
        TaskRecords.write(durable, folder, record);
    }

    void move(TaskFolder from, Where to) throws IOException {
        Files.createDirectories(to.folder(workspace));
        Files.move(from.path(), to.task(workspace, from.id()).path());
    }

    /** This very process stands in for a supervisor. */
    void superviseBy(long pid) throws IOException {
        Seen process = RealProcesses.ofThisMachine().look(pid);
        ObjectNode node = Json.object();
        node.put("pid", pid);
        node.put("start", process == null ? "-" : process.identity().start());
        node.put("started_at", "2026-11-20T12:00:00Z");
        node.put("version", "0.1.0");
        Files.write(workspace.supervisorJson(), Json.file(node));
    }

    void supervise() throws IOException {
        superviseBy(ProcessHandle.current().pid());
    }

    /** Calls the command line; the workspace is named for it. */
    Called call(String... args) {
        List<String> words = new ArrayList<>(List.of(args));
        words.add(1, "-w");
        words.add(2, workspace.root().toString());
        return callBare(words.toArray(String[]::new));
    }

    Called callBare(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(out, err, watched, watched, watched);
        int exit = CommandTree.run(invocation(terminal), args);
        terminal.out().flush();
        terminal.err().flush();
        return new Called(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** One whose output nobody reads. */
    Invocation invocation() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        return invocation(new Terminal(nowhere, nowhere, false, false, false));
    }

    Invocation invocation(Terminal terminal) {
        return new Invocation(
                terminal,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new Origin(environment, directory, null, "Linux", command -> {
                    throw new IOException("no program is run here: " + command);
                }),
                new Durable(disk, () -> ++random),
                () -> now,
                this::sleep,
                () -> ++random);
    }

    private void sleep(Duration time) {
        now = now.plus(time);
        if (++slept > PATIENCE) {
            throw new IllegalStateException("the command waits for something that never comes");
        }
        try {
            if (!steps.isEmpty()) {
                steps.poll().happens();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
