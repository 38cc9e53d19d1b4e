package dev.reeve.cli.move;

import dev.reeve.cli.call.Invocation;
import dev.reeve.workspace.State;
import java.util.EnumSet;
import picocli.CommandLine.Command;

/** Begins ended tasks again: {@code mv failed/ID queue/}. */
@Command(
        name = "retry",
        description = {
            "Begin ended tasks again, from zero.",
            "It is the same as moving their folders to queue/. What was dropped is read anew, so it may be mended first."
        },
        exitCodeList = {"0:all are moved", "2:one has not ended, or the words are wrong", "4:no such task"},
        footer = "  reeve retry 20261120-140211-k3f9-report")
public final class RetryCommand extends MoveCommand {

    public RetryCommand(Invocation invocation) {
        super(
                invocation,
                new Order(
                        EnumSet.of(State.FAILED, State.DONE),
                        State.QUEUE,
                        "queued again",
                        task -> task.is(State.HELD) || task.is(State.WAITING)
                                ? "it has not ended. `reeve release " + task.id() + "` lets it go on."
                                : "it has not ended, there is nothing to retry."));
    }
}
