package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig.Breaker;
import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Circuit breakers, one an agent: open after too many failures of late, half open when it has cooled down, closed by the
 * next success.
 *
 * <pre>
 * state/breakers.json
 * {"writer":{"recent":["failed","ok","failed"],"open_until":"2026-11-20T14:03:00Z"}}
 * </pre>
 *
 * An agent without a failure of late is not in the file, so that a team in good health writes nothing.
 */
final class Breakers {

    /** @param recent true for a success, oldest first */
    private record Condition(List<Boolean> recent, Instant openUntil) {
        boolean healthy() {
            return openUntil == null && !recent.contains(false);
        }
    }

    private final Map<String, Condition> conditions = new HashMap<>();
    private Instant now = Instant.EPOCH;

    static Breakers read(Durable durable, Path file) throws IOException {
        Breakers breakers = new Breakers();
        byte[] content = durable.readIfThere(file, 1 << 20);
        ObjectNode all = content == null ? null : Json.parseObject(content);
        if (all != null) {
            all.properties().forEach(entry -> breakers.conditions.put(entry.getKey(), fromJson(entry.getValue())));
        }
        return breakers;
    }

    private static Condition fromJson(JsonNode node) {
        List<Boolean> recent = new ArrayList<>();
        if (node.get("recent") instanceof ArrayNode outcomes) {
            outcomes.forEach(outcome -> recent.add(outcome.isString() && "ok".equals(outcome.stringValue())));
        }
        return new Condition(List.copyOf(recent), Json.instant(node, "open_until"));
    }

    /** Looks at the breakers at this time from here on. */
    void at(Instant time) {
        now = time;
    }

    /** Until when nothing is tried; null if it is closed or half open. */
    Instant openUntil(String agent) {
        Condition condition = conditions.get(agent);
        return condition == null || condition.openUntil == null || !now.isBefore(condition.openUntil)
                ? null
                : condition.openUntil;
    }

    /** It has cooled down: one try at a time decides. */
    boolean halfOpen(String agent) {
        Condition condition = conditions.get(agent);
        return condition != null && condition.openUntil != null && !now.isBefore(condition.openUntil);
    }

    boolean closed(String agent) {
        Condition condition = conditions.get(agent);
        return condition == null || condition.openUntil == null;
    }

    /** Those that get no work, or one task to try, by name; how many of how many attempts had failed. */
    Map<String, String> open() {
        Map<String, String> open = new TreeMap<>();
        conditions.forEach((agent, condition) -> {
            if (condition.openUntil != null) {
                long failed = condition.recent.stream().filter(ok -> !ok).count();
                open.put(agent, failed + " of its last " + condition.recent.size());
            }
        });
        return open;
    }

    /** When the next breaker has cooled down; null if none is open. */
    Instant nextChange() {
        return conditions.values().stream()
                .map(Condition::openUntil)
                .filter(until -> until != null && until.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /**
     * An attempt ended.
     *
     * @return true if something changed that has to be written
     */
    boolean ended(String agent, boolean well, Breaker rule) {
        Condition before = conditions.getOrDefault(agent, new Condition(List.of(), null));
        Condition after = after(before, well, rule);
        if (after.healthy()) {
            return conditions.remove(agent) != null;
        }
        conditions.put(agent, after);
        return !after.equals(before);
    }

    private Condition after(Condition before, boolean well, Breaker rule) {
        if (before.openUntil != null) {
            return well ? new Condition(List.of(), null) : new Condition(before.recent, now.plus(rule.cooldown()));
        }
        List<Boolean> recent = new ArrayList<>(before.recent);
        recent.add(well);
        List<Boolean> window = List.copyOf(recent.subList(Math.max(0, recent.size() - rule.window()), recent.size()));
        long failed = window.stream().filter(ok -> !ok).count();
        return new Condition(window, failed >= rule.failures() ? now.plus(rule.cooldown()) : null);
    }

    void write(Durable durable, Path file) throws IOException {
        ObjectNode all = Json.object();
        new TreeMap<>(conditions).forEach((agent, condition) -> {
            ObjectNode node = all.putObject(agent);
            ArrayNode recent = node.putArray("recent");
            condition.recent.forEach(ok -> recent.add(ok ? "ok" : "failed"));
            Json.put(node, "open_until", condition.openUntil);
        });
        durable.replace(file, Json.file(all));
    }
}
