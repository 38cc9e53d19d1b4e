package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One agent's trouble is told with what to do, and is nobody else's. */
class TroubleLiveTest {

    @TempDir
    Path folder;

    private LiveWorkspace live() throws IOException {
        return new LiveWorkspace(folder).agent("well", "", "echo well\n");
    }

    private static void assertOthersGoOn(LiveWorkspace live, String name) throws IOException {
        live.drop("well", name + ".md", "Do it.\n");
        assertEquals("well", live.result(name));
    }

    private static void awaitProblem(LiveWorkspace live, String... words) {
        for (String word : words) {
            live.until(
                    "STATUS.md tells nothing of " + word,
                    () -> Files.readString(live.workspace.statusPage()).contains(word));
        }
    }

    @Test
    void aBrokenConfigurationIsWaitedForAndMendingItIsEnough() throws Exception {
        try (LiveWorkspace live =
                live().agent("a", "timeot: 5m\n", "echo mended\n").start()) {
            live.drop("a", "task.md", "Do it.\n");
            live.why(State.WAITING, "task", "agents/a/agent.yaml:1:1", "timeout");
            awaitProblem(live, "agents/a/agent.yaml", "1:1", "timeout");
            assertOthersGoOn(live, "other");
            live.agent("a", "timeout: 5m\n", "echo mended\n");
            assertEquals("mended", live.result("task"));
            live.until("the problem stays", () -> live.status().get("problems").isEmpty());
            // a file that was good keeps its last good meaning
            live.agent("a", "timeot: 5m\n", "echo mended\n");
            awaitProblem(live, "timeot");
            live.drop("a", "again.md", "Do it.\n");
            assertEquals("mended", live.result("again"));
        }
    }

    @Test
    void aMissingCommandIsWaitedFor() throws Exception {
        try (LiveWorkspace live = live().agent("missing", "command: [./tool]\n", "")
                .agent("plain", "command: [./run.sh]\n", "#!/bin/sh\necho plain\n")
                .start()) {
            live.drop("missing", "task.md", "Do it.\n");
            live.drop("plain", "plain-task.md", "Do it.\n");
            live.why(State.WAITING, "task", "command can't be run", "tool");
            live.why(State.WAITING, "plain-task", "chmod +x");
            awaitProblem(live, "agents/missing/agent.yaml");
            assertOthersGoOn(live, "other");
            Path tool =
                    Files.writeString(live.workspace.agent("missing").path().resolve("tool"), "#!/bin/sh\necho here\n");
            assertTrue(tool.toFile().setExecutable(true));
            assertTrue(live.workspace
                    .agent("plain")
                    .path()
                    .resolve("run.sh")
                    .toFile()
                    .setExecutable(true));
            assertEquals("here", live.result("task"));
            assertEquals("plain", live.result("plain-task"));
        }
    }

    @Test
    void aDeletedAgentIsWaitedForAndNotMadeAgain() throws Exception {
        try (LiveWorkspace live = live().agent(
                        "gone", "", "until [ -e $REEVE_WORKSPACE/gate ]; do sleep 0.02; done; echo end\n")
                .start()) {
            live.drop("gone", "running.md", "Do it.\n");
            live.await(State.RUNNING, "running");
            live.drop("gone", "queued.md", "Do it.\n");
            live.await(State.QUEUE, "queued");
            Path agent = live.workspace.agent("gone").path();
            live.rm(agent);
            live.why(State.WAITING, "queued", "agents/gone/agent.yaml is missing");
            assertOthersGoOn(live, "other");
            Files.createFile(live.workspace.root().resolve("gate"));
            assertEquals("end", live.result("running"));
            assertFalse(Files.exists(agent));
            live.agent("gone", "", "echo back\n");
            assertEquals("back", live.result("queued"));
        }
    }

    @Test
    void aDoorThatIsALinkIsRefused() throws Exception {
        try (LiveWorkspace live = live().agent("linked", "", "echo in\n").start()) {
            Path door = live.door("linked");
            Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
            Files.writeString(elsewhere.resolve("secret.md"), "Do it.\n");
            Files.delete(door);
            Files.createSymbolicLink(door, elsewhere);
            awaitProblem(live, "agents/linked/tasks", "this door is refused");
            assertOthersGoOn(live, "other");
            assertTrue(Files.exists(elsewhere.resolve("secret.md")));
            Files.delete(door);
            Files.createDirectory(door);
            live.drop("linked", "task.md", "Do it.\n");
            assertEquals("in", live.result("task"));
        }
    }

    @Test
    void anAgentThatCannotBeLaunchedAsItIsWrittenWaitsQuietlyUntilItIsMended() throws Exception {
        try (LiveWorkspace live =
                live().agent("odd", "env: {IFS: x}\n", "echo odd\n").start()) {
            live.drop("odd", "task.md", "Do it.\n");
            live.why(State.WAITING, "task", "IFS belongs to the shell");
            assertOthersGoOn(live, "other");
            assertEquals(
                    1,
                    Files.readString(live.await(State.WAITING, "task").log())
                            .lines()
                            .filter(line -> line.contains("\"action\":\"wait\""))
                            .count());
            live.agent("odd", "", "echo odd\n");
            assertEquals("odd", live.result("task"));
        }
    }

    @Test
    void aMissingWorkingDirectoryIsAFailureThatSaysSo() throws Exception {
        try (LiveWorkspace live = live().agent("lost", "retries: 0\ncwd: /no/such/folder\n", "echo hi\n")
                .start()) {
            live.drop("lost", "task.md", "Do it.\n");
            live.why(State.FAILED, "task", "/no/such/folder", "reeve retry");
            assertOthersGoOn(live, "other");
        }
    }

    @Test
    void whatADiskRefusesIsTriedAgainAndNothingIsLost() throws Exception {
        FullDisk disk = new FullDisk();
        try (LiveWorkspace live =
                new LiveWorkspace(folder, disk).agent("well", "", "echo well\n").start()) {
            assertOthersGoOn(live, "before");
            disk.full = true;
            live.drop("well", "during.md", "Do it.\n");
            // a change of the configuration must not end it either
            live.agent("new", "", "echo new\n");
            live.until("nothing was tried", () -> disk.refused > 3);
            int refused = disk.refused;
            live.pass(Duration.ofSeconds(6));
            live.until("it is not tried again", () -> disk.refused > refused);
            disk.full = false;
            live.until("it is not taken", () -> {
                live.pass(Duration.ofSeconds(1));
                return live.find(State.DONE, "during") != null;
            });
            TaskFolder done = live.await(State.DONE, "during");
            assertEquals("Do it.\n", Files.readString(done.task("md")));
            assertEquals(1, live.all(State.DONE, "during").size());
            live.until("the problem stays", () -> live.status().get("problems").isEmpty());
        }
    }

    @Test
    void whatCantBeLaunchedIsWaitedForWithoutATurmoil() throws Exception {
        try (LiveWorkspace live =
                live().agent("odd", "env: {OLDPWD: mine}\n", "echo mended\n").start()) {
            live.drop("odd", "task.md", "Do it.\n");
            live.why(State.WAITING, "task", "OLDPWD", "use another name");
            awaitProblem(live, "OLDPWD");
            assertOthersGoOn(live, "other");
            TaskFolder waits = live.await(State.WAITING, "task");
            int revision = live.json(waits.record()).get("revision").asInt();
            assertTrue(revision <= 3, "it went to and fro: " + revision);
            live.agent("odd", "env: {MINE: x}\n", "echo mended\n");
            assertEquals("mended", live.result("task"));
            live.until("the problem stays", () -> live.status().get("problems").isEmpty());
        }
    }
}
