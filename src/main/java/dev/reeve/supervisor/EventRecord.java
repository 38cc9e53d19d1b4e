package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.workspace.EventFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What has become of an event.
 *
 * <pre>
 * logs/events/2026-11-20/20261120-140211-k3f9-customer-query-17/record.json
 * {"id":"2026…","dropped":"customer_query-17.json","taken_at":"…","type":"customer_query","rule":2,"line":14,
 *  "tasks":[{"id":"2026…","agent":"support"}]}
 * </pre>
 *
 * @param type null until it was decided
 * @param tasks null until it was decided: from then on it is they that are made, whatever the rules say by then
 */
record EventRecord(String id, String dropped, Instant takenAt, String type, int rule, int line, List<Made> tasks) {

    private static final int LIMIT = 8 << 20;

    /** A task that it makes. */
    record Made(String id, String agent) {}

    static EventRecord taken(String id, String dropped, Instant now) {
        return new EventRecord(id, dropped, now, null, 0, 0, null);
    }

    byte[] bytes() {
        ObjectNode node = Json.object();
        node.put("id", id);
        node.put("dropped", dropped);
        node.put("taken_at", takenAt.toString());
        if (tasks != null) {
            node.put("type", type);
            node.put("rule", rule);
            node.put("line", line);
            ArrayNode all = node.putArray("tasks");
            tasks.forEach(one -> all.addObject().put("id", one.id).put("agent", one.agent));
        }
        return Json.file(node);
    }

    /** @return null if there is none that can be read */
    static EventRecord read(Durable durable, EventFolder folder) throws IOException {
        byte[] content = durable.readIfThere(folder.record(), LIMIT);
        ObjectNode node = content == null ? null : Json.parseObject(content);
        String dropped = node == null ? null : Json.text(node, "dropped");
        Instant takenAt = node == null ? null : Json.instant(node, "taken_at");
        if (dropped == null || takenAt == null) {
            return null;
        }
        return new EventRecord(
                folder.id(),
                dropped,
                takenAt,
                Json.text(node, "type"),
                number(node, "rule"),
                number(node, "line"),
                made(node.get("tasks")));
    }

    private static int number(ObjectNode node, String key) {
        Long number = Json.whole(node, key);
        return number == null ? 0 : number.intValue();
    }

    private static List<Made> made(JsonNode tasks) {
        if (!(tasks instanceof ArrayNode array)) {
            return null;
        }
        List<Made> made = new ArrayList<>();
        for (JsonNode one : array) {
            String id = Json.text(one, "id");
            if (id != null && TaskId.isOne(id)) {
                made.add(new Made(id, Json.text(one, "agent")));
            }
        }
        return made;
    }
}
