package dev.reeve.supervisor;

import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;

/** Stages the last lines of every transition, and the whole of one without an attempt: why.md, audit, record. */
final class Moving {

    private final Kit kit;
    private final Settling settling;

    Moving(Kit kit, Settling settling) {
        this.kit = kit;
        this.settling = settling;
    }

    /** What a step may write before it comes to {@link #stage}. */
    Draft draft() {
        return new Draft(kit.durable());
    }

    /**
     * Writes a move, to be settled with others.
     *
     * @param contents what the step has written besides
     * @param change what the record says afterwards, but for where it is
     * @param why the page that explains the new place; null if it explains itself
     */
    Staged stage(
            Draft contents,
            TaskRecord.Change change,
            Where here,
            Where there,
            Why why,
            Action action,
            String reason,
            String by)
            throws IOException {
        return write(contents, change.moving(here, there).done(), here, why, action, reason, by);
    }

    /** A move that can't wait for others. @return the record as it was written */
    TaskRecord move(TaskRecord.Change change, Where here, Where there, Why why, Action action, String reason, String by)
            throws IOException {
        return settling.alone(stage(draft(), change, here, there, why, action, reason, by));
    }

    /** Notes something about a task that stays where it is. */
    TaskRecord stay(TaskRecord.Change change, Where here, Why why, Action action, String reason, String by)
            throws IOException {
        return stay(draft(), change, here, why, action, reason, by);
    }

    TaskRecord stay(
            Draft contents, TaskRecord.Change change, Where here, Why why, Action action, String reason, String by)
            throws IOException {
        return settling.note(write(contents, change.at(here).done(), here, why, action, reason, by));
    }

    private Staged write(
            Draft contents, TaskRecord record, Where here, Why why, Action action, String reason, String by)
            throws IOException {
        TaskFolder folder = here.task(kit.workspace(), record.id());
        try {
            explain(contents, folder, why == null ? null : why.page(record));
            if (action != null) {
                kit.audit().tell(action, record, folder, reason, by);
            }
            return new Staged(
                    record,
                    folder.path(),
                    contents,
                    kit.durable().stage(folder.record(), TaskRecords.bytes(record)),
                    action == Action.FINISH || action == Action.FAIL);
        } catch (IOException e) {
            contents.drop();
            throw e;
        }
    }

    private void explain(Draft contents, TaskFolder folder, String page) throws IOException {
        if (page != null) {
            contents.write(folder.why(), page.getBytes(StandardCharsets.UTF_8));
            return;
        }
        try {
            kit.disk().remove(folder.why());
        } catch (NoSuchFileException e) {
            // there was nothing to explain before either
        }
    }
}
