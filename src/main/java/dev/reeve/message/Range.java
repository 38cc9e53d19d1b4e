package dev.reeve.message;

import dev.reeve.files.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A part of an inbox, which has the same entries whenever it is read. It can be kept in a record. */
public record Range(Marks from, Marks to) {

    /** True if nothing is behind its end that was not behind its beginning: there is nothing to advance to. */
    public boolean isEmpty() {
        return from.equals(to);
    }

    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.set("from", from.json());
        node.set("to", to.json());
        return node;
    }

    /** @return null if this is no range */
    public static Range read(JsonNode node) {
        Marks from = node == null ? null : Marks.read(node.get("from"));
        Marks to = node == null ? null : Marks.read(node.get("to"));
        return from == null || to == null ? null : new Range(from, to);
    }
}
