package dev.reeve.cli.look;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Terminal;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cli.tasks.Doors;
import dev.reeve.files.Json;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Shows what is going on. */
@Command(
        name = "status",
        description = "Show what runs, what is queued, what waits and why, and what a person must do.",
        exitCodeList = {"0:shown", "2:wrong usage", "4:no such workspace, agent or task"},
        footer = {
            "  reeve status --watch",
            "  reeve status --agent writer --active-minutes 60",
            "  reeve status --messages 5"
        })
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

    @Option(names = "--agent", paramLabel = "NAME", description = "Only tasks of this agent.")
    private String agent;

    @Option(
            names = "--active-minutes",
            paramLabel = "N",
            description = "Only what something happened to in the last N minutes, also what has ended.")
    private Integer minutes;

    @Option(names = "--limit", paramLabel = "N", description = "So many of each list. Default: 20; 1,000 with --json.")
    private Integer limit;

    @Option(
            names = "--messages",
            paramLabel = "N",
            description = "Also the last N messages to each agent, a line each. With --agent: to this one.")
    private Integer messages;

    @Option(
            names = "--children",
            paramLabel = "ID",
            description = "The children of this task, with their states, instead of the workspace.")
    private String parent;

    public StatusCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        checkUsage();
        if (parent != null) {
            return family(new FamilyStatus(invocation, here, parent));
        }
        int shown = limit != null ? limit : json ? SHOWN_TO_PROGRAMS : SHOWN;
        if (json) {
            StatusReport report = new StatusReader(invocation, here, shown, filter(here)).read();
            ObjectNode status = StatusJson.of(report, minutes != null);
            if (messages != null) {
                status.set("messages", lastMessages(here).json());
            }
            invocation.terminal().copy(Json.file(status));
            return Exit.DONE;
        }
        show(() -> page(here, shown));
        return Exit.DONE;
    }

    private List<String> page(Workspace here, int shown) throws IOException {
        Terminal terminal = invocation.terminal();
        List<String> lines = new ArrayList<>(
                StatusPage.of(terminal, new StatusReader(invocation, here, shown, filter(here)).read()));
        if (messages != null) {
            int columns = terminal.outIsWatched() ? new Keyboard().size().columns() : Integer.MAX_VALUE;
            lines.addAll(lastMessages(here).lines(terminal, columns));
        }
        return lines;
    }

    private LastMessages lastMessages(Workspace here) throws IOException {
        List<String> agents = agent != null ? List.of(agent) : new Doors(invocation.disk(), here).agents();
        return LastMessages.read(invocation, here, agents, messages);
    }

    private int family(FamilyStatus family) throws IOException {
        if (json) {
            invocation.terminal().copy(Json.file(family.json()));
        } else {
            show(family::lines);
        }
        return Exit.DONE;
    }

    private void show(Redraw.Page page) throws IOException {
        if (watch) {
            new Redraw(invocation, page).untilQuit();
        } else {
            page.lines().forEach(invocation::say);
        }
    }

    private void checkUsage() {
        if (watch && json) {
            throw new UserError(Exit.USAGE, "--watch is for a person and --json for a program: one of the two.");
        }
        if (watch && !invocation.terminal().outIsWatched()) {
            throw new UserError(
                    Exit.USAGE,
                    "--watch redraws a terminal, and the output is none. `reeve status --json` can be read.");
        }
        if (parent != null && (agent != null || minutes != null || limit != null || messages != null)) {
            throw new UserError(
                    Exit.USAGE,
                    "--children shows all children of one task: it goes with neither --agent nor --active-minutes nor"
                            + " --limit nor --messages.");
        }
        positive("--limit", limit);
        positive("--messages", messages);
        positive("--active-minutes", minutes);
    }

    private static void positive(String option, Integer number) {
        if (number != null && number < 1) {
            throw new UserError(Exit.USAGE, option + " " + number + ": write a whole number, 1 or more.");
        }
    }

    private StatusFilter filter(Workspace here) throws IOException {
        if (agent != null) {
            new Doors(invocation.disk(), here).check(agent);
        }
        return new StatusFilter(agent, minutes == null ? null : invocation.now().minus(Duration.ofMinutes(minutes)));
    }
}
