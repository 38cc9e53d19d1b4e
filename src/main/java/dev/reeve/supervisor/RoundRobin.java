package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whose turn it is among agents that are picked one after the other.
 *
 * <pre>
 * state/turns.json
 * {"support-a, support-b": 1}
 * </pre>
 *
 * <p>Written before the task that it gives away: a crash then skips somebody's turn, and gives nobody two. Rules with the
 * same agents share their turns.
 */
final class RoundRobin {

    private final Durable durable;
    private final Path file;
    private final Map<String, Integer> next = new TreeMap<>();

    private RoundRobin(Durable durable, Path file) {
        this.durable = durable;
        this.file = file;
    }

    static RoundRobin read(Durable durable, Path file) throws IOException {
        RoundRobin turns = new RoundRobin(durable, file);
        byte[] content = durable.readIfThere(file, 1 << 20);
        ObjectNode node = content == null ? null : Json.parseObject(content);
        if (node != null) {
            for (String agents : node.propertyNames()) {
                Long place = Json.whole(node, agents);
                turns.next.put(agents, place == null ? 0 : (int) Math.floorMod(place, 1000L));
            }
        }
        return turns;
    }

    /** @param agents one of whom has it */
    String take(List<String> agents) throws IOException {
        String all = String.join(", ", agents);
        int place = next.getOrDefault(all, 0) % agents.size();
        next.put(all, (place + 1) % agents.size());
        ObjectNode node = Json.object();
        next.forEach(node::put);
        durable.replace(file, Json.file(node));
        return agents.get(place);
    }
}
