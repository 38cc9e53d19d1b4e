package dev.reeve.supervisor;

import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A second drop with an idempotency key that is in force: answered with what the first has come to, and never run. */
final class Repeating {

    private final Kit kit;
    private final Moving moving;
    private final Settling settling;
    private final Finder finder;

    Repeating(Kit kit, Moving moving, Settling settling, Finder finder) {
        this.kit = kit;
        this.moving = moving;
        this.settling = settling;
        this.finder = finder;
    }

    void answer(TaskRecord record, Staged.Then then) throws IOException {
        Where here = Where.in(State.QUEUE);
        TaskFolder task = here.task(kit.workspace(), record.id());
        Where first = finder.find(record.duplicateOf());
        String state = first == null ? "gone: its folder was removed" : "in " + first + "/";
        Draft draft = moving.draft();
        if (!copied(draft, first, record.duplicateOf(), task)) {
            draft.write(task.result(), page(record, state).getBytes(StandardCharsets.UTF_8));
        }
        String reason = "not run: its idempotency_key belongs to " + record.duplicateOf() + ", which is " + state;
        Where done = Where.doneOn(kit.today());
        settling.add(
                moving.stage(draft, record.change().why(reason), here, done, null, Action.FINISH, reason, Audit.REEVE),
                then);
    }

    private boolean copied(Draft draft, Where first, String id, TaskFolder task) throws IOException {
        if (first == null || first.state() != State.DONE) {
            return false;
        }
        TaskFolder from = first.task(kit.workspace(), id);
        boolean any = false;
        for (List<Path> pair :
                List.of(List.of(from.result(), task.result()), List.of(from.resultJson(), task.resultJson()))) {
            if (kit.durable().exists(pair.get(0))) {
                draft.copy(pair.get(0), pair.get(1));
                any = true;
            }
        }
        return any;
    }

    private String page(TaskRecord record, String state) throws IOException {
        Where first = finder.find(record.duplicateOf());
        TaskRecord other =
                first == null ? null : TaskRecords.read(kit.disk(), first.task(kit.workspace(), record.duplicateOf()));
        String why = other == null || other.why() == null ? "" : "\n\n" + other.why();
        return "Not run again: the task " + record.duplicateOf() + " has the same idempotency_key, and is " + state
                + "." + why + "\n";
    }
}
