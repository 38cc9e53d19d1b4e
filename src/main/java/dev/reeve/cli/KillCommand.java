package dev.reeve.cli;

import dev.reeve.supervisor.SupervisorFile;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives tasks up: {@code mv running/ID failed/}. */
@Command(
        name = "kill",
        description = {
            "Give tasks up, and stop their processes.",
            "It is the same as moving their folders to failed/. `reeve retry` runs them again."
        },
        exitCodeList = {
            "0:all are given up",
            "2:one has ended already, or the words are wrong",
            "3:--timeout came first",
            "4:no such task"
        },
        footer = "  reeve kill --wait 20261120-140211-k3f9-report")
final class KillCommand implements Callable<Integer> {

    private static final Set<State> FROM = EnumSet.of(State.QUEUE, State.WAITING, State.RUNNING, State.HELD);

    private final Invocation invocation;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Mixin
    private TaskChoice tasks = new TaskChoice();

    @Option(names = "--wait", description = "Wait until the processes are gone.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = Span.class,
            description = "With --wait: how long at most, as 30s.")
    private Duration timeout;

    KillCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (timeout != null && !wait) {
            throw new UserError(Exit.USAGE, "--timeout says how long --wait waits: it goes with --wait only.");
        }
        Workspace here = workspace.find();
        List<Sighting> chosen = tasks.in(invocation.disk(), here, FROM);
        List<Mover.Moved> moved = new ArrayList<>();
        int exit = new Mover(invocation, here).moveAll(chosen, KillCommand::rule, KillCommand::account, moved);
        return wait ? Math.max(exit, awaitEnd(here, moved)) : exit;
    }

    private static State rule(Sighting task) {
        Mover.mustBeIn(task, FROM, "it has ended already, there is nothing to kill.");
        return State.FAILED;
    }

    private static String account(Mover.Moved moved, SupervisorFile supervisor) {
        String follows = "";
        if (moved.from().is(State.RUNNING)) {
            follows = supervisor == null
                    ? "; its processes, if they live, are stopped when a supervisor starts"
                    : "; its processes are being stopped by the supervisor (pid " + supervisor.pid() + ")";
        }
        return moved.id() + " given up, it was in " + moved.from().place() + "/" + follows;
    }

    private int awaitEnd(Workspace here, List<Mover.Moved> moved) throws IOException {
        Instant deadline = timeout == null ? null : invocation.now().plus(timeout);
        Poll poll = invocation.poll(deadline);
        for (Mover.Moved one : moved) {
            while (one.from().is(State.RUNNING) && isAtWork(here, one.id())) {
                if (!poll.again()) {
                    invocation.note(one.id() + ": its processes were not known to be gone when the time was up.");
                    return Exit.TIMED_OUT;
                }
            }
        }
        return Exit.DONE;
    }

    /** The supervisor writes the end of the last attempt once its whole tree is gone. */
    private boolean isAtWork(Workspace here, String id) throws IOException {
        Sighting now = new TaskFinder(invocation.disk(), here).locate(id);
        TaskRecord record = now == null ? null : TaskRecords.read(invocation.disk(), now.folder());
        return record != null
                && record.lastAttempt() != null
                && !record.lastAttempt().ended();
    }
}
