package dev.reeve.message;

import dev.reeve.files.Json;
import tools.jackson.databind.node.ObjectNode;

/** A part of an inbox that one task has: nobody else is given it. */
public record Portion(Addressee whose, Range range) {

    /** {@code {"agent":"writer","session":"chat","range":{"from":{},"to":{"1":1200}}}}; no session for an agent's. */
    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("agent", whose.agent());
        Json.put(node, "session", whose.session());
        node.set("range", range.json());
        return node;
    }
}
