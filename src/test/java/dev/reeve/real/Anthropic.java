package dev.reeve.real;

import dev.reeve.files.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Anthropic's Messages, always as a stream. */
final class Anthropic implements Protocol {

    @Override
    public boolean isOf(String path) {
        return path.endsWith("/messages");
    }

    @Override
    public Asked asked(String path, ObjectNode request) {
        Asked.Reading reading = new Asked.Reading();
        for (JsonNode message : request.path("messages")) {
            if (message.path("role").asString().equals("user")) {
                reading.said(Asked.text(message.path("content")));
                message.path("content").forEach(part -> {
                    if (part.path("type").asString("").equals("tool_result")) {
                        reading.result();
                    }
                });
            }
        }
        return reading.of(request.path("model").asString(), true);
    }

    @Override
    public String answer(Asked asked, Script script, Script.Call call) {
        ObjectNode usage = Json.object().put("input_tokens", script.input()).put("output_tokens", script.output());
        ObjectNode message = Json.object()
                .put("id", "msg_" + System.nanoTime())
                .put("type", "message")
                .put("role", "assistant")
                .put("model", asked.model());
        message.set("content", Json.array());
        message.set("usage", usage);
        ObjectNode block = call == null
                ? Json.object().put("type", "text").put("text", "")
                : Json.object()
                        .put("type", "tool_use")
                        .put("id", "toolu_" + System.nanoTime())
                        .put("name", call.tool());
        if (call != null) {
            block.set("input", Json.object());
        }
        ObjectNode delta = call == null
                ? Json.object().put("type", "text_delta").put("text", script.text())
                : Json.object()
                        .put("type", "input_json_delta")
                        .put("partial_json", call.arguments().toString());
        ObjectNode stop = Json.object().put("stop_reason", call == null ? "end_turn" : "tool_use");
        ObjectNode end = of("message_delta", "delta", stop);
        end.set("usage", usage);
        StringBuilder stream = new StringBuilder();
        for (ObjectNode event : new ObjectNode[] {
            of("message_start", "message", message),
            of("content_block_start", "content_block", block).put("index", 0),
            of("content_block_delta", "delta", delta).put("index", 0),
            of("content_block_stop", null, null).put("index", 0),
            end,
            of("message_stop", null, null)
        }) {
            stream.append(Protocol.event(event.path("type").asString(), event));
        }
        return stream.toString();
    }

    private static ObjectNode of(String type, String name, JsonNode value) {
        ObjectNode event = Json.object().put("type", type);
        if (name != null) {
            event.set(name, value);
        }
        return event;
    }

    @Override
    public String failure(int status, String message) {
        ObjectNode error = Json.object().put("type", "invalid_request_error").put("message", message);
        return of("error", "error", error).toString();
    }
}
