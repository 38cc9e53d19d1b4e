package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Where;
import java.nio.file.Path;

/**
 * A step of one task, written but not taken yet.
 *
 * @param record as it will be
 * @param folder of the task, where it is now
 * @param contents what must be in its place before the record tells of it
 * @param file the record
 * @param ends it is over with this, well or not
 */
record Staged(TaskRecord record, Path folder, Draft contents, Durable.Staged file, boolean ends) {

    /** What comes after it, once it lasts. */
    @FunctionalInterface
    interface Then {
        void follows(TaskRecord record) throws java.io.IOException;
    }

    String id() {
        return record.id();
    }

    Where here() {
        return record.at();
    }

    Where there() {
        return record.next();
    }

    /**
     * A task that comes back to the queue, or to those that are held, was sent there by a person, who means something by
     * it, but only if it is known that it had left: else it would look like a move that was cut off. What goes to {@code
     * running} has an attempt by which the two are told apart.
     */
    static boolean mustTellThatItLeft(TaskRecord record) {
        return record.at() != null
                && record.next() != null
                && (record.at().state() == State.QUEUE || record.at().state() == State.HELD)
                && record.next().state() != State.RUNNING;
    }
}
