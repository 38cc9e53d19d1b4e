package dev.reeve.real;

import dev.reeve.files.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gemini's generateContent, whole or as a stream of one event. */
final class Gemini implements Protocol {

    @Override
    public boolean isOf(String path) {
        return path.endsWith(":generateContent") || path.endsWith(":streamGenerateContent");
    }

    @Override
    public Asked asked(String path, ObjectNode request) {
        Asked.Reading reading = new Asked.Reading();
        for (JsonNode content : request.path("contents")) {
            if (content.path("role").asString("").equals("user")) {
                reading.said(Asked.text(content.path("parts")));
                content.path("parts").forEach(part -> {
                    if (part.has("functionResponse")) {
                        reading.result();
                    }
                });
            }
        }
        String model = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf(':'));
        return reading.of(model, path.endsWith(":streamGenerateContent"));
    }

    @Override
    public String answer(Asked asked, Script script, Script.Call call) {
        ObjectNode part = Json.object();
        if (call == null) {
            part.put("text", script.text());
        } else {
            ObjectNode function = Json.object().put("name", call.tool());
            function.set("args", call.arguments());
            part.set("functionCall", function);
        }
        ObjectNode content = Json.object().put("role", "model");
        content.set("parts", Json.array().add(part));
        ObjectNode candidate = Json.object().put("index", 0).put("finishReason", "STOP");
        candidate.set("content", content);
        ObjectNode answer = Json.object().put("modelVersion", asked.model());
        answer.set("candidates", Json.array().add(candidate));
        answer.set(
                "usageMetadata",
                Json.object()
                        .put("promptTokenCount", script.input())
                        .put("candidatesTokenCount", script.output())
                        .put("totalTokenCount", script.input() + script.output()));
        return asked.streaming() ? Protocol.event(null, answer) : answer.toString();
    }

    @Override
    public String failure(int status, String message) {
        ObjectNode failure = Json.object();
        failure.set(
                "error",
                Json.object().put("code", status).put("message", message).put("status", "INVALID_ARGUMENT"));
        return failure.toString();
    }
}
