package dev.reeve.cli.look;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Inside;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Poll;
import dev.reeve.cli.call.Span;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cli.tasks.Ending;
import dev.reeve.cli.tasks.Rest;
import dev.reeve.cli.tasks.Sighting;
import dev.reeve.cli.tasks.TaskChoice;
import dev.reeve.cli.tasks.Vigil;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Waits until tasks have ended. */
@Command(
        name = "wait",
        description = {
            "Wait until tasks have ended, and print a line for each as it ends.",
            "Inside a task, without an ID: wait for its children. Its places are lent to them for as long.",
            "A group is its tasks that are queued, waiting, running or held when the waiting begins."
        },
        exitCodeList = {
            "0:all are done",
            "1:one failed, was rejected or cancelled",
            "2:wrong usage or configuration",
            "3:--timeout came first",
            "4:no such task"
        },
        footer = "  reeve wait --timeout 10m report summary && echo both done")
public final class WaitCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Mixin
    private TaskChoice tasks = new TaskChoice();

    @Option(names = "--any", description = "End with the first that ends, and with its exit status.")
    private boolean any;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = Span.class,
            description = "How long at most, as 90s or 1h30m. Default: as long as it takes.")
    private Duration timeout;

    public WaitCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        Inside inside = Inside.of(invocation, here);
        if (inside == null) {
            return await(here);
        }
        if (tasks.isNobody()) {
            return new Children(invocation, inside).await(any, timeout);
        }
        Rest rest = Rest.begin(invocation, inside);
        try {
            return await(here);
        } finally {
            rest.close();
        }
    }

    private int await(Workspace here) throws IOException {
        List<Vigil> out = new ArrayList<>();
        for (Sighting task :
                tasks.in(invocation.disk(), here, EnumSet.complementOf(EnumSet.of(State.DONE, State.FAILED)))) {
            out.add(new Vigil(invocation.disk(), here, task.id()));
        }
        Poll poll = invocation.poll(timeout);
        int exit = Exit.DONE;
        while (true) {
            for (Iterator<Vigil> each = out.iterator(); each.hasNext(); ) {
                Vigil vigil = each.next();
                Ending ending = vigil.look();
                if (ending != null) {
                    tell(ending);
                    exit = Math.max(exit, ending.exit());
                    each.remove();
                    poll.quicken();
                    if (any) {
                        return exit;
                    }
                } else {
                    String held = vigil.heldNow();
                    if (held != null) {
                        invocation.note(held);
                    }
                }
            }
            if (out.isEmpty()) {
                return exit;
            }
            if (!poll.again()) {
                out.forEach(vigil -> invocation.note(vigil.id() + " has not ended when the time was up."));
                return Exit.TIMED_OUT;
            }
        }
    }

    private void tell(Ending ending) {
        invocation.say(ending.line());
        invocation.terminal().out().flush();
    }
}
