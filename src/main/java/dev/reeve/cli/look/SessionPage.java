package dev.reeve.cli.look;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.message.Addressee;
import dev.reeve.message.Inbox;
import dev.reeve.message.Message;
import dev.reeve.workspace.SessionFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything about one session of an agent: what was said in it, and what it has not read. */
final class SessionPage {

    private static final int TAIL = 1 << 20;
    private static final int TURNS = 10;

    private final Invocation invocation;
    private final Addressee whose;
    private final SessionFolder session;
    private final Inbox inbox;

    SessionPage(Invocation invocation, Workspace workspace, Addressee whose) {
        this.invocation = invocation;
        this.whose = whose;
        this.session = workspace.agent(whose.agent()).session(whose.session());
        this.inbox = new Inbox(invocation.durable(), session.messages(), whose.toString());
    }

    void print() throws IOException {
        Facts facts = new Facts(invocation);
        facts.heading(whose.toString());
        facts.fact("folder", session.path());
        facts.fact("agent", whose.agent());
        List<ObjectNode> turns = turns();
        facts.fact("last", turns.isEmpty() ? null : Json.text(turns.get(turns.size() - 1), "task"));
        List<Message> unread = unread();
        facts.fact("unread", unread.isEmpty() ? null : Phrases.count(unread.size(), "message"));
        facts.lines(
                "Unread",
                unread.stream()
                        .map(message -> "from " + message.from() + "  " + first(message.text()))
                        .toList());
        List<String> lines = new ArrayList<>();
        for (ObjectNode turn : turns) {
            lines.add(Json.text(turn, "timestamp") + "  " + Json.text(turn, "task"));
            part(lines, "< ", Json.text(turn, "asked"));
            part(lines, "> ", Json.text(turn, "answered"));
        }
        facts.lines("History", lines);
    }

    private static void part(List<String> lines, String mark, String text) {
        text.strip().lines().forEach(line -> lines.add("  " + mark + line));
    }

    private static String first(String text) {
        return text.strip().lines().findFirst().orElse("");
    }

    void printJson() throws IOException {
        ObjectNode node = Json.object();
        node.put("agent", whose.agent());
        node.put("session", whose.session());
        node.put("folder", session.path().toString());
        node.put("unread_count", unread().size());
        ArrayNode history = node.putArray("history");
        turns().forEach(history::add);
        invocation.terminal().copy(Json.file(node));
    }

    private List<Message> unread() throws IOException {
        return inbox.unread(Integer.MAX_VALUE).messages();
    }

    /** The last ones, each once: a step that was done again after a crash told it twice. */
    private List<ObjectNode> turns() throws IOException {
        Map<String, ObjectNode> turns = new LinkedHashMap<>();
        for (ObjectNode line : JsonLines.tail(invocation.disk(), session.history(), TAIL)) {
            String id = Json.text(line, "id");
            if (id != null && Json.text(line, "asked") != null && Json.text(line, "answered") != null) {
                turns.put(id, line);
            }
        }
        List<ObjectNode> all = List.copyOf(turns.values());
        return all.subList(Math.max(0, all.size() - TURNS), all.size());
    }
}
