package dev.reeve.cli.setup;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reeve agent}: what is done about agents. */
@Command(
        name = "agent",
        description = "Makes agents.",
        synopsisSubcommandLabel = "COMMAND",
        footer = "  reeve agent add writer")
public final class AgentCommand implements Runnable {

    private final Invocation invocation;

    @Spec
    private CommandSpec spec;

    public AgentCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? There is `reeve agent add NAME`");
    }

    @Command(
            name = "add",
            description = "Makes an agent: a folder with a program to fill in, with a command of yours, or a person.",
            exitCodeList = {
                "0:done",
                "2:no name for an agent, or there is one of this name",
                "4:no such workspace or agent"
            },
            footer = {
                "  reeve agent add writer",
                "  reeve agent add coder --preset claude",
                "  reeve agent add shouter --command tr a-z A-Z",
                "  reeve agent add jkw --human"
            })
    int add(
            @Mixin WorkspaceOption workspace,
            @Parameters(
                            paramLabel = "NAME",
                            description = "Lower-case letters, digits, - and _, at most 64, a letter or digit first.")
                    String name,
            @Option(
                            names = "--from",
                            paramLabel = "AGENT",
                            description = "Make it as this one is, without what it remembers and did.")
                    String from,
            @Option(
                            names = "--command",
                            paramLabel = "WORD",
                            arity = "1..*",
                            parameterConsumer = AllTheRest.class,
                            description = "The program to run and its arguments: everything that follows.")
                    List<String> command,
            @Option(
                            names = "--preset",
                            paramLabel = "PRESET",
                            description = "The program that it is: claude, codex, gemini, openclaw, opencode, or one of"
                                    + " yours in presets/.")
                    String preset,
            @Option(names = "--human", description = "It is a person: `reeve answer` answers its tasks.") boolean human)
            throws IOException {
        if (human && (from != null || command != null || preset != null)) {
            throw new UserError(
                    Exit.USAGE, "--human is a person, whom nothing runs: leave --from, --command and --preset out.");
        }
        if (human) {
            new AgentAddition(invocation, workspace.find(invocation)).makePerson(name);
            return Exit.DONE;
        }
        if (preset != null && (from != null || command != null)) {
            throw new UserError(
                    Exit.USAGE,
                    "--preset says what is run, so " + (from != null ? "--from" : "--command")
                            + " can't be given with it. `command:` in the new agent.yaml takes the place of the preset's"
                            + " program.");
        }
        if (from != null && command != null) {
            throw new UserError(
                    Exit.USAGE,
                    "--from brings a command along, so --command can't be given with it. Leave one of the two out; the"
                            + " command is a line in the new agent.yaml.");
        }
        new AgentAddition(invocation, workspace.find(invocation)).make(name, from, command, preset);
        return Exit.DONE;
    }

    /** A command's own options are not ours. */
    static final class AllTheRest implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
            List<String> rest = new ArrayList<>();
            while (!words.isEmpty()) {
                rest.add(words.pop());
            }
            if (rest.isEmpty()) {
                throw new ParameterException(command.commandLine(), "--command needs a program: --command WORD…");
            }
            option.setValue(rest);
        }
    }
}
