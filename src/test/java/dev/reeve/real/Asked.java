package dev.reeve.real;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A request to a model, whatever its protocol.
 *
 * @param prompts what people told it in this conversation, oldest first; what a program adds of its own is left out
 * @param results how many tool calls have been answered since the last of them
 */
record Asked(String model, boolean streaming, List<String> prompts, int results) {

    /** Puts together what a request says, from its first message to its last. */
    static final class Reading {
        private final List<String> prompts = new ArrayList<>();
        private int results;

        void said(String text) {
            if (Script.isIn(text)) {
                prompts.add(text);
                results = 0;
            }
        }

        void result() {
            results++;
        }

        Asked of(String model, boolean streaming) {
            return new Asked(model, streaming, List.copyOf(prompts), results);
        }
    }

    /** All texts of a message's content, which is a text or a list of parts. */
    static String text(JsonNode content) {
        if (content.isString()) {
            return content.asString();
        }
        StringBuilder all = new StringBuilder();
        content.forEach(part -> all.append(part.path("text").asString("")).append('\n'));
        return all.toString();
    }
}
