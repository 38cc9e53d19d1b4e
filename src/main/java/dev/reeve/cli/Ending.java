package dev.reeve.cli;

import dev.reeve.task.TaskRecord;
import java.util.Locale;

/**
 * How a task that was waited for ended.
 *
 * @param record null where it never had one
 * @param last where it was when it was last seen
 */
record Ending(String id, Kind kind, Sighting last, TaskRecord record) {

    enum Kind {
        DONE,
        FAILED,
        /** It never became a task. */
        REJECTED,
        /** Its folder was removed. */
        CANCELLED
    }

    boolean isDone() {
        return kind == Kind.DONE;
    }

    int exit() {
        return isDone() ? Exit.DONE : Exit.FAILED;
    }

    String line() {
        String reason = switch (kind) {
            case DONE -> "";
            case FAILED -> record == null || record.why() == null ? "" : ": " + Words.line(record.why());
            case REJECTED -> ": " + last.folder().why() + " says why";
            case CANCELLED -> ": its folder was removed";
        };
        return id + " " + kind.name().toLowerCase(Locale.ROOT) + reason;
    }
}
