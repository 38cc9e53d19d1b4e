package dev.reeve.cli.move;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cli.tasks.Sighting;
import dev.reeve.cli.tasks.TaskChoice;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What the commands that move tasks have in common: everything but what they order. */
abstract class MoveCommand implements Callable<Integer> {

    private final Invocation invocation;
    private final Order order;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Mixin
    private TaskChoice tasks = new TaskChoice();

    MoveCommand(Invocation invocation, Order order) {
        this.invocation = invocation;
        this.order = order;
    }

    @Override
    public final Integer call() throws IOException {
        checkUsage();
        Workspace here = workspace.find(invocation);
        List<Sighting> chosen = tasks.in(invocation.disk(), here, order.from());
        List<Sighting> moved = new ArrayList<>();
        int exit = new Mover(invocation, here, order).moveAll(chosen, moved);
        return Math.max(exit, afterwards(here, moved));
    }

    /** @throws UserError if the options don't go together */
    void checkUsage() {}

    /**
     * What is left to be done when all are moved.
     *
     * @param moved each as it was before
     * @return how it went, as an exit status
     */
    int afterwards(Workspace here, List<Sighting> moved) throws IOException {
        return Exit.DONE;
    }
}
