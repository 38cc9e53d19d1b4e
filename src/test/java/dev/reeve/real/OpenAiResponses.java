package dev.reeve.real;

import dev.reeve.files.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** OpenAI's Responses, always as a stream. */
final class OpenAiResponses implements Protocol {

    @Override
    public boolean isOf(String path) {
        return path.endsWith("/responses");
    }

    @Override
    public Asked asked(String path, ObjectNode request) {
        Asked.Reading reading = new Asked.Reading();
        for (JsonNode item : request.path("input")) {
            if (item.path("type").asString("").endsWith("_output")) {
                reading.result();
            } else if (item.path("role").asString("").equals("user")) {
                reading.said(Asked.text(item.path("content")));
            }
        }
        return reading.of(request.path("model").asString(), true);
    }

    @Override
    public String answer(Asked asked, Script script, Script.Call call) {
        ObjectNode item = call == null ? message(script.text()) : call(call);
        ObjectNode response = Json.object()
                .put("id", "resp_" + System.nanoTime())
                .put("object", "response")
                .put("model", asked.model());
        String created = event("response.created", "response", response.put("status", "in_progress"));
        response.put("status", "completed").set("output", Json.array().add(item));
        ObjectNode usage = Json.object()
                .put("input_tokens", script.input())
                .put("output_tokens", script.output())
                .put("total_tokens", script.input() + script.output());
        usage.set("input_tokens_details", Json.object().put("cached_tokens", 0));
        usage.set("output_tokens_details", Json.object().put("reasoning_tokens", 0));
        response.set("usage", usage);
        return created
                + event("response.output_item.added", "item", item)
                + event("response.output_item.done", "item", item)
                + event("response.completed", "response", response);
    }

    private static ObjectNode message(String text) {
        ObjectNode message = Json.object()
                .put("type", "message")
                .put("id", "msg_" + System.nanoTime())
                .put("role", "assistant");
        ObjectNode part = Json.object().put("type", "output_text").put("text", text);
        part.set("annotations", Json.array());
        message.set("content", Json.array().add(part));
        return message;
    }

    /** A tool whose argument is a text is one that takes any text, not an object. */
    private static ObjectNode call(Script.Call call) {
        boolean free = call.arguments().isString();
        return Json.object()
                .put("type", free ? "custom_tool_call" : "function_call")
                .put("id", "fc_" + System.nanoTime())
                .put("call_id", "call_" + System.nanoTime())
                .put("name", call.tool())
                .put(
                        free ? "input" : "arguments",
                        free ? call.arguments().asString() : call.arguments().toString());
    }

    private static String event(String type, String name, JsonNode value) {
        ObjectNode event = Json.object().put("type", type).put("output_index", 0);
        event.set(name, value);
        return Protocol.event(type, event);
    }

    @Override
    public String failure(int status, String message) {
        ObjectNode failure = Json.object();
        failure.set("error", Json.object().put("type", "invalid_request_error").put("message", message));
        return failure.toString();
    }
}
