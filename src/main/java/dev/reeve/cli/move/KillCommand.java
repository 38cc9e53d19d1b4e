package dev.reeve.cli.move;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Poll;
import dev.reeve.cli.call.Span;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.tasks.Sighting;
import dev.reeve.cli.tasks.TaskFinder;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import picocli.CommandLine.Command;
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
public final class KillCommand extends MoveCommand {

    private final Invocation invocation;

    @Option(names = "--wait", description = "Wait until the processes are gone.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = Span.class,
            description = "With --wait: how long at most, as 30s.")
    private Duration timeout;

    public KillCommand(Invocation invocation) {
        super(
                invocation,
                new Order(
                        EnumSet.of(State.QUEUE, State.WAITING, State.RUNNING, State.HELD),
                        State.FAILED,
                        "given up",
                        task -> "it has ended already, there is nothing to kill."));
        this.invocation = invocation;
    }

    @Override
    void checkUsage() {
        if (timeout != null && !wait) {
            throw new UserError(Exit.USAGE, "--timeout says how long --wait waits: it goes with --wait only.");
        }
    }

    @Override
    int afterwards(Workspace here, List<Sighting> moved) throws IOException {
        if (!wait) {
            return Exit.DONE;
        }
        Poll poll = invocation.poll(timeout);
        for (Sighting before : moved) {
            while (before.is(State.RUNNING) && isAtWork(here, before.id())) {
                if (!poll.again()) {
                    invocation.note(before.id() + ": its processes were not known to be gone when the time was up.");
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
