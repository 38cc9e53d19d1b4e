package dev.reeve.cli.event;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Inside;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cli.tasks.LivingSupervisor;
import dev.reeve.event.Event;
import dev.reeve.event.Routing;
import dev.reeve.files.Json;
import dev.reeve.files.NotJson;
import dev.reeve.settings.Settings;
import dev.reeve.text.Parsed;
import dev.reeve.text.Problem;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Drops an event. */
@Command(
        name = "event",
        description = {
            "Drop an event into events/, and print its name there. A rule of `routes` in reeve.yaml makes tasks of it.",
            "It works while no supervisor runs; the event is taken when one starts."
        },
        exitCodeList = {"0:it is dropped", "2:wrong usage, or no rule takes it", "4:no such workspace"},
        footer = "  reeve event customer_query --field from=ann 'Where is my order?'")
public final class EventCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "TYPE", description = "What kind of event it is, as customer_query.")
    private String type;

    @Parameters(
            index = "1..*",
            paramLabel = "TEXT|JSON|-",
            arity = "0..*",
            description = "Its fields as a JSON object, or words, which become the field `body`; - reads either from"
                    + " standard input.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--field",
            paramLabel = "NAME=VALUE",
            description = "One more field. VALUE is JSON, else a text. May be repeated.")
    private List<String> given = new ArrayList<>();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    public EventCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        byte[] content = Json.file(fields());
        String id = TaskId.make(invocation.now(), invocation.random(), type);
        // its slug, then time and letters: so that the names of one kind stand together
        String name = TaskId.slugOf(id) + "-" + id.substring(0, 20) + ".json";
        check(here, name, content);
        Path file = here.events().resolve(name);
        invocation.durable().replace(file, content);
        // from within a task the supervisor may not be seen, and is there
        if (Inside.of(invocation, here) == null && LivingSupervisor.of(invocation.durable(), here) == null) {
            invocation.note("no supervisor runs here: the event is taken when one starts (`reeve up`).");
        }
        invocation.say(name);
        return Exit.DONE;
    }

    private ObjectNode fields() throws IOException {
        String text = words.equals(List.of("-"))
                ? new String(invocation.input().readAllBytes(), StandardCharsets.UTF_8)
                : String.join(" ", words);
        ObjectNode fields = Json.object();
        if (text.strip().startsWith("{")) {
            ObjectNode object = Json.parseObject(text.getBytes(StandardCharsets.UTF_8));
            if (object == null) {
                throw new UserError(
                        Exit.USAGE, "what begins with { is taken for the fields of the event, and this is not JSON.");
            }
            fields = object;
        } else if (!text.isBlank()) {
            fields.put("body", text.strip());
        }
        for (String one : given) {
            int equals = one.indexOf('=');
            if (equals < 1) {
                throw new UserError(Exit.USAGE, "--field " + Quoted.of(one) + ": expected NAME=VALUE.");
            }
            add(fields, one.substring(0, equals), one.substring(equals + 1));
        }
        if (fields.has("type")) {
            throw new UserError(Exit.USAGE, "its type is the first word of the command: leave the field `type` out.");
        }
        return fields.put("type", type);
    }

    private static void add(ObjectNode fields, String name, String value) {
        if (fields.has(name)) {
            throw new UserError(Exit.USAGE, "--field " + Quoted.of(name) + ": the event has this field already.");
        }
        try {
            fields.set(name, Json.parse(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NotJson e) {
            fields.put(name, value);
        }
    }

    /** Said at once, instead of in rejected/ when nobody looks. */
    private void check(Workspace here, String name, byte[] content) throws IOException {
        Parsed<Event> parsed = Event.read(name, content);
        if (!(parsed instanceof Parsed.Good<Event> good)) {
            throw new UserError(
                    Exit.USAGE,
                    "this is no event that can be understood, so nothing was dropped:\n"
                            + parsed.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        Settings settings = Rules.of(invocation, here);
        // where reeve.yaml can't be understood a supervisor may have a good one in force, and tells of it
        if (settings == null) {
            return;
        }
        Routing routing = Routing.of(settings.routes(), good.value().fields());
        if (routing.rule() == null) {
            throw new UserError(Exit.USAGE, "nothing was dropped: " + Rules.nobody(routing));
        }
    }
}
