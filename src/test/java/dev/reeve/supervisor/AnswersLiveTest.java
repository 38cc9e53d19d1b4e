package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Which answer a task ends with, and what its agent can't do to it. */
class AnswersLiveTest extends AgentsLive {

    @Test
    void answersComeFromTheDoorElseFromStandardOutput() throws Exception {
        try (LiveWorkspace live = live().start()) {
            run(live, "printed", "", "echo the answer; echo noise >&2\n");
            run(live, "written", "", "echo noise; echo the answer > $REEVE_RESULT; echo 1 > $REEVE_OUT/a.txt\n");
            run(live, "silent", "", ":\n");
            run(live, "link", "", "ln -s $REEVE_PROMPT $REEVE_RESULT; echo mine\n");
            assertEquals("the answer", live.result("printed"));
            assertEquals("the answer", live.result("written"));
            assertEquals("", live.result("silent"));
            assertEquals("mine", live.result("link"));
            assertEquals(
                    "1\n",
                    Files.readString(live.await(State.DONE, "written").out().resolve("a.txt")));
            assertEquals("the answer\n", Files.readString(live.awaitFile("agents/written/last/result.md")));
            ObjectNode line = Json.parseObject(
                    String.join("", live.lines("agents/written/history.jsonl")).getBytes());
            assertEquals("ok", line.get("outcome").asString());
            assertEquals(
                    live.await(State.DONE, "written").id(), line.get("task").asString());
        }
    }

    @Test
    void anAgentThatTakesItsDoorApartHarmsOnlyItself() throws Exception {
        try (LiveWorkspace live = live().start()) {
            Files.createDirectory(live.workspace.root().resolve("precious"));
            Files.writeString(live.workspace.root().resolve("precious/a"), "a");
            run(live, "doorless", "", "rm -rf $REEVE_TASK_DIR/attempts/1/door; echo still here\n");
            run(live, "mute", "", "rm $REEVE_TASK_DIR/attempts/1/std*\n");
            run(
                    live,
                    "linker",
                    "",
                    "for d in $REEVE_SPAWN $REEVE_SEND $REEVE_OUT; do rmdir $d; ln -s $PWD/precious $d;"
                            + " done; echo linked\n");
            run(
                    live,
                    "filer",
                    "",
                    "rmdir $REEVE_OUT $REEVE_SPAWN; echo x > $REEVE_OUT; echo x > $REEVE_SPAWN; echo ok\n");
            assertEquals("still here", live.result("doorless"));
            assertEquals("", live.result("mute"));
            assertEquals("linked", live.result("linker"));
            assertEquals("ok", live.result("filer"));
            assertEquals("a", Files.readString(live.workspace.root().resolve("precious/a")));
            assertFalse(Files.exists(live.await(State.DONE, "linker").out(), LinkOption.NOFOLLOW_LINKS));
            assertTrue(
                    Files.readString(live.rejected("spawn").resolve("why.md")).contains("was not looked into"));
        }
    }

    @Test
    void whatCantBeSentAndWhatNoRuleTakesIsAnswered() throws Exception {
        try (LiveWorkspace live = live().start()) {
            run(live, "parent", "", "echo '{}' > $REEVE_SEND/hello.json\n");
            Files.writeString(live.workspace.events().resolve("e.json"), "{}");
            live.await(State.DONE, "parent");
            String message = Files.readString(live.rejected("hello.json").resolve("why.md"));
            assertTrue(message.contains("`to`"), message);
            String event = Files.readString(live.rejected("e.json").resolve("why.md"));
            assertTrue(event.contains("no `routes`"), event);
        }
    }

    @Test
    void jsonIsAskedForAndChecked() throws Exception {
        try (LiveWorkspace live = live().agent(
                        "say", "retries: 0\nconcurrency: 9\n", "tail -n 1 $REEVE_TASK_DIR/task.md\n")
                .start()) {
            live.drop("say", "good.md", "---\noutput: json\n---\n{\"a\": 1}\n");
            live.drop("say", "bad.md", "---\noutput: {format: json}\n---\nabout {a}\n");
            TaskFolder done = live.await(State.DONE, "good");
            assertEquals(1, live.json(done.resultJson()).get("a").asInt());
            assertFalse(Files.exists(done.result()));
            live.why(State.FAILED, "bad", "not JSON");
        }
    }

    @Test
    void theAnswerIsTheAcceptedAttemptsAlone() throws Exception {
        try (LiveWorkspace live = live().start()) {
            run(
                    live,
                    "twice",
                    "retries: 1\ntimeout: 2s\n",
                    "if [ $REEVE_ATTEMPT = 1 ]; then printf 'half of the ans' > $REEVE_RESULT; sleep 1000; fi; echo whole\n");
            assertEquals("whole", live.result("twice"));
            assertEquals(List.of("timeout", "ok"), outcomes(live.await(State.DONE, "twice")));
        }
    }
}
