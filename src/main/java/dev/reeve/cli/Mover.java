package dev.reeve.cli;

import dev.reeve.supervisor.SupervisorFile;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;

/**
 * Moves tasks as a person does with {@code mv}: each by one rename, which the supervisor obeys. A task may move on by
 * itself between the look and the rename; then it is looked at again, and the rule is asked again.
 */
final class Mover {

    private static final int TRIES = 20;

    /** What a person may do to a task, by where it is now. */
    @FunctionalInterface
    interface Rule {
        /** @throws UserError if this can't be done to a task that is there */
        State target(Sighting task);
    }

    /** A move that was made. */
    record Moved(Sighting from, State to) {
        String id() {
            return from.id();
        }
    }

    /** What is said about a move on standard output. */
    @FunctionalInterface
    interface Account {
        String of(Moved moved, SupervisorFile supervisor);
    }

    private final Invocation invocation;
    private final Workspace workspace;
    private final TaskFinder finder;

    Mover(Invocation invocation, Workspace workspace) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.finder = new TaskFinder(invocation.disk(), workspace);
    }

    /** Moves them all, telling of each. What can't be moved is told and passed over. Adds what was moved to a list. */
    int moveAll(List<Sighting> tasks, Rule rule, Account account, List<Moved> moved) throws IOException {
        int exit = Exit.DONE;
        SupervisorFile supervisor = LivingSupervisor.of(invocation.durable(), workspace);
        for (Sighting task : tasks) {
            try {
                Moved one = move(task, rule);
                moved.add(one);
                invocation.say(account.of(one, supervisor));
            } catch (UserError e) {
                invocation.note(e.getMessage());
                exit = Math.max(exit, e.exit());
            }
        }
        if (supervisor == null && !moved.isEmpty()) {
            invocation.note("no supervisor runs here: it is obeyed when one starts (`reeve up`).");
        }
        return exit;
    }

    private Moved move(Sighting chosen, Rule rule) throws IOException {
        Sighting seen = chosen;
        for (int i = 0; i < TRIES; i++) {
            State to = rule.target(seen);
            TaskFolder target = Where.in(to).task(workspace, seen.id());
            try {
                invocation.durable().move(seen.folder().path(), target.path());
                return new Moved(seen, to);
            } catch (NoSuchFileException e) {
                if (invocation.disk().stat(workspace.state(to)) == null) {
                    throw e;
                }
                seen = again(seen);
            } catch (FileAlreadyExistsException e) {
                throw new UserError(
                        Exit.USAGE,
                        seen.id() + ": " + target.path() + " is there already. One of the two folders is a copy; move"
                                + " one of them out of the workspace.");
            }
        }
        throw new UserError(Exit.USAGE, chosen.id() + " moves on faster than it can be caught. Try again.");
    }

    private Sighting again(Sighting before) throws IOException {
        Sighting now = finder.locate(before.id());
        if (now == null) {
            throw new UserError(Exit.NO_SUCH_THING, before.id() + " is gone: it was removed meanwhile.");
        }
        return now;
    }

    /** Takes a task that is in one of these states, and says why not where it is in another. */
    static void mustBeIn(Sighting task, Set<State> states, String otherwise) {
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
        if (!states.contains(task.state())) {
            throw new UserError(Exit.USAGE, task.id() + " is in " + task.place() + "/: " + otherwise);
        }
    }
}
