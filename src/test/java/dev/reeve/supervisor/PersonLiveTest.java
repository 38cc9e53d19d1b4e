package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each move that a person makes means what the table of moves says. */
class PersonLiveTest extends PeopleLive {

    @Test
    void aFailedTaskBeginsAgainFromZeroWithItsFileMended() throws Exception {
        try (LiveWorkspace live = live().start()) {
            live.drop("fail", "polite.md", "Do it.\n");
            TaskFolder failed = live.await(State.FAILED, "polite");
            String why = Files.readString(failed.why());
            assertTrue(why.contains("exit status 1") && why.contains("reeve retry " + failed.id()), why);
            Files.writeString(failed.task("md"), "Do it, please.\n");
            live.mv(failed, "queue");
            TaskFolder done = live.await(State.DONE, "polite");
            assertTrue(Files.exists(done.attempt(2).exit()), "attempt numbers go on");
            assertEquals(0, live.json(done.record()).get("failures").asInt(), "counters begin anew");
            assertFalse(Files.exists(done.why()));

            Files.writeString(done.task("md"), "---\ntimeot: 3s\n---\nDo it.\n");
            live.mv(done, "queue");
            why = live.why(State.FAILED, "polite");
            assertTrue(why.contains(":2:") && why.contains("timeout"), why);
            // mended badly once, it can be mended again
            TaskFolder again = live.await(State.FAILED, "polite");
            Files.writeString(again.task("md"), "Do it, please.\n");
            live.mv(again, "queue");
            live.await(State.DONE, "polite");
        }
    }

    @Test
    void aQueuedTaskIsParkedReleasedRefusedAndCancelled() throws Exception {
        try (LiveWorkspace live = live()) {
            Files.writeString(live.workspace.stop(), "");
            live.start();
            for (String name : new String[] {"park", "no", "cancel", "cancel-held", "lost-its-way", "done-by-hand"}) {
                live.drop("fail", name + ".md", "Do it, please.\n");
                live.await(State.QUEUE, name);
            }
            TaskFolder cancel = live.await(State.QUEUE, "cancel");
            live.rm(cancel.path());
            live.until("it is not cancelled", () -> told(live, "cancel", cancel.id()));
            for (String name : new String[] {"park", "no", "cancel-held"}) {
                live.mv(live.await(State.QUEUE, name), "held");
                live.why(State.HELD, name, "parked");
            }
            live.mv(live.await(State.QUEUE, "lost-its-way"), "running");
            live.why(State.HELD, "lost-its-way", "from queue/ to running/");
            live.mv(live.await(State.QUEUE, "done-by-hand"), "done");
            live.why(State.HELD, "done-by-hand", "from queue/ to done/");
            live.mv(live.await(State.HELD, "no"), "failed");
            live.why(State.FAILED, "no", "person said no");
            TaskFolder held = live.await(State.HELD, "cancel-held");
            live.rm(held.path());
            live.until("it is not cancelled", () -> told(live, "cancel", held.id()));
            live.mv(live.await(State.HELD, "park"), "queue");
            Files.delete(live.workspace.stop());
            live.await(State.DONE, "park");
            assertFalse(told(live, "start", cancel.id()));
        }
    }

    @Test
    void aWaitingTaskIsToldToGoOnParkedGivenUpAndCancelled() throws Exception {
        try (LiveWorkspace live = live().start()) {
            for (String name : new String[] {"go", "park", "up", "cancel"}) {
                live.drop("fail", name + ".md", "---\nnot_before: 2h\nafter: [never-there]\n---\nDo it, please.\n");
                live.why(State.WAITING, name, "Not before");
            }
            live.mv(live.await(State.WAITING, "go"), "queue");
            live.await(State.DONE, "go");
            live.mv(live.await(State.WAITING, "park"), "held");
            live.why(State.HELD, "park", "parked");
            live.mv(live.await(State.WAITING, "up"), "failed");
            live.why(State.FAILED, "up", "person gave it up");
            TaskFolder cancel = live.await(State.WAITING, "cancel");
            live.rm(cancel.path());
            live.until("it is not cancelled", () -> told(live, "cancel", cancel.id()));
        }
    }

    @Test
    void whatIsNoTaskGoesOutOfTheWay() throws Exception {
        try (LiveWorkspace live = live().start()) {
            Files.createDirectory(live.workspace.state(State.QUEUE).resolve("20260101-000000-aaaa-husk"));
            Files.writeString(live.workspace.state(State.HELD).resolve("note.md"), "a note\n");
            live.until("they stay", () -> {
                live.pass(Duration.ofSeconds(1));
                return live.find(State.QUEUE, "husk") == null
                        && !Files.exists(live.workspace.state(State.HELD).resolve("note.md"));
            });
            Path why = live.rejected("20260101-000000-aaaa-husk").resolve("why.md");
            assertTrue(Files.readString(why).contains("no record.json"));
            assertEquals("a note\n", Files.readString(live.rejected("note.md").resolve("note.md")));
        }
    }
}
