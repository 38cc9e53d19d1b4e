package dev.reeve.cli.tasks;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Phrases;
import dev.reeve.task.TaskRecord;
import java.util.Locale;

/**
 * How a task that was waited for ended.
 *
 * @param record null where it never had one
 * @param last where it was when it was last seen
 */
public record Ending(String id, Kind kind, Sighting last, TaskRecord record) {

    enum Kind {
        DONE,
        FAILED,
        /** It never became a task. */
        REJECTED,
        /** Its folder was removed. */
        CANCELLED
    }

    public boolean isDone() {
        return kind == Kind.DONE;
    }

    public int exit() {
        return isDone() ? Exit.DONE : Exit.FAILED;
    }

    public String line() {
        String reason = switch (kind) {
            case DONE -> "";
            case FAILED -> record == null || record.why() == null ? "" : ": " + Phrases.line(record.why());
            case REJECTED -> ": " + last.folder().why() + " says why";
            case CANCELLED -> ": its folder was removed";
        };
        return id + " " + kind.name().toLowerCase(Locale.ROOT) + reason;
    }
}
