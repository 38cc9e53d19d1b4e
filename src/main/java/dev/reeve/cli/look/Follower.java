package dev.reeve.cli.look;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Poll;
import dev.reeve.cli.tasks.Ending;
import dev.reeve.cli.tasks.Vigil;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;

/** Follows a task's output from attempt to attempt and from folder to folder, until it has ended. */
final class Follower {

    private final Invocation invocation;
    private final Workspace workspace;
    private final String id;
    private final Outputs outputs;

    Follower(Invocation invocation, Workspace workspace, String id, Outputs outputs) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.id = id;
        this.outputs = outputs;
    }

    /** @param output the attempt to begin with; null if there is none yet */
    void untilEnded(Output output) throws IOException {
        Output current = output;
        Vigil vigil = new Vigil(invocation.disk(), workspace, id);
        Poll poll = invocation.poll(null);
        do {
            // seen first, read then: what was written before the end is read after it
            Ending ending = vigil.look();
            TaskFolder task = vigil.last() == null ? null : vigil.last().folder();
            String held = vigil.heldNow();
            if (held != null) {
                invocation.note(held);
            }
            if (current != null && task != null && copyNew(current, task, false)) {
                poll.quicken();
            }
            int next = task == null
                    ? 0
                    : new Attempts(invocation.disk(), task).after(current == null ? 0 : current.attempt());
            if (next > 0) {
                if (current != null) {
                    copyNew(current, task, true);
                    invocation.note("attempt " + next);
                }
                current = outputs.of(task, next);
                poll.quicken();
                continue;
            }
            if (ending != null) {
                if (current != null && task != null) {
                    copyNew(current, task, true);
                }
                return;
            }
        } while (poll.again() && !invocation.terminal().nobodyReads());
    }

    private static boolean copyNew(Output output, TaskFolder task, boolean last) throws IOException {
        output.tellNotes(task);
        return output.copyNew(task, last);
    }
}
