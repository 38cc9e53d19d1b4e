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
import java.util.List;
import org.junit.jupiter.api.Test;

/** People who are asked, in real folders. */
class QuestionsLiveTest extends AgentsLive {

    private LiveWorkspace people() throws IOException {
        return live().person("jkw", "").agent("hello", "", "cat $REEVE_PROMPT > $REEVE_WORKSPACE/prompt; echo hi\n");
    }

    private static void answer(TaskFolder task, String text) throws IOException {
        Files.writeString(task.answer(), text);
    }

    private static String statusPage(LiveWorkspace live) throws IOException {
        return Files.readString(live.workspace.statusPage());
    }

    @Test
    void whatAPersonWritesIsTheResult() throws Exception {
        try (LiveWorkspace live = people().settings("limits: {max_concurrent: 1}\n")) {
            live.agent("busy", "", "touch $REEVE_WORKSPACE/busy; sleep 1000\n").start();
            live.drop("busy", "busy.md", "Be busy.");
            live.awaitFile("busy");
            for (String name : List.of("first", "second")) {
                live.drop("jkw", name + ".md", "Which of the two? (" + name + ")");
            }
            String why = live.why(State.HELD, "first", "`jkw` is asked", "    Which of the two? (first)", "answer.md");
            TaskFolder first = live.await(State.HELD, "first");
            assertTrue(why.contains("reeve answer " + first.id()), why);
            live.await(State.HELD, "second");
            live.until(
                    "STATUS.md does not begin with who is asked",
                    () -> statusPage(live)
                            .replaceFirst("(?s)^# Status\n\nWritten .*?\n\n", "")
                            .startsWith("## Held: waits for a person\n\n- `"));
            answer(first, "The *left* one.\n");
            assertEquals("The *left* one.", live.result("first"));
            TaskFolder done = live.await(State.DONE, "first");
            live.until("the answer is there twice", () -> !Files.exists(done.answer()));
            assertEquals(List.of("ok"), outcomes(done));
            assertFalse(Files.exists(done.attempt(1).stdout()), "no process ran");
            assertTrue(Files.readString(done.log()).contains("\"reason\":\"The *left* one.\",\"by\":\"person\""));
            assertTrue(Files.exists(live.await(State.HELD, "second").why()), "each is asked by itself");
        }
    }

    @Test
    void aCheckSendsAPersonsAnswerBack() throws Exception {
        try (LiveWorkspace live = people().start()) {
            live.drop("jkw", "sum.md", "---\nverify: grep -qx 4 $REEVE_CHECKED_RESULT\n---\n2 + 2?");
            answer(live.await(State.HELD, "sum"), "5\n");
            live.why(State.HELD, "sum", "was sent back", "attempts/2/");
            answer(live.await(State.HELD, "sum"), "4\n");
            assertEquals("4", live.result("sum"));
        }
    }

    @Test
    void whatIsNoAnswerStaysAndIsTold() throws Exception {
        try (LiveWorkspace live = people().start()) {
            live.drop("hello", "plan.md", "---\napprove: true\n---\nDo it.");
            live.drop("jkw", "json.md", "---\noutput: json\n---\nHow many?");
            TaskFolder plan = live.await(State.HELD, "plan");
            TaskFolder json = live.await(State.HELD, "json");
            answer(plan, "Perhaps.\n");
            toldOf(live, plan, "neither yes nor no");
            Files.delete(plan.answer());
            Files.createSymbolicLink(plan.answer(), live.workspace.settings());
            toldOf(live, plan, "no regular file");
            Files.delete(plan.answer());
            Files.createDirectory(plan.answer());
            toldOf(live, plan, "no regular file");
            answer(json, "{\"many\": ");
            toldOf(live, json, "not JSON");
            Files.write(json.answer(), new byte[(1 << 20) + 1]);
            toldOf(live, json, "1048577 bytes");
            answer(json, "{\"many\": 3}");
            Files.delete(plan.answer());
            answer(plan, "yes");
            live.await(State.DONE, "plan");
            assertEquals(
                    "{\"many\": 3}",
                    Files.readString(live.await(State.DONE, "json").resultJson()));
            live.until("the problems stay", () -> live.status().get("problems").isEmpty());
        }
    }

    private static void toldOf(LiveWorkspace live, TaskFolder task, String words) {
        live.until(
                "nobody is told of " + words,
                () -> statusPage(live)
                        .lines()
                        .anyMatch(line -> line.contains("held/" + task.id() + "/answer.md") && line.contains(words)));
        assertTrue(Files.exists(task.record()), "it is held");
    }

    @Test
    void aYesMayTellMoreAndANoSaysWhy() throws Exception {
        try (LiveWorkspace live = people().start()) {
            for (String name : List.of("plan", "other")) {
                live.drop("hello", name + ".md", "---\napprove: true\n---\nDo it.");
            }
            TaskFolder other = live.await(State.HELD, "other");
            answer(other, "No - not before Monday.");
            live.why(State.FAILED, "other", "A person said no: not before Monday.");
            answer(live.await(State.HELD, "plan"), "Yes, but leave the tests alone.\n");
            live.await(State.DONE, "plan");
            assertTrue(Files.readString(live.awaitFile("prompt")).contains("but leave the tests alone."));

            live.mv(live.await(State.FAILED, "other"), "queue");
            live.await(State.DONE, "other");
        }
    }

    @Test
    void whoDoesNotAnswerIsPassedOver() throws Exception {
        try (LiveWorkspace live = people().person("jkw", "timeout: 2h\nfallback: boss\n")
                .person("boss", "timeout: 2h\nfallback: hello\n")
                .start()) {
            live.drop("jkw", "urgent.md", "What now?");
            live.why(State.HELD, "urgent", "`jkw` is asked", "until");
            live.pass(Duration.ofHours(2).plusSeconds(1));
            live.why(State.HELD, "urgent", "`boss` is asked");
            live.pass(Duration.ofHours(2).plusSeconds(1));
            assertEquals("hi", live.result("urgent"));
            TaskFolder done = live.await(State.DONE, "urgent");
            assertEquals(List.of("timeout", "timeout", "ok"), outcomes(done));
        }
    }

    /** What an agent has put there on its way out is nobody's answer. */
    @Test
    void anAnswerFromBeforeTheQuestionIsNone() throws Exception {
        try (LiveWorkspace live = people()) {
            live.agent(
                            "sly",
                            "retries: 0\nfallback: jkw\n",
                            "echo yes > $REEVE_TASK_DIR/answer.md; touch $REEVE_WORKSPACE/sly; sleep 1000\n")
                    .start();
            live.drop("sly", "pay.md", "---\ntimeout: 1h\n---\nMay it be paid?");
            live.awaitFile("sly");
            live.pass(Duration.ofHours(1).plusSeconds(1));
            Path rejected = live.rejected("answer.md");
            assertTrue(Files.readString(rejected.resolve("why.md")).contains("Nobody had been asked"));
            TaskFolder asked = live.await(State.HELD, "pay");
            assertFalse(Files.exists(asked.answer()));
            answer(asked, "By no means.\n");
            assertEquals("By no means.", live.result("pay"));
        }
    }

    @Test
    void aChildAsksAPersonAndItsParentWaits() throws Exception {
        try (LiveWorkspace live = people()) {
            live.agent("lead", "", """
                            if [ $REEVE_ATTEMPT = 1 ]; then
                              printf -- '---\\nagent: jkw\\nlabel: ask\\n---\\nMay I?\\n' > $REEVE_SPAWN/ask.md
                            else
                              cat $REEVE_TASK_DIR/children/ask/result.md
                            fi
                            """).start();
            live.drop("lead", "lead.md", "Lead.");
            TaskFolder ask = live.await(State.HELD, "ask");
            live.await(State.WAITING, "lead");
            live.mv(ask, "queue");
            assertEquals("yes", live.result("lead"));
        }
    }

    @Test
    void aPersonLooksAtTheAnswersOfOthers() throws Exception {
        try (LiveWorkspace live = people()) {
            live.agent("worker", "", "echo answer $REEVE_ATTEMPT; cat $REEVE_PROMPT > $REEVE_WORKSPACE/prompt\n")
                    .start();
            live.drop("worker", "work.md", "---\nverify: {agent: jkw}\n---\nWork.");
            answer(live.await(State.HELD, "verify-1"), "No: too short.\n");
            TaskFolder second = live.await(State.HELD, "verify-2");
            assertTrue(Files.readString(live.awaitFile("prompt")).contains("No: too short."));
            live.mv(second, "failed");
            live.mv(live.await(State.HELD, "verify-3"), "queue");
            assertEquals("answer 3", live.result("work"));
        }
    }
}
