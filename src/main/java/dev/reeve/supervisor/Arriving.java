package dev.reeve.supervisor;

import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.TaskFolder;

/** Something on its way from a door to the queue. */
final class Arriving {

    /** Null where an earlier supervisor had claimed it. */
    final Doors.Ready from;

    /** Null until it has been made. */
    TaskFolder staging;

    /** Null until it has been understood. */
    TaskRecord record;

    /** From here on it is in no door any more. */
    boolean claimed;

    Arriving(Doors.Ready from) {
        this.from = from;
    }

    /** @param staging that an earlier supervisor left */
    Arriving(TaskFolder staging) {
        this.from = null;
        this.staging = staging;
    }

    String name() {
        return from == null
                ? staging.path().getFileName().toString()
                : from.drop().name();
    }
}
