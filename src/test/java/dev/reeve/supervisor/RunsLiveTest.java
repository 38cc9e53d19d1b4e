package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a task as its attempts end, one way or another. */
class RunsLiveTest extends AgentsLive {

    @Test
    void aFailureIsTriedAgainAndThenGivenUp() throws Exception {
        try (LiveWorkspace live = live().start()) {
            run(live, "flaky", "retries: 2\n", "echo try >> tries; test $(grep -c try tries) = 3 && echo third\n");
            run(live, "never", "retries: 1\n", "echo some words; echo more words >&2; exit 3\n");
            run(live, "slow", "retries: 9\nbackoff: 1h\n", "exit 1\n");
            assertEquals("third", live.result("flaky"));
            assertEquals(List.of("failed", "failed", "ok"), outcomes(live.await(State.DONE, "flaky")));
            live.why(State.FAILED, "never", "exit status 3", "2 attempts", "some words", "more words");
            live.why(State.WAITING, "slow", "try 2 of 10", "reeve release");
        }
    }

    @Test
    void clocksStopWhatIsLate() throws Exception {
        try (LiveWorkspace live = live().start()) {
            run(live, "long", "timeout: 300ms\n", "sleep 1000\n");
            run(live, "quiet", "idle_timeout: 300ms\n", "echo first; sleep 1000\n");
            run(
                    live,
                    "busy",
                    "idle_timeout: 2s\n",
                    "for i in 1 2 3 4 5 6; do echo $i; sleep 0.5; done > $REEVE_RESULT\n");
            live.agent("due", "", "sleep 1000\n");
            live.drop("due", "due.md", "---\ndeadline: 2s\n---\nDo it.\n");
            live.await(State.RUNNING, "due");
            live.drop("due", "behind.md", "---\ndeadline: 400ms\n---\nDo it.\n");
            live.why(State.FAILED, "long", "longer than its timeout");
            live.why(State.FAILED, "quiet", "was silent");
            live.why(State.FAILED, "due", "deadline");
            live.why(State.FAILED, "behind", "passed before it was done");
            assertEquals(List.of("timeout"), outcomes(live.await(State.FAILED, "long")));
            assertEquals("1\n2\n3\n4\n5\n6", live.result("busy"));
        }
    }

    @Test
    void aShimThatIsKilledMeansALostAttempt() throws Exception {
        try (LiveWorkspace live = live().start()) {
            String once = "if [ $REEVE_ATTEMPT = 1 ]; then kill -9 $(cut -d' ' -f1 $REEVE_TASK_DIR/attempts/1/pid);"
                    + " sleep 1000; fi; echo again\n";
            run(live, "lost", "", once);
            run(live, "always", "", "kill -9 $(cut -d' ' -f1 $REEVE_TASK_DIR/attempts/$REEVE_ATTEMPT/pid)\n");
            live.agent("careful", "", "cd $REEVE_WORKSPACE\n" + once);
            live.drop("careful", "careful.md", "---\non_lost: hold\n---\nDo it.\n");
            assertEquals("again", live.result("lost"));
            TaskFolder done = live.await(State.DONE, "lost");
            assertEquals(List.of("lost", "ok"), outcomes(done));
            assertEquals(0, record(done).get("failures").asInt());
            live.why(State.HELD, "careful", "on_lost: hold");
            live.why(State.FAILED, "always", "3 times in a row");
        }
    }
}
