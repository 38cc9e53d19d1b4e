package dev.reeve.real;

import dev.reeve.files.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** OpenAI's Chat Completions, always as a stream. */
final class OpenAiChat implements Protocol {

    @Override
    public boolean isOf(String path) {
        return path.endsWith("/chat/completions");
    }

    @Override
    public Asked asked(String path, ObjectNode request) {
        Asked.Reading reading = new Asked.Reading();
        for (JsonNode message : request.path("messages")) {
            switch (message.path("role").asString()) {
                case "tool" -> reading.result();
                case "user" -> reading.said(Asked.text(message.path("content")));
                default -> {}
            }
        }
        return reading.of(request.path("model").asString(), true);
    }

    @Override
    public String answer(Asked asked, Script script, Script.Call call) {
        ObjectNode delta = Json.object().put("role", "assistant");
        if (call == null) {
            delta.put("content", script.text());
        } else {
            ObjectNode one = Json.object()
                    .put("index", 0)
                    .put("id", "call_" + System.nanoTime())
                    .put("type", "function");
            one.set(
                    "function",
                    Json.object()
                            .put("name", call.tool())
                            .put("arguments", call.arguments().toString()));
            delta.set("tool_calls", Json.array().add(one));
        }
        ObjectNode last = chunk(asked, Json.object(), call == null ? "stop" : "tool_calls");
        last.set(
                "usage",
                Json.object()
                        .put("prompt_tokens", script.input())
                        .put("completion_tokens", script.output())
                        .put("total_tokens", script.input() + script.output()));
        return Protocol.event(null, chunk(asked, delta, null))
                + Protocol.event(null, last)
                + Protocol.event(null, "[DONE]");
    }

    private static ObjectNode chunk(Asked asked, ObjectNode delta, String finish) {
        ObjectNode choice = Json.object().put("index", 0).put("finish_reason", finish);
        choice.set("delta", delta);
        ObjectNode chunk = Json.object()
                .put("id", "chatcmpl-1")
                .put("object", "chat.completion.chunk")
                .put("created", 1)
                .put("model", asked.model());
        chunk.set("choices", Json.array().add(choice));
        return chunk;
    }

    @Override
    public String failure(int status, String message) {
        ObjectNode failure = Json.object();
        failure.set("error", Json.object().put("type", "invalid_request_error").put("message", message));
        return failure.toString();
    }
}
