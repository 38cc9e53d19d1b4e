package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Answers that are checked before they count: by real commands and agents, in real folders. */
class ChecksLiveTest {

    /** Gives the number of the attempt, with a deliverable, and keeps what it was told. */
    private static final String WORKER = """
            cat > $REEVE_WORKSPACE/prompt-$REEVE_ATTEMPT
            echo $REEVE_ATTEMPT > $REEVE_OUT/number
            echo answer $REEVE_ATTEMPT > $REEVE_RESULT
            """;

    @TempDir
    Path folder;

    private static ObjectNode json(Path file) throws IOException {
        return Json.parseObject(Files.readAllBytes(file));
    }

    @Test
    void noCheckTakesAMessage() throws Exception {
        try (LiveWorkspace live =
                new LiveWorkspace(folder).agent("worker", "", """
                        touch $REEVE_WORKSPACE/working
                        until [ -e $REEVE_WORKSPACE/go ]; do sleep 0.02; done
                        grep -o 'for the next one' $REEVE_PROMPT || echo nothing
                        """).start()) {
            live.drop("worker", "work.md", "---\nverify: 'true'\n---\nWork.\n");
            live.awaitFile("working");
            Files.writeString(live.workspace.agent("worker").inbox(), "{\"message\":\"for the next one\"}\n");
            Files.createFile(live.workspace.root().resolve("go"));
            assertEquals("nothing", live.result("work"));
            assertEquals("for the next one", live.result("messages"));
        }
    }

    @Test
    void aCommandSendsBackUntilItIsContent() throws Exception {
        try (LiveWorkspace live =
                new LiveWorkspace(folder).agent("worker", "", WORKER).start()) {
            live.drop("worker", "go.md", """
                    ---
                    verify: |
                      pwd > $REEVE_WORKSPACE/where
                      echo "this is number $(cat $REEVE_CHECKED_OUT/number)"
                      grep -q 'answer 3' $REEVE_CHECKED_RESULT
                    ---
                    Count.
                    """);
            assertEquals("answer 3", live.result("go"));
            TaskFolder done = live.await(State.DONE, "go");
            assertEquals("3\n", Files.readString(done.out().resolve("number")));
            assertEquals(
                    List.of(live.workspace.agent("worker").work().toString()), live.lines("where"), "where it works");
            String second = Files.readString(live.workspace.root().resolve("prompt-3"));
            assertTrue(second.contains("# What the check said of attempt 1"), second);
            assertTrue(second.contains("this is number 1"), second);
            assertFalse(
                    Files.readString(live.workspace.root().resolve("prompt-1")).contains("What the check said"));
            assertEquals(1, json(done.attempt(2).command()).get("verifies").asInt());
            assertEquals(0, json(done.record()).get("failures").asInt(), "an answer sent back is no failed attempt");
        }
    }

    @Test
    void afterTheLastRoundEachOfThemIsNamed() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("worker", "verify: 'echo no; exit 1'\nmax_rounds: 2\n", WORKER)
                .start()) {
            live.drop("worker", "go.md", "Never good enough.\n");
            TaskFolder failed = live.await(State.FAILED, "go");
            String why = Files.readString(failed.why());
            for (String named : List.of("attempts/1/", "attempts/2/", "attempts/3/", "attempts/4/")) {
                assertTrue(why.contains(named), why);
            }
            assertFalse(Files.exists(failed.result()), "no answer of it counts");
            assertEquals("3\n", Files.readString(failed.attempt(3).out().resolve("number")));
        }
    }

    @Test
    void anAgentReviewsAsAChild() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("worker", "verify: {agent: reviewer}\nmay_ask: []\n", WORKER)
                .agent("reviewer", "verify: {agent: reviewer}\n", """
                        tee $REEVE_WORKSPACE/review >/dev/null
                        if grep -q '^answer 2' $REEVE_WORKSPACE/review; then echo Accept; else echo It lacks a two.; fi
                        """)
                .start()) {
            live.drop("worker", "go.md", "Count to two.\n");
            assertEquals("answer 2", live.result("go"));
            TaskFolder done = live.await(State.DONE, "go");
            assertTrue(
                    Files.readString(live.workspace.root().resolve("prompt-2")).contains("It lacks a two."));
            assertTrue(live.lines("review").contains("Count to two."), "it is told what was asked for");
            assertEquals(
                    "It lacks a two.\n", Files.readString(done.child("verify-1").result()));
            assertFalse(json(done.record()).has("complete"), "a review is nothing that the task has asked for");
        }
    }

    @Test
    void aReviewerThatFailsLeavesItToAPerson() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("worker", "", WORKER)
                .agent("reviewer", "retries: 0\n", "exit 1\n")
                .start()) {
            live.drop("worker", "go.md", "---\nverify: {agent: reviewer}\n---\nGo.\n");
            TaskFolder held = live.await(State.HELD, "go");
            String why = Files.readString(held.why());
            assertTrue(why.contains("exit status 1") && why.contains("attempts/1/"), why);
            live.mv(held, "queue");
            assertEquals("answer 1", live.result("go"));
            assertEquals(
                    "1\n", Files.readString(live.await(State.DONE, "go").out().resolve("number")));
        }
    }

    @Test
    void whoeverNamesNobodyIsTold() throws Exception {
        try (LiveWorkspace live =
                new LiveWorkspace(folder).agent("worker", "", WORKER).start()) {
            live.drop("worker", "go.md", "---\nverify: {agent: wroker}\n---\nGo.\n");
            String page = Files.readString(live.rejected("go.md").resolve("why.md"));
            assertTrue(page.contains("`worker`"), page);
        }
    }
}
