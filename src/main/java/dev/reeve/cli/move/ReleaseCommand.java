package dev.reeve.cli.move;

import dev.reeve.cli.call.Invocation;
import dev.reeve.workspace.State;
import java.util.EnumSet;
import picocli.CommandLine.Command;

/** Lets tasks go on: {@code mv held/ID queue/}. */
@Command(
        name = "release",
        description = {
            "Let held tasks go on, and waiting ones wait no longer.",
            "It is the same as moving their folders to queue/."
        },
        exitCodeList = {"0:all are moved", "2:one is neither held nor waiting, or the words are wrong", "4:no such task"
        },
        footer = "  reeve release report")
public final class ReleaseCommand extends MoveCommand {

    public ReleaseCommand(Invocation invocation) {
        super(
                invocation,
                new Order(
                        EnumSet.of(State.HELD, State.WAITING),
                        State.QUEUE,
                        "queued",
                        task -> task.ended()
                                ? "it has ended. `reeve retry " + task.id() + "` begins it again."
                                : "it is neither held nor waiting."));
    }
}
