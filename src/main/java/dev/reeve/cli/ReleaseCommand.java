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
final class ReleaseCommand implements Callable<Integer> {

    private static final Set<State> FROM = EnumSet.of(State.HELD, State.WAITING);

    private final Invocation invocation;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Mixin
    private TaskChoice tasks = new TaskChoice();

    ReleaseCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find();
        return new Mover(invocation, here)
                .moveAll(
                        tasks.in(invocation.disk(), here, FROM),
                        ReleaseCommand::rule,
                        ReleaseCommand::account,
                        new ArrayList<>());
    }

    private static State rule(Sighting task) {
        Mover.mustBeIn(
                task,
                FROM,
                task.ended()
                        ? "it has ended. `reeve retry " + task.id() + "` begins it again."
                        : "it is neither held nor waiting.");
        return State.QUEUE;
    }

    private static String account(Mover.Moved moved, SupervisorFile supervisor) {
        return moved.id() + " queued, it was in " + moved.from().place() + "/";
    }
}
