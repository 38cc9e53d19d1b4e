package dev.reeve.cli.move;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.tasks.Sighting;
import dev.reeve.workspace.State;
import java.util.Set;
import java.util.function.Function;

/**
 * What a person may have done to a task by moving its folder.
 *
 * @param from where it must be
 * @param done what has become of it then, in words: "held"
 * @param refusal why it can't be done to a task that is in none of these states
 */
record Order(Set<State> from, State to, String done, Function<Sighting, String> refusal) {

    /** @throws UserError if this can't be done to a task that is there */
    void check(Sighting task) {
        if (task.kind() == Sighting.Kind.NOT_TAKEN_YET) {
            throw new UserError(
                    Exit.USAGE,
                    task.id() + " is not taken by a supervisor yet. Remove "
                            + task.folder().path() + " to take it back.");
        }
        if (task.kind() == Sighting.Kind.REJECTED) {
            throw new UserError(
                    Exit.USAGE,
                    task.id() + " was rejected, it never became a task. "
                            + task.folder().why() + " says why; mend it and submit it again.");
        }
        if (!from.contains(task.state())) {
            throw new UserError(Exit.USAGE, task.id() + " is in " + task.place() + "/: " + refusal.apply(task));
        }
    }
}
