package dev.reeve.cli;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.event.EventCommand;
import dev.reeve.cli.event.RouteCommand;
import dev.reeve.cli.look.CostCommand;
import dev.reeve.cli.look.LogsCommand;
import dev.reeve.cli.look.ShowCommand;
import dev.reeve.cli.look.StatusCommand;
import dev.reeve.cli.look.WaitCommand;
import dev.reeve.cli.mail.AnswerCommand;
import dev.reeve.cli.mail.InboxCommand;
import dev.reeve.cli.mail.SendCommand;
import dev.reeve.cli.mail.SteerCommand;
import dev.reeve.cli.move.HoldCommand;
import dev.reeve.cli.move.KillCommand;
import dev.reeve.cli.move.ReleaseCommand;
import dev.reeve.cli.move.RetryCommand;
import dev.reeve.cli.schedule.ScheduleCommand;
import dev.reeve.cli.service.InstallCommand;
import dev.reeve.cli.service.UninstallCommand;
import dev.reeve.cli.setup.AgentCommand;
import dev.reeve.cli.setup.InitCommand;
import dev.reeve.cli.share.LockCommand;
import dev.reeve.cli.share.StateCommand;
import dev.reeve.cli.submit.SubmitCommand;
import dev.reeve.cli.tree.TraceCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * Every command that there is, and what all of them have in common. To look at a command's options takes time, so only
 * the one that was asked for is made, and none to tell the version. Help lists all, and an unknown name is told the
 * nearest: a single word needs their names for it, and not their options.
 */
final class CommandTree {

    private static final List<String> LATER = List.of("remember");

    private static final List<String> VERSION = List.of("-V", "--version");

    static {
        // Before its first option picocli looks into every jar for Groovy, and learns to read each kind of date. No
        // option here is a date: a length of time has a converter of its own.
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", "java\\.(time|sql)\\..*");
    }

    private CommandTree() {}

    /** The list of commands. A command that is added here needs nothing else. */
    private static Map<String, Supplier<Object>> commands(Invocation invocation) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("init", () -> new InitCommand(invocation));
        commands.put("agent", () -> new AgentCommand(invocation));
        commands.put("up", () -> new UpCommand(invocation));
        commands.put("demo", () -> new DemoCommand(invocation));
        commands.put("check", () -> new CheckCommand(invocation));
        commands.put("submit", () -> new SubmitCommand(invocation));
        commands.put("event", () -> new EventCommand(invocation));
        commands.put("route", () -> new RouteCommand(invocation));
        commands.put("status", () -> new StatusCommand(invocation));
        commands.put("show", () -> new ShowCommand(invocation));
        commands.put("cost", () -> new CostCommand(invocation));
        commands.put("trace", () -> new TraceCommand(invocation));
        commands.put("logs", () -> new LogsCommand(invocation));
        commands.put("wait", () -> new WaitCommand(invocation));
        commands.put("send", () -> new SendCommand(invocation));
        commands.put("inbox", () -> new InboxCommand(invocation));
        commands.put("steer", () -> new SteerCommand(invocation));
        commands.put("answer", () -> new AnswerCommand(invocation));
        commands.put("schedule", () -> new ScheduleCommand(invocation));
        commands.put("kill", () -> new KillCommand(invocation));
        commands.put("retry", () -> new RetryCommand(invocation));
        commands.put("hold", () -> new HoldCommand(invocation));
        commands.put("release", () -> new ReleaseCommand(invocation));
        commands.put("lock", () -> new LockCommand(invocation));
        commands.put("state", () -> new StateCommand(invocation));
        commands.put("install", () -> new InstallCommand(invocation));
        commands.put("uninstall", () -> new UninstallCommand(invocation));
        commands.put("warm", () -> new WarmCommand(words -> run(invocation.silent(), words)));
        LATER.forEach(name -> commands.put(name, () -> new NotInThisVersion(name)));
        return commands;
    }

    static int run(Invocation invocation, String... args) {
        List<String> words = commandFirst(args);
        int exit;
        try {
            exit = commandLine(invocation, words).execute(words.toArray(String[]::new));
        } catch (Error e) {
            exit = new Errors(invocation).bug(e);
        }
        String failure = invocation.terminal().failure();
        if (failure != null) {
            invocation.note("standard output could not be written whole: " + failure + ".");
            return Exit.USAGE;
        }
        return exit;
    }

    private static CommandLine commandLine(Invocation invocation, List<String> words) {
        String asked = words.isEmpty() ? "" : words.get(0);
        Map<String, Supplier<Object>> commands = commands(invocation);
        CommandLine root = new CommandLine(new Reeve());
        if (commands.containsKey(asked)) {
            root.addSubcommand(asked, commands.get(asked).get());
        } else if (words.size() > 1) {
            commands.forEach((name, command) -> root.addSubcommand(name, command.get()));
        } else if (!VERSION.contains(asked)) {
            commands.forEach((name, command) -> root.addSubcommand(name, brief(command.get())));
        }
        LATER.stream()
                .map(root.getSubcommands()::get)
                .filter(later -> later != null)
                .forEach(later -> later.setUnmatchedArgumentsAllowed(true)
                        .getCommandSpec()
                        .usageMessage()
                        .hidden(true));
        dress(root);
        // a word that begins with @ is the person's, and no file of words
        root.setExpandAtFiles(false);
        Errors errors = new Errors(invocation);
        return root.setOut(invocation.terminal().out())
                .setErr(invocation.terminal().err())
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /** What the list of commands tells of one. */
    private static CommandSpec brief(Object command) {
        Command told = command.getClass().getAnnotation(Command.class);
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().description(told.description()).hidden(told.hidden());
        return spec;
    }

    private static void dress(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        if (spec.findOption("--help") == null) {
            spec.addMixin("help", CommandSpec.forAnnotatedObject(new Help()));
        }
        spec.usageMessage()
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .exitCodeListHeading("%nExit status:%n")
                .footerHeading("%nExample:%n");
        line.getSubcommands().values().forEach(CommandTree::dress);
    }

    /** {@code reeve -w DIR status} means {@code reeve status -w DIR}, {@code help status} means {@code status --help}. */
    private static List<String> commandFirst(String[] args) {
        List<String> words = new ArrayList<>(List.of(args));
        if (!words.isEmpty() && words.get(0).equals("help")) {
            words.remove(0);
            words.add("--help");
            return words;
        }
        int option = 0;
        while (option < words.size()
                && (words.get(option).startsWith("-w") || words.get(option).startsWith("--workspace"))) {
            boolean hasOwnWord =
                    words.get(option).equals("-w") || words.get(option).equals("--workspace");
            option += hasOwnWord ? 2 : 1;
        }
        if (option > 0 && option < words.size()) {
            words.add(0, words.remove(option));
        }
        return words;
    }

    /** Help, the same for every command. */
    static final class Help {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help.")
        private boolean asked;
    }

    /** The program itself, without a command. */
    @Command(
            name = "reeve",
            description = "Supervises agents by way of folders: drop a task file, find its result beside it.",
            synopsisSubcommandLabel = "COMMAND",
            versionProvider = Version.class,
            exitCodeList = {
                "0:done",
                "1:the task failed",
                "2:wrong usage or configuration",
                "3:timed out",
                "4:no such task, agent or workspace",
                "70:a bug in Reeve"
            },
            footer = "  reeve submit --wait --agent writer 'Write a haiku about folders'")
    static final class Reeve implements Runnable {

        @CommandLine.Spec
        private CommandSpec spec;

        @Option(
                names = {"-V", "--version"},
                versionHelp = true,
                description = "Show the version.")
        private boolean version;

        @Override
        public void run() {
            throw new CommandLine.ParameterException(spec.commandLine(), "which command? `reeve --help` lists them");
        }
    }
}
