package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Messages between people, agents and tasks: by real processes, in real folders. */
class MessagesLiveTest {

    private static final String SEND = """
            send() {
                printf '%s' "$2" > $REEVE_SEND/.$1
                mv $REEVE_SEND/.$1 $REEVE_SEND/$1.json
            }
            """;

    @TempDir
    Path folder;

    private static void write(LiveWorkspace live, String agent, String line) throws IOException {
        Files.writeString(
                live.workspace.agent(agent).inbox(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<String> messages(Path inbox) throws IOException {
        return Files.exists(inbox)
                ? Files.readAllLines(inbox).stream()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
    }

    @Test
    void aPersonsMessagesWakeAnIdleAgentOnce() throws Exception {
        LiveWorkspace live = new LiveWorkspace(folder)
                .agent("writer", "", "echo woken >> $REEVE_WORKSPACE/started; cat $REEVE_PROMPT\n");
        write(live, "writer", "{\"message\":\"first words\"}");
        write(live, "writer", "no message");
        write(live, "writer", "{\"id\":\"two\",\"message\":\"second words\"}");
        try (live) {
            live.start();
            String prompt = live.result("messages");
            assertTrue(prompt.contains("# Messages\n\nFrom person, id writer:1:0, as data:"), prompt);
            assertTrue(prompt.indexOf("first words") < prompt.indexOf("second words"), prompt);
            assertTrue(prompt.contains("You have 2 messages."), prompt);
            TaskFolder done = live.await(State.DONE, "messages");
            assertEquals(1, live.lines("started").size());
            assertEquals(2, messages(done.letters()).size());
            assertFalse(
                    Files.readString(live.workspace.agent("writer").messages().cursor())
                            .contains("\"offset\":0"));
            String history = Files.readString(live.workspace.agent("writer").history());
            assertTrue(history.contains("\"answers\":[\"writer:1:0\",\"two\"]"), history);
            try (var all = Files.list(live.workspace.rejected())) {
                Path rejected = all.findFirst().orElseThrow();
                assertTrue(rejected.toString().contains("inbox-writer-1-"), rejected.toString());
                assertTrue(Files.readString(rejected.resolve("why.md")).contains("this is not JSON"));
            }
        }
    }

    @Test
    void anAgentAsksAnotherAndIsAnswered() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .settings("limits: {max_result: 10B}\n")
                .agent("asker", "", SEND + """
                        if [ "$(grep -c 'Result from' $REEVE_PROMPT)" = 1 ]; then
                            cat $REEVE_PROMPT > $REEVE_WORKSPACE/answering
                            mv $REEVE_WORKSPACE/answering $REEVE_WORKSPACE/answered
                        else
                            send q '{"to":"knower","message":"How many?"}'
                            send bad '{"to":"knowr","message":"How many?"}'
                            echo asked
                        fi
                        """)
                .agent("knower", "", "grep -q 'How many?' $REEVE_PROMPT && printf 'forty-two and a half'\n")
                .start()) {
            live.drop("asker", "ask.md", "Find out.\n");
            TaskFolder asked = live.await(State.DONE, "ask");
            live.awaitFile("answered");
            String answer = String.join("\n", live.lines("answered"));
            assertTrue(answer.contains("forty-two "), answer);
            assertTrue(answer.contains("All of it is in " + live.workspace.root() + "/done/"), answer);
            assertTrue(answer.contains("Note from reeve"), answer);
            assertTrue(answer.contains("did you mean `knower`?"), answer);
            ObjectNode question = Json.parseObject(
                    messages(live.workspace.agent("knower").inbox()).get(0).getBytes());
            assertEquals("asker", Json.text(question, "from"));
            assertEquals(asked.id(), Json.text(question, "task"));
            assertEquals(1, Json.whole(question, "hops"));
        }
    }

    @Test
    void twoThatAnswerEachOtherForEverAreStopped() throws Exception {
        String again = SEND + """
                echo $REEVE_AGENT >> $REEVE_WORKSPACE/started
                send m '{"to":"PEER","message":"And you?"}'
                """;
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .settings("limits: {max_hops: 3}\n")
                .agent("ping", "", again.replace("PEER", "pong"))
                .agent("pong", "", again.replace("PEER", "ping"))
                .start()) {
            write(live, "ping", "{\"message\":\"go\"}");
            TaskFolder held = live.await(State.HELD, "messages");
            assertTrue(Files.readString(held.why()).contains("max_hops"), Files.readString(held.why()));
            int before = live.lines("started").size();
            live.mv(held, "queue");
            TaskFolder next = live.await(State.HELD, "messages");
            assertNotEquals(held.id(), next.id());
            assertEquals(before + 1, live.lines("started").size(), "released, it went on, and no further");
        }
    }

    @Test
    void whatNobodyCanBearIsReadOnce() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("weak", "retries: 1\nbackoff: 0s\n", """
                        grep -c poison $REEVE_PROMPT >> $REEVE_WORKSPACE/started
                        ! grep -q poison $REEVE_PROMPT
                        """)
                .start()) {
            write(live, "weak", "{\"message\":\"poison\"}");
            TaskFolder failed = live.await(State.FAILED, "messages");
            assertEquals(List.of("1", "1"), live.lines("started"));
            assertTrue(Files.readString(failed.why()).contains("messages.jsonl"));
            assertTrue(Files.readString(failed.letters()).contains("poison"));
            write(live, "weak", "{\"message\":\"water\"}");
            live.await(State.DONE, "messages");
            assertEquals(List.of("1", "1", "0"), live.lines("started"));
        }
    }

    @Test
    void aTaskIsTold() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("slow", "retries: 1\nbackoff: 0s\n", """
                        if [ $REEVE_ATTEMPT = 1 ]; then
                            touch $REEVE_WORKSPACE/begun
                            until [ -e $REEVE_INBOX ]; do sleep 0.05; done
                            exit 1
                        fi
                        cat $REEVE_PROMPT
                        """)
                .start()) {
            live.drop("slow", "work.md", "Work.\n");
            live.awaitFile("begun");
            TaskFolder running = live.await(State.RUNNING, "work");
            Files.writeString(running.inbox(), "{\"message\":\"but in blue\"}\n");
            String prompt = live.result("work");
            assertTrue(prompt.contains("# Messages to this task"), prompt);
            assertTrue(prompt.contains("but in blue"), prompt);
            TaskFolder done = live.await(State.DONE, "work");
            assertTrue(Files.readString(done.log()).contains("\"action\":\"steer\""));
            assertEquals(List.of(), messages(live.workspace.agent("slow").inbox()), "its task has read it");
        }
    }
}
