package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cli.call.Exit;
import dev.reeve.files.Json;
import dev.reeve.workspace.SessionFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class MailCommandsTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
        reeve.agent("writer");
        reeve.agent("reader");
    }

    private static List<ObjectNode> lines(Path inbox) throws IOException {
        return Files.readAllLines(inbox).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Json.parseObject(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .toList();
    }

    private TaskFolder inside() throws IOException {
        TaskFolder running = reeve.task(State.RUNNING, "report");
        Files.createDirectories(running.attempt(1).send());
        reeve.environment.put("REEVE_WORKSPACE", root.toString());
        reeve.environment.put("REEVE_TASK_DIR", running.path().toString());
        reeve.environment.put("REEVE_ATTEMPT", "1");
        reeve.environment.put("REEVE_AGENT", "writer");
        return running;
    }

    private static List<Path> sent(TaskFolder task) throws IOException {
        try (Stream<Path> files = Files.list(task.attempt(1).send())) {
            return files.toList();
        }
    }

    @Test
    void aPersonSendsByALineInTheInbox() throws IOException {
        Called called = reeve.call("send", "writer", "How", "far?", "--reply-to", "x:1")
                .exits(Exit.DONE)
                .notes("no supervisor runs here");
        ObjectNode line = lines(reeve.workspace.agent("writer").inbox()).get(0);
        assertEquals("How far?", Json.text(line, "message"));
        assertEquals("person", Json.text(line, "from"));
        assertEquals("x:1", Json.text(line, "reply_to"));
        assertEquals(called.out().strip(), Json.text(line, "id"));
    }

    @Test
    void whoIsNobodyIsTold() {
        reeve.call("send", "writr", "hi").exits(Exit.NO_SUCH_THING).notes("`writr`", "did you mean `writer`?");
        reeve.call("send", "writr/chat", "hi").exits(Exit.NO_SUCH_THING).notes("did you mean `writer/…`?");
        reeve.call("send", "writer/../x", "hi").exits(Exit.USAGE).notes("`../x`", "expected lower-case letters");
        reeve.call("send", "writer/", "hi").exits(Exit.USAGE).notes("expected lower-case letters");
        reeve.call("send", "writer/Chat", "hi").exits(Exit.USAGE).notes("names are in lower case: `chat`");
        reeve.call("send", "writer/fresh", "hi").exits(Exit.USAGE).notes("a meaning of its own");
        reeve.call("send", "writer/20261120-140211-k3f9-hi", "hi")
                .exits(Exit.USAGE)
                .notes("reeve steer");
        reeve.call("send", "writer", "  ").exits(Exit.USAGE).notes("empty");
        reeve.call("send", "--timeout", "1s", "writer", "hi").exits(Exit.USAGE).notes("--wait");
        reeve.input = "x".repeat(1 << 20);
        reeve.call("send", "writer", "-").exits(Exit.USAGE).notes("1 MB");
        assertFalse(Files.exists(reeve.workspace.agent("writer").inbox()));
        assertFalse(Files.exists(reeve.workspace.agent("writer").sessions()));
    }

    @Test
    void aSessionIsWrittenToAndShown() throws IOException {
        reeve.call("inbox", "writer/chat")
                .exits(Exit.NO_SUCH_THING)
                .notes("no session `chat`", "reeve send writer/chat");
        reeve.call("show", "writer/chat").exits(Exit.NO_SUCH_THING).notes("no session `chat`");
        reeve.call("send", "writer/chat", "one").exits(Exit.DONE);
        SessionFolder chat = reeve.workspace.agent("writer").session("chat");
        ObjectNode line = lines(chat.messages().live()).get(0);
        assertEquals("writer/chat one", Json.text(line, "to") + " " + Json.text(line, "message"));
        assertFalse(Files.exists(reeve.workspace.agent("writer").inbox()), "it is the session's alone");
        reeve.call("inbox", "writer/chat").says("* 2026-11-20T14:00:00Z  from person", "    one\n");
        reeve.call("inbox", "writer").exits(Exit.DONE).notes("no message");
        reeve.call("inbox", "writer/chatt").exits(Exit.NO_SUCH_THING).notes("Nearest: chat");
        String turn = "{\"id\":\"t:1\",\"timestamp\":\"2026-11-20T13:00:00Z\",\"task\":\"t\",\"asked\":\"How far?\","
                + "\"answered\":\"half way\"}\n";
        Files.writeString(chat.history(), turn + turn);
        String page = reeve.call("show", "writer/chat")
                .says("unread      1 message", "from person  one", "< How far?", "> half way")
                .out();
        assertEquals(page.indexOf("half way"), page.lastIndexOf("half way"), "told twice, it was said once");
        ObjectNode json = Json.parseObject(
                reeve.call("show", "--json", "writer/chat").out().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(1, Json.whole(json, "unread_count"));
        assertEquals(1, json.get("history").size());
        Files.writeString(reeve.workspace.agent("writer").sessions().resolve("file"), "no folder");
        reeve.call("send", "writer/file", "one").notes("file");
    }

    @Test
    void aTaskSendsToASession() throws IOException {
        TaskFolder task = inside();
        reeve.call("send", "reader/chat", "hi").exits(Exit.DONE);
        ObjectNode draft = Json.parseObject(Files.readAllBytes(sent(task).get(0)));
        assertEquals("reader/chat", Json.text(draft, "to"));
        reeve.call("send", "--wait", "writer/chat", "hi").exits(Exit.USAGE).notes("waits for ever");
    }

    @Test
    void aTaskSendsThroughItsDoor() throws IOException {
        TaskFolder task = inside();
        reeve.call("send", "reader", "hi").exits(Exit.DONE);
        List<Path> sent = sent(task);
        assertEquals(1, sent.size());
        assertTrue(sent.get(0).toString().endsWith(".json"));
        ObjectNode draft = Json.parseObject(Files.readAllBytes(sent.get(0)));
        assertEquals("reader hi", Json.text(draft, "to") + " " + Json.text(draft, "message"));
        assertFalse(Files.exists(reeve.workspace.agent("reader").inbox()), "Reeve says whom it is from");
        reeve.call("send", "--wait", "writer", "hi").exits(Exit.USAGE).notes("waits for ever");
    }

    @Test
    void aTaskWaitsForTheAnswer() throws IOException {
        TaskFolder task = inside();
        for (String kind : List.of("result", "note")) {
            reeve.whileWaiting(() -> {
                Path file = sent(task).get(0);
                String id = dev.reeve.message.Draft.id(
                        task.id(), 1, file.getFileName().toString(), Files.readAllBytes(file));
                Files.writeString(
                        task.inbox(),
                        "{\"message\":\"forty-two\",\"type\":\"" + kind + "\",\"reply_to\":\"" + id + "\"}\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                Files.delete(file);
            });
        }
        assertEquals(
                "forty-two\n",
                reeve.call("send", "--wait", "reader", "How many?")
                        .exits(Exit.DONE)
                        .out());
        reeve.call("send", "--wait", "reader", "How many?").exits(Exit.FAILED).notes("forty-two");
    }

    @Test
    void aPersonWaitsForTheTaskThatWasGivenIt() throws IOException {
        reeve.whileWaiting(() -> {
            String id = Json.text(lines(reeve.workspace.agent("writer").inbox()).get(0), "id");
            TaskFolder done = reeve.task(Where.doneOn("2026-11-20"), "messages", change -> change);
            Files.writeString(done.result(), "half way\n");
            Files.writeString(
                    reeve.workspace.agent("writer").history(),
                    "\n{\"task\":\"" + done.id() + "\",\"answers\":[\"" + id + "\"]}\n");
        });
        assertEquals(
                "half way\n",
                reeve.call("send", "--wait", "writer", "How far?")
                        .exits(Exit.DONE)
                        .out());
        reeve.call("send", "--wait", "--timeout", "10s", "writer", "And now?")
                .exits(Exit.TIMED_OUT)
                .notes("it stays sent");
    }

    @Test
    void anInboxIsShown() throws IOException {
        reeve.call("inbox", "writer").exits(Exit.DONE).notes("no message");
        reeve.call("send", "writer", "one").exits(Exit.DONE);
        reeve.call("send", "writer", "two").exits(Exit.DONE);
        reeve.call("inbox", "writer").says("* 2026-11-20T14:00:00Z  from person", "    one\n", "    two\n");
        assertFalse(reeve.call("inbox", "--limit", "1", "writer").out().contains("one"));
        String json = reeve.call("inbox", "--json", "--unread", "writer").out();
        assertEquals(2, json.lines().count(), json);
        reeve.call("inbox", "nobody").exits(Exit.NO_SUCH_THING).notes("no agent");
    }

    @Test
    void aTaskIsSteered() throws IOException {
        TaskFolder running = reeve.task(State.RUNNING, "report");
        reeve.call("steer", "report", "in blue").exits(Exit.DONE).says("$REEVE_INBOX", "next attempt");
        assertEquals("in blue", Json.text(lines(running.inbox()).get(0), "message"));
        reeve.task(State.QUEUE, "other");
        reeve.call("steer", "other", "in red").exits(Exit.DONE).says("Its next attempt gets it");
        reeve.task(Where.doneOn("2026-11-20"), "past", change -> change);
        String followUp = reeve.call("steer", "past", "And in green?")
                .exits(Exit.DONE)
                .notes("has ended", "goes on with it")
                .out()
                .strip();
        ObjectNode dropped = Json.parseObject(Files.readAllBytes(
                reeve.workspace.agent("writer").tasks().resolve(followUp).resolve("task.json")));
        assertEquals("And in green?", Json.text(dropped, "task"));
        assertTrue(Json.text(dropped, "session").endsWith("-past"), dropped.toString());
        reeve.call("steer", "nothing", "x").exits(Exit.NO_SUCH_THING);
    }
}
