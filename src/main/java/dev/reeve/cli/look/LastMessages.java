package dev.reeve.cli.look;

import dev.reeve.cli.call.Colour;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.Table;
import dev.reeve.cli.call.Terminal;
import dev.reeve.files.Json;
import dev.reeve.message.Entry;
import dev.reeve.message.Inbox;
import dev.reeve.message.Kept;
import dev.reeve.message.Marks;
import dev.reeve.message.Message;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The last messages to each agent, a line each: what {@code reeve inbox} shows whole. */
record LastMessages(List<OfAgent> all) {

    record One(Message message, boolean read) {}

    /** @param count how many there are, of which {@code last} are the newest */
    record OfAgent(String agent, int count, List<One> last) {}

    /** @param most of each agent */
    static LastMessages read(Invocation invocation, Workspace workspace, List<String> agents, int most)
            throws IOException {
        List<OfAgent> all = new ArrayList<>();
        for (String agent : agents) {
            Inbox inbox = new Inbox(invocation.durable(), workspace.agent(agent).messages(), agent);
            List<One> messages = new ArrayList<>();
            for (Entry entry : inbox.since(Marks.NONE).entries()) {
                if (entry instanceof Entry.Received received) {
                    messages.add(new One(received.message(), inbox.isRead(received.at())));
                }
            }
            int first = Math.max(0, messages.size() - most);
            all.add(new OfAgent(agent, messages.size(), messages.subList(first, messages.size())));
        }
        return new LastMessages(all);
    }

    /** @param columns of the terminal, if somebody watches it */
    List<String> lines(Terminal terminal, int columns) {
        List<String> lines = new ArrayList<>();
        for (OfAgent one : all) {
            if (one.count() > 0) {
                lines.add("");
                lines.add(terminal.paint(Colour.HEADING, "Messages to " + one.agent()) + " "
                        + Phrases.count(one.count()));
                for (String line : table(one).lines(terminal)) {
                    lines.add(terminal.outIsWatched() ? Redraw.fit(line, columns) : line);
                }
            }
        }
        if (lines.isEmpty()) {
            lines.add("");
            lines.add("No messages.");
        }
        return lines;
    }

    private static Table table(OfAgent one) {
        Table table = new Table("FROM", "SENT", "MESSAGE, * NOT READ YET");
        for (One letter : one.last()) {
            Message message = letter.message();
            String kind = message.kind() == Message.Kind.MESSAGE
                    ? ""
                    : ", " + message.kind().word();
            table.row(
                    message.from() + kind,
                    Phrases.time(message.timestamp()),
                    (letter.read() ? "" : "* ") + message.text());
        }
        return table;
    }

    /** As they stand in the inboxes. */
    ArrayNode json() {
        ArrayNode array = Json.array();
        for (OfAgent one : all) {
            for (One letter : one.last()) {
                ObjectNode node = Json.object();
                node.put("agent", one.agent());
                node.put("read", letter.read());
                node.setAll(Kept.node(letter.message()));
                array.add(node);
            }
        }
        return array;
    }
}
