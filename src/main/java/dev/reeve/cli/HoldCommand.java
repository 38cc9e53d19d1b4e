package dev.reeve.cli;

import dev.reeve.supervisor.SupervisorFile;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
final class HoldCommand implements Callable<Integer> {

    private static final Set<State> FROM = EnumSet.of(State.QUEUE, State.WAITING, State.RUNNING);

    private final Invocation invocation;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Mixin
    private TaskChoice tasks = new TaskChoice();

    HoldCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find();
        return new Mover(invocation, here)
                .moveAll(
                        tasks.in(invocation.disk(), here, FROM),
                        HoldCommand::rule,
                        HoldCommand::account,
                        new ArrayList<>());
    }

    private static State rule(Sighting task) {
        Mover.mustBeIn(
                task,
                FROM,
                task.is(State.HELD) ? "it is held already." : "it has ended already, there is nothing to hold.");
        return State.HELD;
    }

    private static String account(Mover.Moved moved, SupervisorFile supervisor) {
        String follows = "";
        if (moved.from().is(State.RUNNING)) {
            follows = supervisor == null
                    ? "; its processes, if they live, are stopped when a supervisor starts"
                    : "; its processes are being stopped by the supervisor (pid " + supervisor.pid() + ")";
        }
        return moved.id() + " held, it was in " + moved.from().place() + "/" + follows;
    }
}
