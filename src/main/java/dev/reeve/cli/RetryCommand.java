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

/** Begins ended tasks again: {@code mv failed/ID queue/}. */
@Command(
        name = "retry",
        description = {
            "Begin ended tasks again, from zero.",
            "It is the same as moving their folders to queue/. What was dropped is read anew, so it may be mended first."
        },
        exitCodeList = {"0:all are moved", "2:one has not ended, or the words are wrong", "4:no such task"},
        footer = "  reeve retry 20261120-140211-k3f9-report")
final class RetryCommand implements Callable<Integer> {

    private static final Set<State> FROM = EnumSet.of(State.FAILED, State.DONE);

    private final Invocation invocation;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Mixin
    private TaskChoice tasks = new TaskChoice();

    RetryCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find();
        return new Mover(invocation, here)
                .moveAll(
                        tasks.in(invocation.disk(), here, FROM),
                        RetryCommand::rule,
                        RetryCommand::account,
                        new ArrayList<>());
    }

    private static State rule(Sighting task) {
        Mover.mustBeIn(
                task,
                FROM,
                task.is(State.HELD) || task.is(State.WAITING)
                        ? "it has not ended. `reeve release " + task.id() + "` lets it go on."
                        : "it has not ended, there is nothing to retry.");
        return State.QUEUE;
    }

    private static String account(Mover.Moved moved, SupervisorFile supervisor) {
        return moved.id() + " queued again, it was in " + moved.from().place() + "/";
    }
}
