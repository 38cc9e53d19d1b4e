package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cli.call.Exit;
import dev.reeve.files.CutDisk;
import dev.reeve.files.Json;
import dev.reeve.files.RealDisk;
import dev.reeve.task.TaskFile;
import dev.reeve.task.TaskSpec;
import dev.reeve.text.Parsed;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitEachTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;
    private Path tasks;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
        reeve.agent("writer");
        tasks = reeve.workspace.tasks();
        Files.createDirectories(root.resolve("docs/deep/er"));
        for (String name : List.of("c.txt", "a.md", "b c.md", ".hidden.md", "deep/d.md", "deep/er/e.md")) {
            Files.writeString(root.resolve("docs").resolve(name), name + "\n");
        }
        Files.writeString(root.resolve("t.md"), "---\nretries: 0\n---\nCount it.\n");
        Files.writeString(root.resolve("then.md"), "Add them.\n");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private TaskSpec spec(String id, String file) throws IOException {
        return TaskFile.read(file, Files.readAllBytes(tasks.resolve(id).resolve(file)), ZoneOffset.UTC)
                        instanceof Parsed.Good<TaskSpec> good
                ? good.value()
                : null;
    }

    @Test
    void eachFileBecomesATaskAndTheLastComesAfterThemAll() throws IOException {
        Called called = reeve.call("submit", "--each", "docs/*", "--task", "t.md", "--group", "g", "--then", "then.md")
                .exits(Exit.DONE);
        List<String> ids = called.lines();
        assertEquals(
                List.of("1-a", "2-b-c", "3-c", "then"),
                ids.stream().map(TaskId::slugOf).toList());
        assertEquals(ids, names(tasks), "they are taken in the order of their names, and nothing else is left there");
        assertEquals(List.of("b c.md", "task.md"), names(tasks.resolve(ids.get(1))));
        TaskSpec second = spec(ids.get(1), "task.md");
        assertEquals(List.of("files/b c.md"), second.inputs());
        assertEquals("Count it. 0 g", second.text() + " " + second.retries() + " " + second.group());
        TaskSpec last = spec(ids.get(3), "task.md");
        assertEquals(ids.subList(0, 3), last.after());
        assertEquals(
                TaskSpec.AfterFailed.RUN + " g Add them.", last.afterFailed() + " " + last.group() + " " + last.text());
    }

    @Test
    void severalFilesMakeABatchAndFoldersAreGoneInto() throws IOException {
        Called called = reeve.call("submit", "--each", "docs/**/*.md", "--batch", "3", "--json", "Read it.")
                .exits(Exit.DONE);
        List<String> ids = Json.texts(Json.parseObject(called.out().getBytes()), "tasks");
        assertEquals(2, ids.size(), called::out);
        assertEquals(List.of("a.md", "b c.md", "deep", "task.json"), names(tasks.resolve(ids.get(0))));
        assertEquals(
                List.of("files/a.md", "files/b c.md", "files/deep/d.md"),
                spec(ids.get(0), "task.json").inputs());
        assertEquals(
                "deep/er/e.md\n", Files.readString(tasks.resolve(ids.get(1)).resolve("deep/er/e.md")));
    }

    @Test
    void whatCanNotBeMadeWholeIsNotBegun() throws IOException {
        refused("--each nothing/*: no file matches it", "--each", "nothing/*", "--task", "t.md");
        refused("`[` is no pattern", "--each", "docs/[", "--task", "t.md");
        refused("--then goes with --each only", "--then", "then.md", "hi");
        refused("given twice", "--each", "docs/*", "--task", "t.md", "more");
        refused("expected 1 or more", "--each", "docs/*", "--batch", "0", "hi");
        refused("--idempotency-key means one task", "--each", "docs/*", "--idempotency-key", "k", "hi");
        refused("what is to be done?", "--each", "docs/*");
        refused("--json prints ids", "--json", "--wait", "hi");
        Files.writeString(root.resolve("bad.md"), "---\ntimeuot: 3\n---\nx\n");
        refused("bad.md:2:1: unknown key `timeuot`", "--each", "docs/*", "--task", "bad.md");
        refused("bad.md:2:1: unknown key `timeuot`", "--each", "docs/*", "--task", "t.md", "--then", "bad.md");
        refused("With retries, inputs added to it", "--each", "docs/*", "--task", "t.md", "--retries", "1");
        Files.writeString(root.resolve("own.md"), "---\nafter: x\n---\nx\n");
        refused("`after` of its own", "--each", "docs/*", "--task", "t.md", "--then", "own.md");
        Files.writeString(root.resolve("docs/task.md"), "x");
        refused("this name is the task's own", "--each", "docs/*", "--task", "t.md");
        Files.delete(root.resolve("docs/task.md"));
        Files.writeString(reeve.workspace.settings(), "");
        refused("whose work is it?", "--each", "docs/*", "--task", "t.md");
        refused("whose work is it?", "--each", "docs/*", "--agent", "writer", "--task", "t.md", "--then", "then.md");
        reeve.call("submit", "--each", "docs/*", "--agent", "writr", "hi").exits(Exit.NO_SUCH_THING);
        assertEquals(List.of(), names(tasks));
    }

    private void refused(String why, String... args) throws IOException {
        List<String> call = new ArrayList<>(List.of("submit"));
        call.addAll(List.of(args));
        reeve.call(call.toArray(String[]::new)).exits(Exit.USAGE).notes(why);
        assertEquals(List.of(), names(tasks), why);
    }

    @Test
    void moreThanOneCanWaitForIsToldBeforeAnythingIsMade() throws IOException {
        Path many = Files.createDirectory(root.resolve("many"));
        for (int i = 0; i <= TaskFile.MOST_AFTER; i++) {
            Files.createFile(many.resolve("f" + i));
        }
        refused("10000 at most", "--each", "many/*", "--task", "t.md", "--then", "then.md");
    }

    @Test
    void eachKindOfTaskFileCanBeAddedTo() throws IOException {
        Files.writeString(root.resolve("t.json"), "{\"task\": \"Count.\", \"priority\": 3}");
        Files.writeString(root.resolve("t.yaml"), "# mine\ntask: Count.\npriority: 3\n");
        Files.writeString(root.resolve("t.txt"), "--- Count.");
        for (String file : List.of("t.json", "t.yaml", "t.txt")) {
            List<String> ids = reeve.call("submit", "--each", "docs/a.md", "--agent", "writer", file)
                    .exits(Exit.DONE)
                    .lines();
            String name = file.replace("t.txt", "t.json").replace("t.", "task.");
            TaskSpec spec = spec(ids.get(0), name);
            assertEquals("writer [files/a.md]", spec.agent() + " " + spec.inputs());
            assertTrue(spec.text().contains("Count."), spec.text());
        }
    }

    /** Killed before each of its steps, while a supervisor takes what is dropped; then called once more. */
    @Test
    void aCallThatIsCutOffAnywhereLosesNothingAndRepeatsNothing() throws IOException {
        String[] call = {"submit", "--each", "docs/*", "--task", "t.md", "--then", "then.md"};
        boolean cut = true;
        int goneOn = 0;
        for (int steps = 0; cut; steps++) {
            CutDisk disk = new CutDisk(new RealDisk(), steps);
            reeve.disk = disk;
            String out = reeve.call(call).out();
            cut = disk.cut();
            reeve.disk = new RealDisk();
            List<String> taken = take();
            boolean thenThere = taken.stream().anyMatch(id -> id.endsWith("-then"));
            assertTrue(!thenThere || taken.size() == 4, "it would wait for what does not come: " + taken);
            if (!cut) {
                assertEquals(4, taken.size());
                break;
            }
            if (out.isEmpty()) {
                Called again = reeve.call(call).exits(Exit.DONE);
                goneOn += again.err().contains("goes on with the") ? 1 : 0;
                taken.addAll(take());
                assertEquals(taken, again.lines(), "after " + steps);
            }
            assertEquals(
                    List.of("1-a", "2-b-c", "3-c", "then"),
                    taken.stream().map(TaskId::slugOf).toList(),
                    "after " + steps);
            reeve.call(call);
            take();
            reeve.now = reeve.now.plusSeconds(1);
        }
        assertTrue(goneOn > 4, "only " + goneOn + " calls went on");
    }

    /** What a supervisor finds in the door. */
    private List<String> take() throws IOException {
        List<String> taken = new ArrayList<>();
        for (String name : names(tasks)) {
            if (!name.startsWith(".")) {
                taken.add(name);
                Files.move(tasks.resolve(name), root.resolve("docs/deep/er").resolve(name));
            }
        }
        return taken;
    }

    /** The children of an attempt that is tried again are the same ones: the supervisor knows them by their ids. */
    @Test
    void insideATaskEachAttemptMakesTheSameChildren() throws IOException {
        TaskFolder parent = reeve.workspace.task(State.RUNNING, "20261120-130000-aaaa-lead");
        reeve.environment.put("REEVE_WORKSPACE", root.toString());
        reeve.environment.put("REEVE_TASK_DIR", parent.path().toString());
        List<List<String>> ids = new ArrayList<>();
        for (int attempt = 1; attempt <= 2; attempt++) {
            Path spawn = Files.createDirectories(parent.attempt(attempt).spawn());
            reeve.environment.put("REEVE_ATTEMPT", Integer.toString(attempt));
            ids.add(reeve.call("submit", "--each", "docs/*", "--task", "t.md", "--then", "then.md")
                    .exits(Exit.DONE)
                    .lines());
            assertEquals(ids.get(0), names(spawn));
            reeve.now = reeve.now.plusSeconds(60);
        }
        assertEquals(ids.get(0), ids.get(1));
        assertEquals(List.of(), names(tasks));
        Files.writeString(reeve.workspace.settings(), "default_agent: writer\nlimits: {max_tree: 4}\n");
        reeve.call("submit", "--each", "docs/*", "--task", "t.md", "--then", "then.md")
                .exits(Exit.USAGE)
                .notes("4 children", "`limits.max_tree` allows a tree of 4");
    }

    @Test
    void waitingShowsHowManyAreDoneAndPrintsWhatTheLastCameTo() throws IOException {
        reeve.watched = true;
        reeve.whileWaiting(() -> end("1-a", Where.doneOn("2026-11-20")));
        reeve.whileWaiting(() -> end("2-b-c", Where.in(State.FAILED)));
        reeve.whileWaiting(() -> {
            end("3-c", Where.doneOn("2026-11-20"));
            Files.writeString(end("then", Where.doneOn("2026-11-20")).result(), "the sum\n");
        });
        Called called = reeve.call("submit", "--each", "docs/*", "--task", "t.md", "--then", "then.md", "--wait")
                .exits(Exit.DONE)
                .notes("1 done, 1 failed of 3");
        assertEquals("the sum\n", called.out());
    }

    @Test
    void withoutALastOneAllAreWaitedFor() throws IOException {
        reeve.whileWaiting(() -> {
            end("1-a", Where.doneOn("2026-11-20"));
            end("2-b-c", Where.in(State.FAILED));
            end("3-c", Where.doneOn("2026-11-20"));
        });
        Called called = reeve.call("submit", "--each", "docs/*", "--task", "t.md", "--wait")
                .exits(Exit.FAILED);
        called.says("1-a done", "2-b-c failed", "3-c done");
        assertFalse(called.err().contains("\033"));
    }

    private TaskFolder end(String slug, Where where) throws IOException {
        String id = names(tasks).stream()
                .filter(name -> TaskId.isOne(name) && TaskId.slugOf(name).equals(slug))
                .findFirst()
                .orElseThrow();
        TaskFolder folder = where.task(reeve.workspace, id);
        Files.createDirectories(folder.path().getParent());
        Files.move(tasks.resolve(id), folder.path());
        reeve.write(folder, TestWorkspace.record(id, where, slug));
        return folder;
    }
}
