package dev.reeve.cli.tree;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cli.tasks.TaskFinder;
import dev.reeve.files.Json;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows who asked whom, and what became of it. */
@Command(
        name = "trace",
        description =
                "Show all tasks of a tree: who asked whom, what happened to each and when, and where its files are.",
        exitCodeList = {"0:shown", "2:wrong usage, or a part of several ids", "4:no such task"},
        footer = {"  reeve trace report", "  reeve trace --json report"})
public final class TraceCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(paramLabel = "ID", description = "Any task of the tree: its id, any unique part of it, or its label.")
    private String asked;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "For a program: each task an object, with its children in it.")
    private boolean json;

    public TraceCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        Member root = new Family(invocation.disk(), here).whole(new TaskFinder(invocation.disk(), here).find(asked));
        if (json) {
            invocation.terminal().copy(Json.file(new TraceJson(invocation.durable(), here).of(root)));
        } else {
            new TracePage(invocation, here).print(root);
        }
        return Exit.DONE;
    }
}
