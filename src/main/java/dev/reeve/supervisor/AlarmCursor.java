package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code state/alarm.json}: how far {@code logs/alerts.jsonl} was handed to the alert command.
 *
 * <pre>
 * {"offset":1200,"end":1630,"tries":1}
 * </pre>
 *
 * @param offset up to where nothing is to be handed over any more
 * @param end of what was begun to be handed over; the offset if nothing was
 * @param tries how often that was begun
 */
record AlarmCursor(long offset, long end, int tries) {

    /** @return null if there is none that can be read */
    static AlarmCursor read(Durable durable, Workspace workspace) throws IOException {
        byte[] content = durable.readIfThere(workspace.alarm(), 1 << 16);
        ObjectNode node = content == null ? null : Json.parseObject(content);
        Long offset = node == null ? null : Json.whole(node, "offset");
        Long end = node == null ? null : Json.whole(node, "end");
        Long tries = node == null ? null : Json.whole(node, "tries");
        boolean whole = offset != null && end != null && tries != null;
        return whole && offset >= 0 && end >= offset && tries >= 0 && tries < 10
                ? new AlarmCursor(offset, end, tries.intValue())
                : null;
    }

    static AlarmCursor at(long offset) {
        return new AlarmCursor(offset, offset, 0);
    }

    AlarmCursor begun(long until) {
        return new AlarmCursor(offset, until, tries + 1);
    }

    void write(Durable durable, Workspace workspace) throws IOException {
        ObjectNode node = Json.object();
        node.put("offset", offset);
        node.put("end", end);
        node.put("tries", tries);
        durable.replace(workspace.alarm(), Json.file(node));
    }
}
