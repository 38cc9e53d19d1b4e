package dev.reeve.cli.share;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.files.Json;
import dev.reeve.files.NotJson;
import dev.reeve.shared.BadState;
import dev.reeve.shared.SharedLock;
import dev.reeve.shared.SharedState;
import dev.reeve.shared.StatePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code reeve state}: a JSON file that many read and change. */
@Command(
        name = "state",
        description = {
            "Reads and changes a JSON file that agents and people share.",
            "Each change is made under the file's lock and written whole: none undoes another's."
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeList = {"0:done", "2:wrong usage, or the file is not JSON", "3:timed out", "4:nothing there"},
        footer = "  reeve state set shared/state.json build.status green")
public final class StateCommand implements Runnable {

    private static final String STDIN = "-";

    private final Invocation invocation;

    @Spec
    private CommandSpec spec;

    public StateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? There are `get`, `set` and `merge`");
    }

    @Command(
            name = "get",
            description = "Prints what is there: a text as it is, everything else as JSON.",
            exitCodeList = {"0:done", "2:wrong usage, or the file is not JSON", "4:nothing is there"},
            footer = "  reeve state get shared/state.json build.status")
    int get(
            @Parameters(paramLabel = "FILE", description = "One that is not there is {}.") Path file,
            @Parameters(
                            paramLabel = "PATH",
                            arity = "0..1",
                            description = "As in build.steps.0.name. Default: all of it.")
                    String path,
            @Option(names = "--json", description = "A text as JSON as well.") boolean json)
            throws IOException {
        Path shared = SharedFile.find(invocation, file);
        JsonNode value;
        try {
            JsonNode all = new SharedState(invocation.durable(), shared).read();
            value = path == null ? all : StatePath.parse(path).in(all);
        } catch (BadState e) {
            throw new UserError(Exit.USAGE, e.getMessage());
        }
        if (value == null) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    shared + ": nothing is at `" + path + "`. `reeve state get " + file + "` shows all of it.");
        }
        invocation.say(value.isString() && !json ? value.stringValue() : text(value));
        return Exit.DONE;
    }

    private static String text(JsonNode value) {
        return new String(Json.file(value), StandardCharsets.UTF_8).stripTrailing();
    }

    @Command(
            name = "set",
            description = "Sets one value. Objects that are missing on the way to it are made.",
            exitCodeList = {
                "0:done",
                "2:wrong usage, or the file is not JSON: nothing was changed",
                "3:--timeout came first: nothing was changed"
            },
            footer = {
                "  reeve state set shared/state.json build.status green",
                "  reeve state set shared/state.json build.steps '[\"compile\", \"test\"]'"
            })
    int set(
            @Mixin LockWait wait,
            @Parameters(paramLabel = "FILE", description = "It is made if it is not there.") Path file,
            @Parameters(
                            paramLabel = "PATH",
                            description = "As in build.steps.0.name. A list grows by the number after its last.")
                    String path,
            @Parameters(
                            paramLabel = "VALUE",
                            description =
                                    "JSON; what is not JSON is a text. One that begins with a dash goes behind ` -- `.")
                    String value)
            throws IOException {
        return change(wait, file, () -> SharedState.set(StatePath.parse(path), valueOf(value)));
    }

    private static JsonNode valueOf(String text) {
        try {
            return Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (NotJson e) {
            return Json.text(text);
        }
    }

    @Command(
            name = "merge",
            description =
                    "Merges an object into it, deeply, as RFC 7386 says: null removes a key, a list is replaced whole.",
            exitCodeList = {
                "0:done",
                "2:wrong usage, or the file is not JSON: nothing was changed",
                "3:--timeout came first: nothing was changed"
            },
            footer = "  reeve state merge shared/state.json '{\"build\": {\"status\": \"red\", \"since\": null}}'")
    int merge(
            @Mixin LockWait wait,
            @Parameters(paramLabel = "FILE", description = "It is made if it is not there.") Path file,
            @Parameters(
                            paramLabel = "JSON",
                            arity = "0..1",
                            defaultValue = STDIN,
                            description = "An object, or - for standard input. Default: -.")
                    String json)
            throws IOException {
        byte[] patch = json.equals(STDIN) ? invocation.input().readAllBytes() : json.getBytes(StandardCharsets.UTF_8);
        return change(wait, file, () -> SharedState.merge(objectOf(patch)));
    }

    private static ObjectNode objectOf(byte[] patch) {
        try {
            if (Json.parse(patch) instanceof ObjectNode object) {
                return object;
            }
            throw new UserError(
                    Exit.USAGE, "only an object can be merged, as {\"key\": \"value\"}. Nothing was changed.");
        } catch (NotJson e) {
            throw new UserError(
                    Exit.USAGE,
                    "what is to be merged:" + e.line() + ":" + e.column() + ": " + e.getMessage()
                            + ". Nothing was changed.");
        }
    }

    @FunctionalInterface
    private interface Wanted {
        SharedState.Change change() throws BadState;
    }

    private int change(LockWait wait, Path file, Wanted wanted) throws IOException {
        Path shared = SharedFile.find(invocation, file);
        SharedLock lock = wait.lock(invocation, shared);
        try {
            SharedState state = new SharedState(invocation.durable(), shared);
            boolean changed = state.change(lock, wait.waiting(invocation, lock), wanted.change());
            return changed ? Exit.DONE : Exit.TIMED_OUT;
        } catch (BadState e) {
            throw new UserError(Exit.USAGE, e.getMessage());
        }
    }
}
