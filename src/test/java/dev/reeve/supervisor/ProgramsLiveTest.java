package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.files.RealDisk;
import dev.reeve.message.Message;
import dev.reeve.message.Sending;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents that are programs of a preset: scripts that print what the real ones print. */
class ProgramsLiveTest {

    /** What a claude prints that has done what it was asked. Its answer is how it was called. */
    private static final String CLAUDE = """
            id=c-1; answer=new
            while [ $# -gt 0 ]; do [ "$1" = --resume ] && id=$2 && answer="again $2"; shift; done
            begin() { printf '{"type":"system","subtype":"init","session_id":"%s","model":"m"}\\n' $id; }
            end() { printf '{"type":"result","subtype":"success","is_error":false,"result":"%s","session_id":"%s",' "$1" $id
                printf '"total_cost_usd":0.5,"modelUsage":{"m":{"inputTokens":10,"outputTokens":2}},"permission_denials":%s}\\n' \\
                    "${2:-[]}"; }
            begin
            """;

    @TempDir
    Path folder;

    private LiveWorkspace live(String more, String script) throws IOException {
        return new LiveWorkspace(folder).agent("a", "runtime: claude\nretries: 0\n" + more, CLAUDE + script);
    }

    private static TaskRecord record(TaskFolder task) throws IOException {
        return TaskRecords.read(new RealDisk(), task);
    }

    @Test
    void itsLastWordIsTheAnswerAndItsConversationIsKept() throws Exception {
        try (LiveWorkspace live = live("", "end \"$answer\"\n").start()) {
            live.drop("a", "one.md", "do it");
            assertEquals("new", live.result("one"));
            AttemptRecord attempt = record(live.await(State.DONE, "one")).lastAttempt();
            assertEquals("claude", attempt.strand().runtime());
            assertEquals("c-1", attempt.strand().conversation());
            assertEquals(500_000, attempt.strand().total().cost());
        }
    }

    @Test
    void whatItHasWrittenComesBeforeWhatItSaid() throws Exception {
        try (LiveWorkspace live =
                live("", "echo written > $REEVE_RESULT; end said\n").start()) {
            live.drop("a", "one.md", "do it");
            assertEquals("written", live.result("one"));
        }
    }

    @Test
    void statusZeroIsNotEnough() throws Exception {
        try (LiveWorkspace live =
                live("", "trap 'exit 0' TERM; echo 'not logged in'\n").start()) {
            live.drop("a", "one.md", "do it");
            live.why(State.FAILED, "one", "ended without saying that it is done", "not logged in");
        }
    }

    @Test
    void norIsItsWordWithAnotherStatus() throws Exception {
        try (LiveWorkspace live = live("", "end done; exit 3\n").start()) {
            live.drop("a", "one.md", "do it");
            live.why(State.FAILED, "one", "exit status 3");
        }
    }

    @Test
    void refusedToolCallsAreInItsLog() throws Exception {
        try (LiveWorkspace live = live("", "end done '[{},{}]'\n").start()) {
            live.drop("a", "one.md", "do it");
            TaskFolder task = live.await(State.DONE, "one");
            String log = Files.readString(task.log());
            assertTrue(log.contains("\"action\":\"note\""), log);
            assertTrue(log.contains("2 tool calls were refused"), log);
        }
    }

    @Test
    void aTaskGoesOnWithTheConversationOfAnother() throws Exception {
        try (LiveWorkspace live =
                live("session: continue\n", "end \"$answer\"\n").start()) {
            Files.writeString(live.workspace.houseRules(), "THE RULES");
            live.drop("a", "one.md", "do it");
            assertEquals("new", live.result("one"));
            live.drop("a", "two.md", "and this");
            assertEquals("again c-1", live.result("two"));
            String first =
                    Files.readString(live.await(State.DONE, "one").attempt(1).prompt());
            String second =
                    Files.readString(live.await(State.DONE, "two").attempt(1).prompt());
            assertTrue(first.contains("THE RULES"), first);
            assertFalse(second.contains("THE RULES"), second);
            assertTrue(second.contains("and this"), second);
        }
    }

    @Test
    void aLabelHasAConversationOfItsOwn() throws Exception {
        try (LiveWorkspace live = live("", "end \"$answer\"\n").start()) {
            live.drop("a", "one.md", "---\nsession: tg-1\n---\ndo it");
            assertEquals("new", live.result("one"));
            live.drop("a", "two.md", "---\nsession: tg-2\n---\ndo it");
            assertEquals("new", live.result("two"));
            live.drop("a", "three.md", "---\nsession: tg-1\n---\ndo it");
            assertEquals("again c-1", live.result("three"));
        }
    }

    @Test
    void aSecondAttemptGoesOnWithItsOwn() throws Exception {
        String script = "[ \"$answer\" = new ] && exit 1\nend \"$answer\"\n";
        try (LiveWorkspace live = live("", script).start()) {
            live.drop("a", "one.md", "---\nretries: 1\n---\ndo it");
            assertEquals("again c-1", live.result("one"));
        }
    }

    @Test
    void whatItHasForgottenIsBegunAnewAndSaid() throws Exception {
        String script = """
                [ "$answer" = new ] && end "$answer" && exit 0
                echo "No conversation found with session ID: $id" >&2; exit 1
                """;
        try (LiveWorkspace live = live("session: continue\n", script).start()) {
            live.drop("a", "one.md", "do it");
            assertEquals("new", live.result("one"));
            live.drop("a", "two.md", "do it");
            assertEquals("new", live.result("two"));
            TaskFolder task = live.await(State.DONE, "two");
            TaskRecord record = record(task);
            assertEquals(2, record.attempts().size());
            assertEquals(0, record.failures());
            assertTrue(Files.readString(task.log()).contains("knows nothing any more of the conversation c-1"));
            assertTrue(Files.readString(task.attempt(2).prompt()).contains("# How to work here"));
        }
    }

    @Test
    void whoIsToldSomethingIsStoppedAndGoesOnWithIt() throws Exception {
        String script = """
                [ "$answer" = new ] && touch $REEVE_WORKSPACE/begun && sleep 600
                grep -q 'only the last quarter' && end "$answer, told"
                """;
        try (LiveWorkspace live = live("", script).start()) {
            live.drop("a", "one.md", "do it");
            live.awaitFile("begun");
            TaskFolder task = live.await(State.RUNNING, "one");
            Message message = new Message(
                    "person:1",
                    Message.PERSON,
                    task.id(),
                    Instant.now(),
                    "only the last quarter",
                    Message.Kind.MESSAGE,
                    null,
                    null,
                    null,
                    0);
            Sending.send(new RealDisk(), task.messages(), message);
            assertEquals("again c-1, told", live.result("one"));
            TaskRecord record = record(live.await(State.DONE, "one"));
            assertEquals(Outcome.KILLED, record.attempts().get(0).outcome());
            assertEquals(0, record.failures());
            assertEquals(2, record.attempts().size());
        }
    }

    @Test
    void itsOwnRetriesAreShown() throws Exception {
        String retry = "{\"type\":\"system\",\"subtype\":\"api_retry\",\"attempt\":2,\"max_retries\":9,"
                + "\"error_status\":529,\"error\":\"overloaded\"}";
        String script =
                "echo '" + retry + "'; until [ -e $REEVE_WORKSPACE/go ]; do sleep 0.05; done; end \"$answer\"\n";
        try (LiveWorkspace live = live("", script).start()) {
            live.drop("a", "one.md", "do it");
            live.until(
                    "its retry is not shown",
                    () -> Json.line(live.status()).contains("\"retrying\":\"try 2 of 9: 529 overloaded\""));
            Files.createFile(live.workspace.root().resolve("go"));
            assertEquals("new", live.result("one"));
        }
    }

    @Test
    void whileItRetriesByItselfOthersLeaveItsProviderAloneOncePerTimeThatItSaysSo() throws Exception {
        String retry = "retry() { echo '{\"type\":\"system\",\"subtype\":\"api_retry\",\"attempt\":'$1',"
                + "\"max_retries\":9,\"error_status\":529,\"error\":\"overloaded\",\"retry_after\":'$2'}'; }\n";
        String script = retry + """
                retry 1 30
                until [ -e $REEVE_WORKSPACE/more ]; do sleep 0.05; done
                retry 2 40
                until [ -e $REEVE_WORKSPACE/go ]; do sleep 0.05; done
                end "$answer"
                """;
        try (LiveWorkspace live = live("model: anthropic/m\n", script)
                .agent("b", "runtime: claude\nmodel: anthropic/m\n", CLAUDE + "end b\n")
                .agent("c", "runtime: claude\nmodel: elsewhere/m\n", CLAUDE + "end c\n")
                .start()) {
            live.drop("a", "one.md", "do it");
            live.until(
                    "its retry is not shown",
                    () -> Json.line(live.status()).contains("\"retrying\":\"try 1 of 9: 529 overloaded\""));
            live.drop("b", "two.md", "do it");
            live.why(State.WAITING, "two", "Anthropic asked to be left alone until");
            live.drop("c", "another.md", "do it");
            assertEquals("c", live.result("another"));
            live.pass(Duration.ofSeconds(31));
            assertEquals("b", live.result("two"));
            Files.createFile(live.workspace.root().resolve("more"));
            live.until(
                    "its second retry is not shown",
                    () -> Json.line(live.status()).contains("\"retrying\":\"try 2 of 9"));
            live.drop("b", "three.md", "do it");
            live.why(State.WAITING, "three", "Anthropic asked to be left alone until");
            assertTrue(Json.line(live.status()).contains("retrying"), "it has ended");
            Files.createFile(live.workspace.root().resolve("go"));
            assertEquals("new", live.result("one"));
            live.pass(Duration.ofSeconds(41));
            assertEquals("b", live.result("three"));
        }
    }

    @Test
    void whatWasBegunByAnotherSupervisorIsUnderstoodByTheNext() throws Exception {
        String script =
                "touch $REEVE_WORKSPACE/begun; until [ -e $REEVE_WORKSPACE/go ]; do sleep 0.05; done; end late\n";
        try (LiveWorkspace live = live("", script).start()) {
            live.drop("a", "one.md", "do it");
            live.awaitFile("begun");
            live.stop(false);
            Files.createFile(live.workspace.root().resolve("go"));
            live.start();
            assertEquals("late", live.result("one"));
        }
    }

    @Test
    void aPresetOfOnesOwnHasTheSamePowers() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)) {
            Files.createDirectories(live.workspace.presets());
            Files.writeString(live.workspace.preset("mine.yaml"), """
                    command: [sh]
                    arguments: [["{agent}/run.sh", "{model}"], "{args}"]
                    output: whole
                    rules:
                      - when: {answer: "*"}
                        text: answer
                        input: tokens.*.in
                        end: success
                    """);
            live.agent("b", "", "printf 'warming up\\n{\"answer\":\\n\"%s\",\"tokens\":{\"x\":{\"in\":1}}}' \"$*\"\n");
            Files.writeString(live.workspace.agent("b").config(), "runtime: mine\nmodel: m-1\nargs: [two words]\n");
            live.start();
            live.drop("b", "one.md", "do it");
            assertEquals("m-1 two words", live.result("one"));
        }
    }

    @Test
    void whileAPresetIsBrokenItsAgentsWait() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder).agent("b", "runtime: mine\n", "echo '{\"ok\":1}'\n")) {
            live.start();
            live.drop("b", "one.md", "do it");
            live.why(State.WAITING, "one", "there is no preset `mine`");
            Files.createDirectories(live.workspace.presets());
            Files.writeString(live.workspace.preset("mine.yaml"), "command: [sh]\nrules: [{when: {ok: 1}, ende: x}]\n");
            String told = "presets/mine.yaml:2:25: unknown key `rules[0].ende`";
            live.until("nobody tells", () -> Json.line(live.status()).contains(told));
            live.drop("b", "two.md", "do it");
            live.why(State.WAITING, "two", told);
            live.why(State.WAITING, "one", told);
            Files.writeString(
                    live.workspace.preset("mine.yaml"),
                    "command: [sh]\narguments: []\nrules: [{when: {ok: 1}, text: ok, end: success}]\n");
            assertEquals("1", live.result("one"));
        }
    }

    @Test
    void aTaskMayNotAskForMoreThanItsAgentMay() throws Exception {
        try (LiveWorkspace live =
                live("permissions: read\n", "end \"$answer\"\n").start()) {
            live.drop("a", "one.md", "---\npermissions: full\n---\ndo it");
            String why = Files.readString(live.rejected("one.md").resolve("why.md"));
            assertTrue(why.contains("`permissions: full` is more than agent `a` has, which is `read`"), why);
        }
    }
}
