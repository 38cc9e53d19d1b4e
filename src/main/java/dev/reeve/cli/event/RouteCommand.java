package dev.reeve.cli.event;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.event.Event;
import dev.reeve.event.Missing;
import dev.reeve.event.Pick;
import dev.reeve.event.Route;
import dev.reeve.event.RoutedTask;
import dev.reeve.event.Routing;
import dev.reeve.files.Stat;
import dev.reeve.settings.Reading;
import dev.reeve.settings.Settings;
import dev.reeve.task.TaskFile;
import dev.reeve.task.TaskSpec;
import dev.reeve.text.Node;
import dev.reeve.text.Parsed;
import dev.reeve.text.Problem;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which rule takes a file, without dropping it. */
@Command(
        name = "route",
        description = {
            "Say which rule of `routes` in reeve.yaml would take a file, why the others would not, and what would come of"
                    + " it. Nothing is dropped.",
            "The file is an event; a task if it stands in tasks/, or with --task."
        },
        exitCodeList = {
            "0:a rule takes it",
            "1:none does, or no task can be made of it",
            "2:wrong usage or configuration",
            "4:no such file or workspace"
        },
        footer = "  reeve route events/customer_query-1.json")
public final class RouteCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", description = "An event, or a task.")
    private Path named;

    @Option(names = "--task", description = "It is a task, to be dropped into tasks/.")
    private boolean task;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    public RouteCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        Path file = invocation.path(named);
        Stat stat = invocation.disk().stat(file);
        if (stat == null) {
            throw new UserError(Exit.NO_SUCH_THING, file + ": no such file.");
        }
        if (!stat.isFile()) {
            throw new UserError(Exit.USAGE, file + " is no regular file. Of a folder, name the task file in it.");
        }
        Reading<Settings> settings = Rules.reading(invocation, here);
        if (!settings.current()) {
            throw new UserError(Exit.USAGE, "the rules can't be read:\n" + lines(settings.problems()));
        }
        byte[] content = invocation.disk().read(file, 0, Event.LIMIT + 1);
        String name = file.getFileName().toString();
        return task || file.startsWith(here.tasks())
                ? ofTask(settings.value(), name, content)
                : ofEvent(settings.value(), name, content);
    }

    private int ofEvent(Settings settings, String name, byte[] content) {
        Parsed<Event> parsed = Event.read(name, content);
        if (!(parsed instanceof Parsed.Good<Event> good)) {
            throw new UserError(Exit.USAGE, "this is no event that can be understood:\n" + lines(parsed.problems()));
        }
        Event event = good.value();
        invocation.say("an event of type " + Quoted.of(event.type()));
        Routing routing = Routing.of(settings.routes(), event.fields());
        if (!told(settings, routing)) {
            return Exit.FAILED;
        }
        String kept = "files/event." + TaskFile.extension(name).orElseThrow();
        try {
            for (String agent : agents(routing.rule())) {
                byte[] made = RoutedTask.of(routing.rule(), event, agent, kept);
                invocation.say("\n" + new String(made, StandardCharsets.UTF_8).stripTrailing());
            }
        } catch (Missing e) {
            return missing(e);
        }
        return Exit.DONE;
    }

    private int ofTask(Settings settings, String name, byte[] content) {
        List<Node.Mapping> keys = new ArrayList<>();
        Parsed<TaskSpec> parsed = TaskFile.read(name, content, settings.zone(), own -> {
            keys.add(own);
            return List.of();
        });
        if (!(parsed instanceof Parsed.Good<TaskSpec> good)) {
            throw new UserError(Exit.USAGE, "this is no task that can be understood:\n" + lines(parsed.problems()));
        }
        if (good.value().agent() != null) {
            invocation.say("a task that names its agent itself, " + good.value().agent() + ": no rule is asked");
            return Exit.DONE;
        }
        invocation.say("a task that names no agent");
        Node.Mapping fields = Routing.fieldsOfTask(keys.get(0));
        Routing routing = Routing.of(settings.routes(), fields);
        if (!told(settings, routing)) {
            invocation.say(
                    settings.defaultAgent() == null
                            ? "and there is no `default_agent`: it would be rejected"
                            : "it goes to the `default_agent`, " + settings.defaultAgent());
            return settings.defaultAgent() == null ? Exit.FAILED : Exit.DONE;
        }
        if (routing.rule().pick() == Pick.ALL) {
            invocation.say("which one task can't be: it would be rejected");
            return Exit.FAILED;
        }
        try {
            RoutedTask.keys(routing.rule(), fields).forEach(invocation::say);
            return Exit.DONE;
        } catch (Missing e) {
            return missing(e);
        }
    }

    /** @return false if no rule takes it */
    private boolean told(Settings settings, Routing routing) {
        if (settings.routes().isEmpty()) {
            invocation.say("reeve.yaml has no `routes`");
        }
        for (Route rule : settings.routes()) {
            String why = routing.passed().stream()
                    .filter(passed -> passed.rule() == rule)
                    .map(Routing.Passed::why)
                    .findFirst()
                    .orElse("takes it");
            invocation.say(rule.name() + ": " + why);
        }
        if (routing.rule() != null) {
            invocation.say("for " + who(routing.rule()));
        }
        return routing.rule() != null;
    }

    private static String who(Route rule) {
        if (rule.agents().size() == 1) {
            return rule.agents().get(0);
        }
        return rule.pick() == Pick.ALL
                ? "each of " + String.join(", ", rule.agents())
                : "one of " + String.join(", ", rule.agents()) + ": "
                        + rule.pick().name().toLowerCase(Locale.ROOT);
    }

    /** The tasks differ in their agent alone: of a choice the first is shown. */
    private static List<String> agents(Route rule) {
        return rule.pick() == Pick.ALL ? rule.agents() : rule.agents().subList(0, 1);
    }

    private int missing(Missing e) {
        invocation.say("no task can be made of it: " + e.getMessage());
        return Exit.FAILED;
    }

    private static String lines(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
