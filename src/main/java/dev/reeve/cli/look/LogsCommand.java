package dev.reeve.cli.look;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cli.tasks.Sighting;
import dev.reeve.cli.tasks.TaskFinder;
import dev.reeve.files.JsonLines;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a task's process wrote. */
@Command(
        name = "logs",
        description = "Show what a task's last attempt wrote to its standard output.",
        exitCodeList = {"0:shown", "2:wrong usage", "4:no such task or attempt"},
        footer = "  reeve logs -f -n 20 report")
public final class LogsCommand implements Callable<Integer> {

    private static final int LIFE = 4 << 20;

    private final Invocation invocation;

    @Parameters(paramLabel = "ID", description = "A task: its id, any unique part of it, or its label.")
    private String asked;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = {"-f", "--follow"},
            description =
                    "Go on as it is written, over attempts, until the task has ended; notes come on standard error.")
    private boolean follow;

    @Option(names = "--stderr", description = "Standard error instead.")
    private boolean stderr;

    @Option(names = "--all", description = "Standard output and standard error.")
    private boolean all;

    @Option(names = "--attempt", paramLabel = "N", description = "This attempt. Default: the last.")
    private Integer attempt;

    @Option(
            names = "--raw",
            description =
                    "As it was written. Else the events of a program that has a preset are shown as text, tool calls"
                            + " and errors.")
    private boolean raw;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "LINES",
            description = "Only so many of the last lines.")
    private Long lines;

    @Option(names = "--life", description = "What happened to the task, instead of what its process wrote.")
    private boolean life;

    public LogsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        checkUsage();
        Sighting task = new TaskFinder(invocation.disk(), here).find(asked);
        if (life) {
            life(task);
            return Exit.DONE;
        }
        Output.Streams streams = all ? Output.Streams.BOTH : stderr ? Output.Streams.STDERR : Output.Streams.STDOUT;
        Outputs outputs = new Outputs(invocation, here, streams, raw);
        int number = attempt(task);
        Output output = number == 0 ? null : outputs.of(task.folder(), number);
        if (output != null && lines != null) {
            output.skipToLast(task.folder(), lines);
        }
        if (follow) {
            new Follower(invocation, here, task.id(), outputs).untilEnded(output);
        } else if (output != null) {
            output.copyNew(task.folder(), true);
        } else {
            invocation.note(task.id() + " is in " + task.place() + ": no attempt has begun yet.");
        }
        return Exit.DONE;
    }

    private void checkUsage() {
        if (stderr && all) {
            throw new UserError(Exit.USAGE, "--all has standard error in it: one of --stderr and --all.");
        }
        if (life && (follow || stderr || all || raw || attempt != null)) {
            throw new UserError(Exit.USAGE, "--life shows no attempt's output: it goes with -n only.");
        }
        if (lines != null && lines < 0) {
            throw new UserError(Exit.USAGE, "-n " + lines + ": write how many lines, 0 or more.");
        }
    }

    private int attempt(Sighting task) throws IOException {
        TreeSet<Integer> numbers = new Attempts(invocation.disk(), task.folder()).numbers();
        if (attempt == null) {
            return numbers.isEmpty() ? 0 : numbers.last();
        }
        if (!numbers.contains(attempt)) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    task.id() + " has no attempt " + attempt + ". "
                            + (numbers.isEmpty() ? "None has begun yet." : "It has: " + numbers));
        }
        return attempt;
    }

    private void life(Sighting task) throws IOException {
        List<ObjectNode> records =
                JsonLines.tail(invocation.disk(), task.folder().log(), LIFE);
        int from = lines == null ? 0 : (int) Math.max(0, records.size() - lines);
        records.subList(from, records.size())
                .forEach(record -> invocation.say(LifeLine.of(record, Set.of("task", "root"))));
    }
}
