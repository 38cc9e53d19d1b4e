package dev.reeve.cli.schedule;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reeve schedule}: lists the schedules, or does now what one of them does at its slots. */
@Command(
        name = "schedule",
        description = {
            "List the schedules of the workspace, each with its last slot and the next three, on its own clocks.",
            "They are files: schedules/NAME.md."
        },
        exitCodeList = {"0:shown", "2:wrong usage", "4:no such workspace"},
        footer = {"  reeve schedule", "  reeve schedule run daily"})
public final class ScheduleCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "For a program.")
    private boolean json;

    public ScheduleCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        Listing listing = new Listing(invocation, here);
        if (json) {
            listing.printJson();
        } else {
            listing.print();
        }
        return Exit.DONE;
    }

    @Command(
            name = "run",
            description = {
                "Does now what a schedule does at its slots, and leaves those as they are. Prints the id of the task, or the"
                        + " name of the event; what a command prints is shown.",
                "A schedule that is disabled can be tried so."
            },
            exitCodeList = {
                "0:done",
                "1:its command failed",
                "2:wrong usage, or its file is broken",
                "4:no such schedule or workspace"
            },
            footer = "  reeve schedule run daily")
    int run(
            @Parameters(paramLabel = "NAME", description = "Of its file, without .md.") String name,
            @Mixin WorkspaceOption where)
            throws IOException {
        return new RunNow(invocation, where.find(invocation)).run(name);
    }
}
