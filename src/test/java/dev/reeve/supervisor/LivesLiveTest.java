package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Supervisors come and go; agents stay. */
class LivesLiveTest {

    private static final String GATED = """
            cd $REEVE_WORKSPACE
            echo run >> runs
            until [ -e gate ]; do sleep 0.02; done
            echo through
            """;

    @TempDir
    Path folder;

    @Test
    void agentsOutliveTheSupervisorAndTheNextOneCollectsThem() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("a", "", GATED)
                .agent("b", "retries: 0\n", "sleep 0.3; exit 7\n")
                .start()) {
            live.drop("a", "long.md", "Do it.\n");
            live.drop("b", "short.md", "Do it.\n");
            live.await(State.RUNNING, "short");
            live.until("it is not at work", () -> live.lines("runs").size() == 1);
            live.stop(false);
            TaskFolder ended = live.await(State.RUNNING, "short");
            live.until(
                    "it does not end by itself",
                    () -> Files.readString(ended.attempt(1).exit()).endsWith("\n"));

            live.start();
            live.why(State.FAILED, "short", "exit status 7");
            live.until(
                    "it alone is not shown as active",
                    () -> live.status().get("active").size() == 1
                            && "long"
                                    .equals(live.status()
                                            .get("active")
                                            .get(0)
                                            .get("label")
                                            .asString()));
            Files.createFile(live.workspace.root().resolve("gate"));
            assertEquals("through", live.result("long"));
            assertEquals(List.of("run"), live.lines("runs"));
        }
    }

    @Test
    void drainingWaitsForTheGraceAndQueuesAgain() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .settings("grace: 2s\n")
                .agent("quick", "", "echo up > $REEVE_WORKSPACE/up; sleep 0.3; echo quick\n")
                .agent("slow", "", "sleep 1000\n")
                .start()) {
            live.drop("slow", "slow.md", "Do it.\n");
            live.await(State.RUNNING, "slow");
            live.drop("quick", "quick.md", "Do it.\n");
            live.awaitFile("up");
            live.stop(true);
            assertEquals("quick", live.result("quick"));
            TaskFolder slow = live.await(State.QUEUE, "slow");
            assertEquals(0, live.json(slow.record()).get("failures").asInt());
            assertEquals(
                    "killed",
                    live.json(slow.record())
                            .get("attempts")
                            .get(0)
                            .get("outcome")
                            .asString());
        }
    }

    @Test
    void aSecondSupervisorRefusesAndNamesTheFirst() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder).start()) {
            live.until("it has not begun", () -> live.status() != null);
            AlreadyRunning refused = assertThrows(AlreadyRunning.class, live::open);
            String since = live.status().get("supervisor").get("started_at").asString();
            assertTrue(
                    refused.getMessage()
                            .contains("pid " + ProcessHandle.current().pid()),
                    refused.getMessage());
            assertTrue(refused.getMessage().contains(since), refused.getMessage());
        }
    }

    @Test
    void itEndsWhenIdle() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("once", "backoff: 100ms\n", "test $REEVE_ATTEMPT = 2 && echo second\n")) {
            live.drop("once", "once.md", "Do it.\n");
            live.drop("once", "parked.md", "---\nafter: [nobody]\n---\nDo it.\n");
            live.start(Until.IDLE);
            assertNull(live.ended());
            assertEquals("second", live.result("once"));
            live.await(State.WAITING, "parked");
        }
    }

    @Test
    void aLockThatIsRemovedEndsIt() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder).start()) {
            live.until("it has not begun", () -> live.status() != null);
            Files.delete(live.workspace.supervisorLock());
            Throwable why = live.ended();
            assertTrue(why != null && why.getMessage().contains("state/supervisor.lock"), String.valueOf(why));
        }
    }
}
