package dev.reeve.cli;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.settings.Checkup;
import dev.reeve.text.Problem;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reeve check}: explains everything in the configuration that wants mending. */
@Command(
        name = "check",
        description = "Reads every configuration file of the workspace and explains each problem: file, line, column,"
                + " what was expected, and the nearest right key.",
        exitCodeList = {
            "0:nothing is wrong (there may be warnings); healthy",
            "1:with --health, nobody does the work: no supervisor, one that gives no sign of life, a full disk",
            "2:something is wrong in the configuration",
            "4:no such workspace"
        },
        footer = {"  reeve check -w my-team", "  reeve check --health || alert-somebody"})
final class CheckCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--health",
            description = "For monitors: whether a supervisor is at work here, and what it says is wrong right now."
                    + " Reads no configuration.")
    private boolean health;

    CheckCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace found = workspace.find(invocation);
        if (health) {
            return new Health(invocation, found).look();
        }
        List<Problem> problems = new ArrayList<>(
                Checkup.of(invocation.disk(), found, invocation.searchPath(), invocation.environment()));
        problems.addAll(new Versions(invocation, found).problems());
        long errors = problems.stream().filter(Problem::isError).count();
        for (Problem problem : problems) {
            invocation.say((problem.isError() ? "" : "warning: ") + problem);
        }
        long warnings = problems.size() - errors;
        invocation.say(
                problems.isEmpty()
                        ? "Nothing is wrong in " + found.root() + "."
                        : Phrases.count(errors, "error") + ", " + Phrases.count(warnings, "warning") + ".");
        return errors == 0 ? Exit.DONE : Exit.USAGE;
    }
}
