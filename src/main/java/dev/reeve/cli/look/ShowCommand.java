package dev.reeve.cli.look;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cli.tasks.Doors;
import dev.reeve.cli.tasks.TaskFinder;
import dev.reeve.cli.tasks.Whom;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows everything about a task, an agent, or a session of one. */
@Command(
        name = "show",
        description = "Show everything about a task, an agent, or a session of an agent.",
        exitCodeList = {"0:shown", "2:wrong usage, or a part of several ids", "4:no such task, agent or session"},
        footer = {"  reeve show report", "  reeve show writer", "  reeve show writer/chat"})
public final class ShowCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(
            paramLabel = "ID|AGENT[/SESSION]",
            description =
                    "A task: its id, any unique part of it, or its label. Or the name of an agent, or of one and its session.")
    private String asked;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "For a program: a task's record.json, with its state, folder and children.")
    private boolean json;

    public ShowCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        if (new Doors(invocation.disk(), here).agents().contains(asked)) {
            AgentPage page = new AgentPage(invocation, here, here.agent(asked));
            if (json) {
                page.printJson();
            } else {
                page.print();
            }
            return Exit.DONE;
        }
        if (asked.indexOf('/') >= 0) {
            SessionPage page =
                    new SessionPage(invocation, here, new Whom(new Doors(invocation.disk(), here)).there(asked));
            if (json) {
                page.printJson();
            } else {
                page.print();
            }
            return Exit.DONE;
        }
        TaskPage page = new TaskPage(invocation, here, new TaskFinder(invocation.disk(), here).find(asked));
        if (json) {
            page.printJson();
        } else {
            page.print();
        }
        return Exit.DONE;
    }
}
