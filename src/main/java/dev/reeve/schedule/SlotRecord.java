package dev.reeve.schedule;

import dev.reeve.files.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Reeve remembers of a schedule, in {@code state/slots/<name>.json}.
 *
 * @param identity what the schedule was when it began
 * @param judged of every slot up to here it is decided what becomes of it
 * @param due decided, and not done yet, the oldest first
 * @param done the last slot that was done; null if none was
 * @param made what was made for it; null if nothing was that could last
 * @param trouble what its last check said, if it failed; else null
 */
public record SlotRecord(
        String identity, Instant judged, List<Instant> due, Instant done, String made, String trouble) {

    public static final int LIMIT = 1 << 20;

    public SlotRecord {
        due = List.copyOf(due);
    }

    /** No slot of the past comes by itself. */
    static SlotRecord beginning(Schedule schedule, Instant now) {
        return new SlotRecord(schedule.identity(), now, List.of(), null, null, null);
    }

    /** The first that is due has been done, or is about to be and can't get lost. */
    public SlotRecord did(String what, String trouble) {
        return new SlotRecord(identity, judged, due.subList(1, due.size()), due.get(0), what, trouble);
    }

    public byte[] bytes() {
        ObjectNode node = Json.object();
        node.put("identity", identity);
        node.put("judged", judged.toString());
        var slots = node.putArray("due");
        due.forEach(slot -> slots.add(slot.toString()));
        if (done != null) {
            node.put("done", done.toString());
        }
        if (made != null) {
            node.put("made", made);
        }
        if (trouble != null) {
            node.put("trouble", trouble);
        }
        return Json.file(node);
    }

    /** @return null if it can't be read: the schedule begins anew then */
    public static SlotRecord parse(byte[] content) {
        ObjectNode node = content == null ? null : Json.parseObject(content);
        if (node == null || Json.text(node, "identity") == null || Json.instant(node, "judged") == null) {
            return null;
        }
        List<Instant> due = new ArrayList<>();
        List<String> texts = Json.texts(node, "due");
        for (String text : texts == null ? List.<String>of() : texts) {
            Instant slot = Json.instant(text);
            if (slot != null) {
                due.add(slot);
            }
        }
        return new SlotRecord(
                Json.text(node, "identity"),
                Json.instant(node, "judged"),
                due,
                Json.instant(node, "done"),
                Json.text(node, "made"),
                Json.text(node, "trouble"));
    }
}
