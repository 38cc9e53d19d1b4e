package dev.reeve.schedule;

import dev.reeve.workspace.TaskId;
import java.time.Instant;

/** The names of what a slot makes: whoever makes it twice makes the same. */
public final class SlotId {

    private SlotId() {}

    public static String task(String schedule, Instant slot) {
        return TaskId.make(slot, () -> Jitter.number(schedule, slot), schedule);
    }

    /** Its type is what stands before the first dash and digits. */
    public static String event(String type, String schedule, Instant slot) {
        return type + "-" + task(schedule, slot) + ".json";
    }
}
