package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of an attempt outlives it, and nobody else's process is touched. */
class TreesLiveTest {

    /** Ignores the request to end, forks twice, and leaves its session. */
    private static final String STUBBORN = """
            trap '' TERM HUP INT
            cd $REEVE_WORKSPACE
            (trap '' TERM; (setsid sh -c 'trap "" TERM; echo $$ >> pids; while :; do sleep 1; done' &) &)
            setsid sh -c 'trap "" TERM; (sleep 1000 & echo $! >> pids); echo $$ >> pids; sleep 1000'  &
            echo $$ >> pids
            while :; do sleep 1; done
            """;

    @TempDir
    Path folder;

    @Test
    void aStubbornTreeIsGoneAndAStrangerIsNot() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "setsid is not on this machine");
        Process stranger = new ProcessBuilder("sleep", "1000").start();
        try (LiveWorkspace live =
                new LiveWorkspace(folder).agent("mule", "", STUBBORN).start()) {
            live.drop("mule", "mule.md", "Do it.\n");
            live.until("its tree is not complete", () -> live.lines("pids").size() == 4);
            live.mv(live.await(State.RUNNING, "mule"), "failed");
            live.until(
                    "it is not given up", () -> live.why(State.FAILED, "mule").contains("while it ran"));
            assertEquals(List.of(), live.living("pids"));
            assertTrue(stranger.isAlive(), "a stranger was killed");
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void whatAnAgentLeavesBehindIsStoppedAtItsEnd() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("litter", "", "cd $REEVE_WORKSPACE; sleep 1000 & echo $! > pids; echo done\n")
                .start()) {
            live.drop("litter", "litter.md", "Do it.\n");
            assertEquals("done", live.result("litter"));
            assertEquals(List.of(), live.living("pids"));
        }
    }

    @Test
    void aTaskRemovedWhileNobodyLookedIsStoppedAtTheNextStart() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("work", "", "cd $REEVE_WORKSPACE; echo $$ >> pids; sleep 1000 & wait\n")
                .start()) {
            live.drop("work", "gone.md", "Do it.\n");
            live.until("it is not at work", () -> live.lines("pids").size() == 1);
            TaskFolder task = live.await(State.RUNNING, "gone");
            live.stop(false);
            assertEquals(1, live.living("pids").size(), "it does not outlive the supervisor");
            live.rm(task.path());
            live.start();
            live.until("it lives on", () -> live.living("pids").isEmpty());
        }
    }
}
