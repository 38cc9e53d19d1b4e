package dev.reeve.cli.look;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.files.Json;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what is going on. */
@Command(
        name = "status",
        description = "Show what runs, what is queued, what waits and why, and what a person must do.",
        exitCodeList = {"0:shown", "2:wrong usage", "4:no workspace"},
        footer = "  reeve status --watch")
public final class StatusCommand implements Callable<Integer> {

    private static final int SHOWN = 20;
    private static final int SHOWN_TO_PROGRAMS = 1000;

    private final Invocation invocation;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--watch", description = "Show it anew each second, until q or Ctrl-C.")
    private boolean watch;

    @Option(names = "--json", description = "In the form of status.json; lists have at most 1,000 lines.")
    private boolean json;

    public StatusCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        if (watch && json) {
            throw new UserError(Exit.USAGE, "--watch is for a person and --json for a program: one of the two.");
        }
        if (json) {
            StatusReport report = new StatusReader(invocation, here, SHOWN_TO_PROGRAMS).read();
            invocation.terminal().copy(Json.file(StatusJson.of(report)));
            return Exit.DONE;
        }
        StatusReader reader = new StatusReader(invocation, here, SHOWN);
        if (!watch) {
            StatusPage.of(invocation.terminal(), reader.read()).forEach(invocation::say);
            return Exit.DONE;
        }
        if (!invocation.terminal().outIsWatched()) {
            throw new UserError(
                    Exit.USAGE,
                    "--watch redraws a terminal, and the output is none. `reeve status --json` can be read.");
        }
        new Redraw(invocation, () -> StatusPage.of(invocation.terminal(), reader.read())).untilQuit();
        return Exit.DONE;
    }
}
