package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a person does to tasks at work, and while nobody supervises. */
class PersonAtRunsLiveTest extends PeopleLive {

    /** The agent has more places than one, so that only its own first run can keep the second from beginning. */
    @Test
    void whatIsSentBackToTheQueueRunsAgainOnlyWhenItsFirstRunIsGone() throws Exception {
        try (LiveWorkspace live = live().agent("mule", "concurrency: 9\n", """
                        cd $REEVE_WORKSPACE
                        if [ -e first ]; then kill -0 $(cat first) 2>/dev/null && echo beside it || echo after it; exit; fi
                        trap '' TERM
                        echo $$ > first
                        while :; do sleep 0.02; done
                        """).start()) {
            live.drop("mule", "task.md", "Work.\n");
            live.awaitFile("first");
            live.mv(live.await(State.RUNNING, "task"), "queue");
            assertEquals("after it", live.result("task"));
            assertEquals(
                    "killed",
                    live.json(live.find(State.DONE, "task").record())
                            .get("attempts")
                            .get(0)
                            .get("outcome")
                            .asString());
        }
    }

    @Test
    void whatWasDoneAndParkedBeginsAgainWhenItIsReleased() throws Exception {
        try (LiveWorkspace live = live().agent(
                        "maker", "", "echo $REEVE_ATTEMPT > $REEVE_OUT/file; echo $REEVE_ATTEMPT\n")
                .start()) {
            live.drop("maker", "task.md", "Make it.\n");
            live.mv(live.await(State.DONE, "task"), "held");
            live.why(State.HELD, "task", "means nothing");
            live.mv(live.find(State.HELD, "task"), "queue");
            assertEquals("2", live.result("task"));
            TaskFolder done = live.find(State.DONE, "task");
            assertEquals("2\n", Files.readString(done.out().resolve("file")));
            assertEquals("1\n", Files.readString(done.attempt(1).out().resolve("file")));
        }
    }

    @Test
    void aRunningTaskIsStoppedBeforeTheMoveIsObeyed() throws Exception {
        try (LiveWorkspace live = live().start()) {
            for (String name : new String[] {"hold", "again", "up", "away", "nonsense"}) {
                live.drop("work", name + ".md", "Work.\n");
            }
            live.until("not all are at work", () -> live.lines("pids").size() == 5);
            live.mv(live.await(State.RUNNING, "hold"), "held");
            live.mv(live.await(State.RUNNING, "up"), "failed");
            live.mv(live.await(State.RUNNING, "again"), "queue");
            live.mv(live.await(State.RUNNING, "nonsense"), "waiting");
            TaskFolder away = live.await(State.RUNNING, "away");
            live.rm(away.path());

            live.why(State.HELD, "hold", "parked it while it ran");
            live.why(State.FAILED, "up", "gave it up while it ran");
            live.why(State.HELD, "nonsense", "means nothing");
            live.until("it is not cancelled", () -> told(live, "cancel", away.id()));
            live.until("it does not run again", () -> live.lines("pids").size() == 6);
            live.await(State.RUNNING, "again");
            live.until("five are not gone", () -> live.living("pids").size() == 1);
            assertEquals(
                    0,
                    live.json(live.await(State.RUNNING, "again").record())
                            .get("failures")
                            .asInt());
        }
    }

    @Test
    void aFileStopKeepsNewTasksFromStartingAndNowStopsTheOthers() throws Exception {
        try (LiveWorkspace live = live().start()) {
            live.drop("work", "busy.md", "Work.\n");
            live.until("it is not at work", () -> live.lines("pids").size() == 1);
            Files.writeString(live.workspace.stop(), "");
            live.until(
                    "it is not seen",
                    () -> "stop".equals(live.status().get("stop").asString()));
            live.drop("work", "next.md", "Work.\n");
            live.await(State.QUEUE, "next");
            live.await(State.RUNNING, "busy");
            Files.writeString(live.workspace.stop(), "now\n");
            TaskFolder stopped = live.await(State.QUEUE, "busy");
            live.until("it still works", () -> live.living("pids").isEmpty());
            assertEquals(0, live.json(stopped.record()).get("failures").asInt());
            Files.delete(live.workspace.stop());
            live.until("they do not go on", () -> live.lines("pids").size() == 3);
        }
    }

    @Test
    void whatAPersonMovesWhileNobodySupervisesIsObeyedAtTheNextStart() throws Exception {
        try (LiveWorkspace live = live().start()) {
            live.drop("fail", "go.md", "---\nafter: [nobody]\n---\nDo it, please.\n");
            live.drop("fail", "late.md", "---\ndeadline: 1h\nnot_before: 2h\n---\nDo it, please.\n");
            TaskFolder go = live.await(State.WAITING, "go");
            live.await(State.WAITING, "late");
            live.pass(Duration.ofMinutes(61));
            TaskFolder late = live.await(State.FAILED, "late");
            live.stop(false);
            live.mv(go, "queue");
            Files.writeString(late.task("md"), "Do it, please.\n");
            live.mv(late, "queue");
            live.start();
            live.await(State.DONE, "go");
            live.await(State.DONE, "late");
        }
    }
}
