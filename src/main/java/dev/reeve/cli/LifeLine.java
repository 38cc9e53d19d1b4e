package dev.reeve.cli;

import dev.reeve.files.Json;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A line of a history, of a task or an agent, as a person reads it: when, what, and what else is told. */
final class LifeLine {

    private LifeLine() {}

    static String of(ObjectNode record) {
        StringBuilder line = new StringBuilder(Words.time(Json.instant(record, "timestamp")));
        String action = Json.text(record, "action");
        if (action != null) {
            line.append("  ").append(action);
        }
        for (Map.Entry<String, JsonNode> one : record.properties()) {
            switch (one.getKey()) {
                case "id", "timestamp", "action" -> {}
                default -> line.append("  ").append(one.getKey()).append(' ').append(value(one.getValue()));
            }
        }
        return Words.line(line.toString());
    }

    private static String value(JsonNode value) {
        return value.isString() ? value.stringValue() : Json.line(value);
    }
}
