package dev.reeve.cli.move;

import dev.reeve.cli.call.Invocation;
import dev.reeve.workspace.State;
import java.util.EnumSet;
import picocli.CommandLine.Command;

/** Parks tasks: {@code mv queue/ID held/}. */
@Command(
        name = "hold",
        description = {
            "Park tasks until they are released.",
            "It is the same as moving their folders to held/. One that runs is stopped first."
        },
        exitCodeList = {
            "0:all are moved",
            "2:one is held or has ended already, or the words are wrong",
            "4:no such task"
        },
        footer = "  reeve hold --group render")
public final class HoldCommand extends MoveCommand {

    public HoldCommand(Invocation invocation) {
        super(
                invocation,
                new Order(
                        EnumSet.of(State.QUEUE, State.WAITING, State.RUNNING),
                        State.HELD,
                        "held",
                        task -> task.is(State.HELD)
                                ? "it is held already."
                                : "it has ended already, there is nothing to hold."));
    }
}
