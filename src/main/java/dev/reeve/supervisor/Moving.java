package dev.reeve.supervisor;

import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/**
 * A move of a task without an attempt, and the last steps of every other transition: why.md, audit, record, rename.
 *
 * <p>Cut off before the record: nothing was decided, and the next start decides again. Cut off after it: the rename alone
 * is missing.
 */
final class Moving {

    private final Kit kit;

    Moving(Kit kit) {
        this.kit = kit;
    }

    /**
     * @param change what the record says afterwards, but for where it is
     * @param why the page that explains the new place; null if it explains itself
     * @return the record as it was written
     */
    TaskRecord move(TaskRecord.Change change, Where here, Where there, Why why, Action action, String reason, String by)
            throws IOException {
        TaskRecord record = change.moving(here, there).done();
        TaskFolder folder = here.task(kit.workspace(), record.id());
        explain(folder, why == null ? null : why.page(record));
        kit.audit().tell(action, record, folder, reason, by);
        TaskRecords.write(kit.durable(), folder, record);
        complete(record.id(), here, there);
        return here.state() == State.QUEUE ? arrived(record, here, there) : record;
    }

    /**
     * A task that comes back to the queue was sent there by a person, who means something by it, but only if it is known
     * that it had left: else it would look like a move that was cut off.
     */
    private TaskRecord arrived(TaskRecord moved, Where here, Where there) throws IOException {
        TaskRecord record = moved.change().at(there).done();
        try {
            TaskRecords.write(kit.durable(), there.task(kit.workspace(), record.id()), record);
        } catch (NoSuchFileException e) {
            // a person was quicker, and has sent it back already
            TaskRecords.write(kit.durable(), here.task(kit.workspace(), record.id()), record);
        }
        return record;
    }

    /** The move to {@code running}: the one whose record is written before its audit line, for the attempt is in it. */
    TaskRecord start(TaskRecord.Change change, Where here, Where there) throws IOException {
        TaskRecord record = change.moving(here, there).done();
        TaskFolder folder = here.task(kit.workspace(), record.id());
        TaskRecords.write(kit.durable(), folder, record);
        kit.audit().tell(Action.START, record, folder, null, Audit.REEVE);
        complete(record.id(), here, there);
        return record;
    }

    /** Notes something about a task that stays where it is. */
    TaskRecord stay(TaskRecord.Change change, Where here, Why why, Action action, String reason, String by)
            throws IOException {
        TaskRecord record = change.at(here).done();
        TaskFolder folder = here.task(kit.workspace(), record.id());
        explain(folder, why == null ? null : why.page(record));
        if (action != null) {
            kit.audit().tell(action, record, folder, reason, by);
        }
        TaskRecords.write(kit.durable(), folder, record);
        return record;
    }

    /** The rename that ends a step. */
    void complete(String id, Where here, Where there) throws IOException {
        if (there.date() != null) {
            kit.durable().ensureFolder(there.folder(kit.workspace()));
        }
        kit.durable()
                .move(
                        here.task(kit.workspace(), id).path(),
                        there.task(kit.workspace(), id).path());
    }

    private void explain(TaskFolder folder, String page) throws IOException {
        if (page != null) {
            kit.durable().replace(folder.why(), page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return;
        }
        try {
            kit.disk().remove(folder.why());
        } catch (NoSuchFileException e) {
            // there was nothing to explain before either
        }
    }
}
