package dev.reeve.message;

import dev.reeve.files.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A part of an agent's inbox that one task has: nobody else is given it. */
public record Portion(String agent, Range range) {

    /** {@code {"agent":"writer","range":{"from":{},"to":{"1":1200}}}} */
    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("agent", agent);
        node.set("range", range.json());
        return node;
    }

    /** @return null if this is none */
    public static Portion read(JsonNode node) {
        String agent = node == null ? null : Json.text(node, "agent");
        Range range = node == null ? null : Range.read(node.get("range"));
        return agent == null || range == null ? null : new Portion(agent, range);
    }
}
