package dev.reeve.cli.look;

import dev.reeve.cli.call.Phrases;
import dev.reeve.files.Json;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A line of a history, of a task or an agent, as a person reads it: when, what, and what else is told. */
final class LifeLine {

    private static final Set<String> FIRST = Set.of("id", "timestamp", "action");

    private LifeLine() {}

    /** @param known what the reader knows already, being the same in each line: keys that are left out */
    static String of(ObjectNode record, Set<String> known) {
        StringBuilder line = new StringBuilder(Phrases.time(Json.instant(record, "timestamp")));
        String action = Json.text(record, "action");
        if (action != null) {
            line.append("  ").append(action);
        }
        for (Map.Entry<String, JsonNode> one : record.properties()) {
            if (!FIRST.contains(one.getKey()) && !known.contains(one.getKey())) {
                line.append("  ").append(one.getKey()).append(' ').append(value(one.getValue()));
            }
        }
        return Phrases.line(line.toString());
    }

    private static String value(JsonNode value) {
        return value.isString() ? value.stringValue() : Json.line(value);
    }
}
