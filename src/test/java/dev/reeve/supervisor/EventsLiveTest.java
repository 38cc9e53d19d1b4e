package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Events and rules: by real processes, in real folders. */
class EventsLiveTest {

    private static final String ANSWER = "echo \"$REEVE_AGENT did it\"\n";

    @TempDir
    Path folder;

    private static void event(LiveWorkspace live, String name, String content) throws IOException {
        Files.writeString(live.workspace.events().resolve(name), content);
    }

    private static String text(TaskFolder task) throws IOException {
        return Files.readString(task.task("md"));
    }

    /** What is kept of an event that was taken. */
    private static ObjectNode kept(LiveWorkspace live, String slug) {
        return live.await("no event " + slug + " was taken", () -> {
            try (Stream<Path> all = Files.walk(live.workspace.eventLog(), 2)) {
                List<Path> found = all.filter(
                                path -> path.getFileName().toString().matches("2.*-" + slug))
                        .toList();
                return found.size() != 1
                        ? null
                        : Json.parseObject(Files.readAllBytes(found.get(0).resolve("record.json")));
            }
        });
    }

    @Test
    void eachEventReachesItsAgentWithAllOfItBeside() throws IOException {
        try (LiveWorkspace live = new LiveWorkspace(folder)) {
            live.settings("""
                    routes:
                    - {when: {type: customer_query}, agent: support, task: "Answer:\\n\\n{{event.body}}\\n"}
                    - {when: {type: "data_*"}, agent: data}
                    - {when: {level: {at_least: 3}}, agent: ops, priority: 1}
                    """);
            for (String agent : List.of("support", "data", "ops")) {
                live.agent(agent, "", "cat $REEVE_TASK_DIR/files/event.*\n" + ANSWER);
            }
            event(live, "customer_query-1.json", "{\"body\": \"Where is it?\"}\n");
            event(live, "data_ready.yaml", "path: /data\n");
            event(live, "error_alert.md", "---\nlevel: 3\n---\nIt burns.\n");
            live.start();
            assertEquals("{\"body\": \"Where is it?\"}\nsupport did it", live.result("customer-query-1"));
            assertEquals("path: /data\ndata did it", live.result("data-ready"));
            assertEquals("---\nlevel: 3\n---\nIt burns.\nops did it", live.result("error-alert"));
            TaskFolder task = live.await(State.DONE, "customer-query-1");
            assertTrue(
                    text(task).contains("Data from outside, `event.body`:\n\n```text\nWhere is it?\n```"), text(task));
            ObjectNode kept = kept(live, "customer-query-1");
            assertEquals("customer_query", Json.text(kept, "type"));
            assertEquals(1, Json.whole(kept, "rule"));
            assertEquals(task.id(), Json.text(kept.get("tasks").get(0), "id"));
            assertEquals("event", Json.text(live.json(task.record()), "requested_by"));
        }
    }

    /** As a chat bridge drops them. */
    @Test
    void twoPeoplesMessagesReachTwoAgentsAndEachChatIsAConversation() throws IOException {
        String recall = """
                grep -c '^You answered' $REEVE_PROMPT
                grep -hm1 memory: $REEVE_PROMPT
                """;
        try (LiveWorkspace live = new LiveWorkspace(folder)) {
            live.settings("""
                    routes:
                    - when: {channel: telegram, user_id: 8456174966}
                      agent: mira
                      session: "tg-{{event.chat_id}}"
                      task: "{{event.text}}"
                    - when: {channel: telegram, user_id: [17, 18]}
                      agent: otto
                      session: "tg-{{event.chat_id}}"
                      task: "{{event.text}}"
                    """);
            live.agent("mira", "", recall);
            live.agent("otto", "", recall);
            Files.writeString(live.workspace.agent("mira").file("MEMORY.md"), "memory: of mira\n");
            Files.writeString(live.workspace.agent("otto").file("MEMORY.md"), "memory: of otto\n");
            live.start();
            String message = "{\"channel\": \"telegram\", \"user_id\": %s, \"chat_id\": %s, \"text\": \"hi\"}\n";
            event(live, "message-1.json", message.formatted("8456174966", "7"));
            assertEquals("0\nmemory: of mira", live.result("message-1"));
            event(live, "message-2.json", message.formatted("17", "7"));
            assertEquals("0\nmemory: of otto", live.result("message-2"));
            event(live, "message-3.json", message.formatted("8456174966", "7"));
            assertEquals("1\nmemory: of mira", live.result("message-3"));
            event(live, "message-4.json", message.formatted("8456174966", "-100"));
            assertEquals("0\nmemory: of mira", live.result("message-4"));
            event(live, "message-5.json", message.formatted("8456174966", "7"));
            assertEquals("2\nmemory: of mira", live.result("message-5"));
            event(live, "message-6.json", message.formatted("99", "7"));
            String why = Files.readString(live.rejected("message-6.json").resolve("why.md"));
            assertTrue(why.contains("- rule 1 (reeve.yaml:2): `user_id` is `99`, and `8456174966` was wanted"), why);
            assertTrue(why.contains("- rule 2 (reeve.yaml:6): `user_id` is `99`, and `17` or `18` was wanted"), why);
        }
    }

    @Test
    void badEventsAreRejectedWithTheReason() throws IOException {
        try (LiveWorkspace live = new LiveWorkspace(folder)) {
            live.settings("routes: [{agent: hello, task: '{{event.subject}}'}]\n")
                    .agent("hello", "", ANSWER);
            try (RandomAccessFile huge = new RandomAccessFile(
                    live.workspace.events().resolve("huge.json").toFile(), "rw")) {
                huge.setLength(100L << 20);
            }
            event(live, "broken.json", "{\"a\": \n");
            event(live, "query.json", "{\"a\": 1}\n");
            event(live, "list.json", "[1, 2]\n");
            Files.createSymbolicLink(live.workspace.events().resolve("link.json"), Path.of("broken.json"));
            Files.createDirectory(live.workspace.events().resolve("folder"));
            live.start();
            for (String[] one : new String[][] {
                {"huge.json", "104857600 bytes are too many for an event"},
                {"broken.json", "broken.json:2:1: this is not JSON"},
                {"query.json", "`task`: its template names `event.subject`"},
                {"list.json", "no keys and values"},
                {"link.json", "no regular file"},
                {"folder", "no regular file"}
            }) {
                Path rejected = live.rejected(one[0]);
                String why = Files.readString(rejected.resolve("why.md"));
                assertTrue(why.contains(one[1]), why);
            }
            assertEquals(List.of(), live.all(State.DONE, ""));
            try (Stream<Path> left = Files.list(live.workspace.eventLog())) {
                assertEquals(List.of(), left.toList(), "what is left of events that were rejected");
            }
        }
    }

    @Test
    void severalAgentsTakeTheirTurnsOrHaveItAll() throws IOException {
        try (LiveWorkspace live = new LiveWorkspace(folder)) {
            live.settings("""
                    routes:
                    - {when: {type: turn}, agents: [a, b, c], pick: round_robin}
                    - {when: {type: all}, agents: [a, b, c], pick: all, label: "part"}
                    - {when: {type: least}, agents: [a, b, c]}
                    """);
            for (String agent : List.of("a", "b", "c")) {
                live.agent(agent, "", ANSWER);
            }
            live.start();
            for (int i = 1; i <= 4; i++) {
                event(live, "turn-" + i + ".json", "{}");
                assertEquals("abca".charAt(i - 1) + " did it", live.result("turn-" + i));
            }
            event(live, "all.json", "{}");
            for (String agent : List.of("a", "b", "c")) {
                assertEquals(agent + " did it", live.result(agent + "-part"));
            }
            assertEquals(3, kept(live, "all").get("tasks").size());
            live.stop(false);
            Files.writeString(live.workspace.agent("a").tasks().resolve("x.md"), "---\nnot_before: 1h\n---\nLater.\n");
            Files.writeString(live.workspace.agent("b").tasks().resolve("y.md"), "---\nnot_before: 1h\n---\nLater.\n");
            live.start();
            live.await(State.WAITING, "x");
            live.await(State.WAITING, "y");
            event(live, "least.json", "{}");
            assertEquals("c did it", live.result("least"));
        }
    }

    @Test
    void aTaskThatNamesNobodyIsGivenAwayByTheRules() throws IOException {
        try (LiveWorkspace live = new LiveWorkspace(folder)) {
            live.settings("""
                    default_agent: hello
                    routes:
                    - {when: {channel: telegram}, agent: mira, session: "tg-{{event.chat_id}}", retries: 0, timeout: 5m}
                    - {when: {priority: 1}, agents: [ops, other], pick: round_robin}
                    - {when: {group: many}, agents: [ops, other], pick: all}
                    """);
            for (String agent : List.of("hello", "mira", "ops", "other")) {
                live.agent(agent, "", ANSWER);
            }
            Path door = live.workspace.tasks();
            Files.writeString(
                    door.resolve("chat.md"), "---\ntimeout: 1m\nmeta: {channel: telegram, chat_id: 9}\n---\nHi\n");
            Files.writeString(door.resolve("urgent.md"), "---\npriority: 1\n---\nQuick\n");
            Files.writeString(door.resolve("plain.txt"), "Just so\n");
            Files.writeString(door.resolve("named.md"), "---\nagent: other\npriority: 1\n---\nMine\n");
            Files.writeString(door.resolve("nochat.md"), "---\nmeta: {channel: telegram}\n---\nHi\n");
            Files.writeString(door.resolve("many.md"), "---\ngroup: many\n---\nHi\n");
            live.start();
            assertEquals("mira did it", live.result("chat"));
            ObjectNode task = (ObjectNode)
                    live.json(live.await(State.DONE, "chat").record()).get("task");
            assertEquals("tg-9", Json.text(task, "session"));
            assertEquals("PT1M", Json.text(task, "timeout"));
            assertEquals(0, Json.whole(task, "retries"));
            assertEquals("ops did it", live.result("urgent"));
            assertEquals("hello did it", live.result("plain"));
            assertEquals("other did it", live.result("named"));
            String why = Files.readString(live.rejected("nochat.md").resolve("why.md"));
            assertTrue(why.contains("`session`: its template names `event.chat_id`"), why);
            why = Files.readString(live.rejected("many.md").resolve("why.md"));
            assertTrue(why.contains("which one task can't be"), why);

            TaskFolder done = live.await(State.DONE, "urgent");
            Files.move(done.path(), live.workspace.task(State.QUEUE, done.id()).path());
            live.until(
                    "it was not begun again",
                    () -> Json.whole(live.json(live.await(State.DONE, "urgent").record()), "answer") == 2);
            assertEquals("ops did it", live.result("urgent"));
        }
    }

    /** What came with the answer of nobody stays where it is until somebody can tell whose it is. */
    @Test
    void nothingIsTakenWhileTheRulesCanNotBeRead() throws IOException {
        try (LiveWorkspace live = new LiveWorkspace(folder)) {
            live.settings("routes: [{agent: hello}\n").agent("hello", "", ANSWER);
            event(live, "a.json", "{}");
            live.start();
            live.until("it is not told", () -> live.status().toString().contains("reeve.yaml"));
            assertTrue(Files.exists(live.workspace.events().resolve("a.json")));
            assertFalse(Files.exists(live.workspace.eventLog()));
            live.settings("routes: [{agent: hello}]\n");
            assertEquals("hello did it", live.result("a"));
        }
    }
}
