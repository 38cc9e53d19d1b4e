package dev.reeve.cli.move;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Inside;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.tasks.LivingSupervisor;
import dev.reeve.cli.tasks.Sighting;
import dev.reeve.cli.tasks.TaskFinder;
import dev.reeve.supervisor.SupervisorFile;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/**
 * Moves tasks as a person does with {@code mv}: each by one rename, which the supervisor obeys. A task may move on by
 * itself between the look and the rename; then it is looked at again, and whether it may be moved is asked again.
 */
final class Mover {

    private static final int TRIES = 20;

    private final Invocation invocation;
    private final Workspace workspace;
    private final Order order;
    private final TaskFinder finder;

    Mover(Invocation invocation, Workspace workspace, Order order) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.order = order;
        this.finder = new TaskFinder(invocation.disk(), workspace);
    }

    /**
     * Moves them all, telling of each. What can't be moved is told and passed over.
     *
     * @param moved gets those that were, each as it was before
     */
    int moveAll(List<Sighting> tasks, List<Sighting> moved) throws IOException {
        int exit = Exit.DONE;
        SupervisorFile supervisor = LivingSupervisor.of(invocation.durable(), workspace);
        for (Sighting task : tasks) {
            try {
                Sighting before = move(task);
                moved.add(before);
                invocation.say(account(before, supervisor));
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

    private String account(Sighting before, SupervisorFile supervisor) {
        String moved = before.id() + " " + order.done() + ", it was in " + before.place() + "/";
        if (!before.is(State.RUNNING)) {
            return moved;
        }
        return moved
                + (supervisor == null
                        ? "; its processes, if they live, are stopped when a supervisor starts"
                        : "; its processes are being stopped by the supervisor (pid " + supervisor.pid() + ")");
    }

    /** @return where it was just before */
    private Sighting move(Sighting chosen) throws IOException {
        Sighting seen = chosen;
        for (int i = 0; i < TRIES; i++) {
            order.check(seen);
            checkWhoAsks(seen);
            TaskFolder target = workspace.task(order.to(), seen.id());
            try {
                invocation.durable().move(seen.folder().path(), target.path());
                return seen;
            } catch (NoSuchFileException e) {
                if (invocation.disk().stat(workspace.state(order.to())) == null) {
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

    /** What a person is asked, a move would answer. */
    private void checkWhoAsks(Sighting seen) throws IOException {
        if (seen.is(State.HELD) && Inside.isTask(invocation)) {
            TaskRecord record = TaskRecords.read(invocation.disk(), seen.folder());
            if (record != null && record.question() != null) {
                throw Inside.notForTasks(seen.id());
            }
        }
    }

    private Sighting again(Sighting before) throws IOException {
        Sighting now = finder.locate(before.id());
        if (now == null) {
            throw new UserError(Exit.NO_SUCH_THING, before.id() + " is gone: it was removed meanwhile.");
        }
        return now;
    }
}
