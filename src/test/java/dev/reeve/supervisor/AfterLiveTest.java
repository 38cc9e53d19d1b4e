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

/** Tasks that wait for a time, and for each other. */
class AfterLiveTest {

    private static final String ADD = "ls $REEVE_TASK_DIR/after 2>/dev/null | tr '\\n' ' '; echo at last\n";

    @TempDir
    Path folder;

    private LiveWorkspace live() throws IOException {
        return new LiveWorkspace(folder)
                .agent("first", "retries: 0\n", "echo part > $REEVE_OUT/part.txt; echo the first\n")
                .agent("bad", "retries: 0\nbreaker: {failures: 99, window: 99}\n", "exit 1\n")
                .agent("add", "", ADD);
    }

    @Test
    void resultsComeToTheTaskThatWaitedForThem() throws Exception {
        try (LiveWorkspace live = live().start()) {
            live.drop("add", "sum.md", "---\nafter: [one, two]\n---\nAdd.\n");
            live.why(State.WAITING, "sum", "`one`: no task with this id or label", "`two`");
            live.drop("first", "one.md", "Do it.\n");
            live.await(State.DONE, "one");
            live.drop("first", "two.md", "Do it.\n");
            assertEquals("one two at last", live.result("sum"));
            TaskFolder sum = live.await(State.DONE, "sum");
            TaskFolder one = new TaskFolder(sum.after().resolve("one"));
            assertEquals("the first\n", Files.readString(one.result()));
            assertEquals("part\n", Files.readString(one.out().resolve("part.txt")));
            String prompt = Files.readString(sum.attempt(1).prompt());
            assertTrue(prompt.contains("the first") && prompt.contains("as data"), prompt);
        }
    }

    @Test
    void afterOneThatEndedTheNewestOfTheLastDayIsMeant() throws Exception {
        try (LiveWorkspace live = live().start()) {
            live.drop("first", "one.md", "Do it.\n");
            live.await(State.DONE, "one");
            live.drop("add", "soon.md", "---\nafter: one\n---\nAdd.\n");
            assertEquals("one at last", live.result("soon"));
            live.stop(false);
            live.pass(Duration.ofHours(25));
            live.start();
            live.drop("add", "late.md", "---\nafter: one\n---\nAdd.\n");
            live.why(State.WAITING, "late", "no task with this id or label is known yet");
        }
    }

    @Test
    void aFailureBeforeMeansWhatTheTaskSays() throws Exception {
        try (LiveWorkspace live = live().start()) {
            for (String word : new String[] {"fail", "run", "hold"}) {
                live.drop("add", word + ".md", "---\nafter: [broken]\nafter_failed: " + word + "\n---\nAdd.\n");
                live.await(State.WAITING, word);
            }
            live.drop("bad", "broken.md", "Do it.\n");
            live.why(State.FAILED, "fail", "did not end well", "failed");
            live.why(State.HELD, "hold", "did not end well");
            assertEquals("broken at last", live.result("run"));
            String why = Files.readString(live.await(State.DONE, "run").after().resolve("broken/why.md"));
            assertTrue(why.contains("exit status 1"), why);
        }
    }

    @Test
    void oneThatWasCancelledCountsAsFailed() throws Exception {
        try (LiveWorkspace live = live().start()) {
            live.drop("first", "never.md", "---\nnot_before: 1h\n---\nDo it.\n");
            TaskFolder never = live.await(State.WAITING, "never");
            live.drop("add", "next.md", "---\nafter: [never]\n---\nAdd.\n");
            live.why(State.WAITING, "next", never.id());
            live.rm(never.path());
            live.why(State.FAILED, "next", "was cancelled");
        }
    }

    @Test
    void aTimeHasToCome() throws Exception {
        try (LiveWorkspace live = live().start()) {
            live.drop("first", "later.md", "---\nnot_before: 1h\n---\nDo it.\n");
            live.why(State.WAITING, "later", "Not before");
            live.pass(Duration.ofMinutes(59));
            live.stop(false);
            assertFalse(live.find(State.WAITING, "later") == null);
            live.start();
            live.pass(Duration.ofMinutes(2));
            assertEquals("the first", live.result("later"));
        }
    }
}
