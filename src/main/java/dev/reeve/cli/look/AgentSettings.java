package dev.reeve.cli.look;

import dev.reeve.agent.AgentConfig;
import dev.reeve.files.Json;
import dev.reeve.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How an agent is run, by the keys of its agent.yaml. Of variables there are the names alone: values may be secrets. */
final class AgentSettings {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@%+=][A-Za-z0-9_./@%+=-]*");

    private AgentSettings() {}

    static ObjectNode json(AgentConfig config) {
        ObjectNode node = Json.object();
        list(node, "command", config.command());
        Json.put(node, "model", config.model());
        list(node, "context", config.context());
        if (!config.env().isEmpty()) {
            list(node, "env", List.copyOf(config.env().keySet()));
        }
        Json.put(node, "cwd", config.cwd());
        node.put("timeout", orOff(config.timeout()));
        node.put("idle_timeout", orOff(config.idleTimeout()));
        node.put("retries", config.retries());
        node.put("backoff", Durations.written(config.backoff()));
        node.put("concurrency", config.concurrency());
        ObjectNode breaker = node.putObject("breaker");
        breaker.put("failures", config.breaker().failures());
        breaker.put("window", config.breaker().window());
        breaker.put("cooldown", Durations.written(config.breaker().cooldown()));
        Json.put(node, "fallback", config.fallback());
        if (!config.budget().isNothing()) {
            config.budget().putInto(node.putObject("budget"));
        }
        return node;
    }

    /** As they would be written. */
    static List<String> lines(AgentConfig config) {
        List<String> lines = new ArrayList<>();
        json(config)
                .forEachEntry((key, value) -> lines.add(
                        key + ": " + written(value) + (key.equals("env") ? "   # their values are not shown" : "")));
        return lines;
    }

    private static void list(ObjectNode node, String key, List<String> values) {
        ArrayNode array = node.putArray(key);
        values.forEach(array::add);
    }

    private static String orOff(Duration duration) {
        return duration.isZero() ? "off" : Durations.written(duration);
    }

    private static String written(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value instanceof ArrayNode array) {
            array.forEach(one -> parts.add(written(one)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (value instanceof ObjectNode object) {
            object.forEachEntry((key, one) -> parts.add(key + ": " + written(one)));
            return "{" + String.join(", ", parts) + "}";
        }
        boolean isPlain =
                !value.isString() || PLAIN.matcher(value.stringValue()).matches();
        return isPlain ? value.asString() : Json.line(value);
    }
}
