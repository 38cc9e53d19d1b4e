package dev.reeve.cli;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.settings.Checkup;
import dev.reeve.text.Problem;
import dev.reeve.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code reeve check}: explains everything in the configuration that wants mending. */
@Command(
        name = "check",
        description = "Reads every configuration file of the workspace and explains each problem: file, line, column,"
                + " what was expected, and the nearest right key.",
        exitCodeList = {"0:nothing is wrong (there may be warnings)", "2:something is wrong", "4:no such workspace"},
        footer = "  reeve check -w my-team")
final class CheckCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    CheckCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Workspace found = workspace.find(invocation);
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
