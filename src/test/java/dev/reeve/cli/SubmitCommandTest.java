package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cli.call.Exit;
import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class SubmitCommandTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
        reeve.agent("writer");
    }

    @Test
    void wordsBecomeATaskFolderInTheDoorUnderThePrintedId() throws IOException {
        Called called = reeve.call("submit", "Say", "hi").exits(Exit.DONE);
        String id = called.out().strip();
        assertTrue(TaskId.isOne(id), id);
        assertEquals("say-hi", TaskId.slugOf(id));
        assertEquals(
                "Say hi\n", Files.readString(root.resolve("tasks").resolve(id).resolve("task.md")));
        assertEquals(List.of(id), names(reeve.workspace.tasks()));
        called.notes("no supervisor runs here", "reeve up");
    }

    @Test
    void whereASupervisorRunsNothingIsSaidOfIt() throws IOException {
        reeve.supervise();
        assertEquals("", reeve.call("submit", "hi").exits(Exit.DONE).err());
    }

    @Test
    void keysAndAnyTextStandInAJsonTask() throws IOException {
        String id = reeve.call(
                        "submit",
                        "--agent",
                        "writer",
                        "--label",
                        "My \"report\"",
                        "--priority",
                        "1",
                        "--after",
                        "a",
                        "--after",
                        "b",
                        "--task-timeout",
                        "5m",
                        "--retries=0",
                        "--",
                        "---\nkey: 'x'")
                .exits(Exit.DONE)
                .out()
                .strip();
        assertEquals("my-report", TaskId.slugOf(id));
        TaskFolder folder =
                new TaskFolder(reeve.workspace.agent("writer").tasks().resolve(id));
        ObjectNode task = Json.parseObject(Files.readAllBytes(folder.task("json")));
        assertEquals(
                "{\"label\":\"My \\\"report\\\"\",\"priority\":1,\"after\":[\"a\",\"b\"],\"timeout\":\"5m\",\"retries\":0,"
                        + "\"task\":\"---\\nkey: 'x'\"}",
                Json.line(task));
    }

    @Test
    void wordsWithADashInFrontAreToldHowToBeGiven() {
        reeve.call("submit", "- buy milk").exits(Exit.USAGE).notes("- buy milk", "behind ` -- `");
        reeve.call("submit", "--", "- buy milk").exits(Exit.DONE);
    }

    @Test
    void textThatLooksLikeFrontMatterIsStillText() throws IOException {
        reeve.input = "---\nagent: nobody\n---\n";
        String id = reeve.call("submit", "-").exits(Exit.DONE).out().strip();
        ObjectNode task = Json.parseObject(
                Files.readAllBytes(reeve.workspace.tasks().resolve(id).resolve("task.json")));
        assertEquals(reeve.input, Json.text(task, "task"));
    }

    @Test
    void aFileIsCopiedByteForByteWithWhatIsAttached() throws IOException {
        byte[] bytes = {'-', '-', '-', '\r', '\n', (byte) 0xff, 0};
        Files.write(root.resolve("Plan B.yaml"), bytes);
        Files.writeString(root.resolve("notes.txt"), "notes");
        Files.createDirectory(root.resolve("data"));
        Files.writeString(root.resolve("data").resolve("one.csv"), "1,2");
        String id = reeve.call("submit", "--attach", "notes.txt", "--attach", "data", "Plan B.yaml")
                .exits(Exit.DONE)
                .out()
                .strip();
        assertEquals("plan-b", TaskId.slugOf(id));
        Path folder = reeve.workspace.tasks().resolve(id);
        assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("task.yaml")));
        assertEquals("notes", Files.readString(folder.resolve("notes.txt")));
        assertEquals("1,2", Files.readString(folder.resolve("data").resolve("one.csv")));
        assertEquals(List.of("data", "notes.txt", "task.yaml"), names(folder));
    }

    @Test
    void keysBesideAFileAreRefused() throws IOException {
        Files.writeString(root.resolve("plan.md"), "Plan");
        reeve.call("submit", "--priority", "1", "plan.md")
                .exits(Exit.USAGE)
                .notes("`priority`", "front matter of", "plan.md");
        assertEquals(List.of(), names(reeve.workspace.tasks()));
    }

    @Test
    void wordsThatAreNobodysWorkAreRefusedAtOnce() throws IOException {
        Files.writeString(reeve.workspace.settings(), "");
        reeve.agent("reader");
        reeve.call("submit", "hi").exits(Exit.USAGE).notes("--agent", "default_agent", "reeve.yaml", "reader");
        try (Stream<Path> dropped = Files.list(reeve.workspace.tasks())) {
            assertEquals(0, dropped.count());
        }
        reeve.call("submit", "--agent", "reader", "hi").exits(Exit.DONE);
    }

    @Test
    void aFileMayNameItsAgentItself() throws IOException {
        Files.writeString(reeve.workspace.settings(), "");
        Path file = Files.writeString(root.resolve("named.md"), "---\nagent: reader\n---\nhi\n");
        reeve.call("submit", file.toString()).exits(Exit.DONE);
    }

    @Test
    void aBrokenConfigurationIsForTheSupervisorToTell() throws IOException {
        Files.writeString(reeve.workspace.settings(), "default_agent: [");
        reeve.call("submit", "hi").exits(Exit.DONE);
    }

    @Test
    void theNearestAgentIsTold() throws IOException {
        reeve.call("submit", "--agent", "writr", "hi").exits(Exit.NO_SUCH_THING).notes("'writr'", "Nearest: writer");
        reeve.call("submit", "--agent", "../agents/writer", "hi").exits(Exit.NO_SUCH_THING);
    }

    @Test
    void whatCanNotBeATaskIsRefusedAndLeavesNothing() throws IOException {
        Files.writeString(root.resolve("picture.png"), "x");
        reeve.call("submit").exits(Exit.USAGE).notes("what is to be done?");
        reeve.call("submit", " \n").exits(Exit.USAGE).notes("empty");
        reeve.call("submit", "missing.md").exits(Exit.NO_SUCH_THING).notes("no such file");
        reeve.call("submit", "picture.png").exits(Exit.USAGE).notes(".md", "--attach");
        reeve.call("submit", "agents").exits(Exit.USAGE).notes("is a folder");
        reeve.call("submit", "--attach", "none", "hi").exits(Exit.NO_SUCH_THING).notes("--attach");
        Files.writeString(root.resolve("task.md"), "x");
        reeve.call("submit", "--attach", "task.md", "hi").exits(Exit.USAGE).notes("own");
        reeve.call("submit", "--attach", ".", "hi").exits(Exit.USAGE).notes("inside it");
        reeve.call("submit", "--attach", "/", "hi").exits(Exit.USAGE).notes("inside it");
        reeve.call("submit", "--timeout", "5s", "hi").exits(Exit.USAGE).notes("--task-timeout");
        reeve.call("submit", "--wait", "--timeout", "5x", "hi")
                .exits(Exit.USAGE)
                .notes("5x", "90s");
        assertEquals(List.of(), names(reeve.workspace.tasks()));
    }

    @Test
    void insideATaskItBecomesAChildUnlessItIsDetached() throws IOException {
        TaskFolder parent = reeve.workspace.task(State.RUNNING, "20261120-140211-k3f9-parent");
        Path spawn = parent.attempt(2).spawn();
        reeve.environment.put("REEVE_WORKSPACE", reeve.workspace.root().toString());
        reeve.environment.put("REEVE_TASK_ID", parent.id());
        reeve.environment.put("REEVE_TASK_DIR", parent.path().toString());
        reeve.environment.put("REEVE_ATTEMPT", "2");
        reeve.call("submit", "hi").exits(Exit.NO_SUCH_THING).notes("this attempt is over", "--detach");
        Files.createDirectories(spawn);
        reeve.call("submit", "--agent", "writer", "hi").exits(Exit.DONE);
        assertEquals(List.of(), names(reeve.workspace.tasks()));
        Path child = spawn.resolve(names(spawn).get(0));
        assertTrue(
                Files.readString(child.resolve(names(child).get(0))).contains("writer"),
                "its door says nothing of its agent");
        reeve.call("submit", "--detach", "hi").exits(Exit.DONE);
        assertEquals(1, names(reeve.workspace.tasks()).size());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
