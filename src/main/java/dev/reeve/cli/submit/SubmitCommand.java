package dev.reeve.cli.submit;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Inside;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Span;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cli.tasks.Doors;
import dev.reeve.cli.tasks.LivingSupervisor;
import dev.reeve.cli.tasks.Rest;
import dev.reeve.files.Programs;
import dev.reeve.settings.ConfigurationReader;
import dev.reeve.settings.Reading;
import dev.reeve.settings.Settings;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Drops a task into a door. */
@Command(
        name = "submit",
        description = {
            "Make a task of a file or of words, drop it into a door, and print its id. Inside a task it becomes a child.",
            "It works while no supervisor runs; the task is taken when one starts."
        },
        exitCodeList = {
            "0:it is dropped; with --wait, it is done",
            "1:with --wait, it failed, was rejected or cancelled",
            "2:wrong usage or configuration",
            "3:with --wait, --timeout came first",
            "4:no such agent, file or workspace"
        },
        footer = "  reeve submit --wait --agent writer --attach notes.txt 'Summarise notes.txt'")
public final class SubmitCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(
            paramLabel = "FILE|TEXT|-",
            arity = "0..*",
            description = "A task file, the words of the task, or - for words from standard input.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--agent", paramLabel = "AGENT", description = "Who is to do it. Default: whom the task names.")
    private String agent;

    @Mixin
    private TaskKeys keys = new TaskKeys();

    @Option(
            names = "--attach",
            paramLabel = "FILE",
            description = "A file or folder that goes along with it. May be repeated.")
    private List<Path> attachments = new ArrayList<>();

    @Option(names = "--wait", description = "Wait until it has ended, and print its result.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = Span.class,
            description = "With --wait: how long at most, as 90s or 1h30m.")
    private Duration timeout;

    @Option(names = "--detach", description = "Inside a task: make a task of its own, not a child.")
    private boolean detach;

    public SubmitCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        checkUsage();
        TaskSource source = TaskSource.of(words, invocation);
        Inside inside = detach ? null : Inside.of(invocation, here);
        ObjectNode given = keys.given();
        if (inside != null && agent != null) {
            doorOf(here);
            given.put("agent", agent);
        }
        if (source instanceof TaskSource.OfFile file && !given.isEmpty()) {
            String name = given.propertyNames().iterator().next();
            throw new UserError(
                    Exit.USAGE,
                    "the key `" + name + "` can't be given beside a task file, which says itself what it is. Write `"
                            + name + ": …` into the front matter of " + file.file() + ".");
        }
        String id = TaskId.make(
                invocation.now(), invocation.random(), keys.label() == null ? source.words() : keys.label());
        new Drop(invocation.durable(), inside == null ? door(here, source) : spawn(inside))
                .task(
                        id,
                        source,
                        given,
                        attachments.stream().map(invocation::path).toList());
        if (LivingSupervisor.of(invocation.durable(), here) == null) {
            invocation.note("no supervisor runs here: the task is taken when one starts (`reeve up`).");
        }
        if (!wait) {
            invocation.say(id);
            return Exit.DONE;
        }
        invocation.note(id);
        if (inside == null) {
            return new Outcome(invocation, here).await(id, timeout);
        }
        Rest rest = Rest.begin(invocation, inside);
        try {
            return new Outcome(invocation, here).await(id, timeout);
        } finally {
            rest.close();
        }
    }

    private void checkUsage() {
        if (timeout != null && !wait) {
            throw new UserError(
                    Exit.USAGE,
                    "--timeout says how long --wait waits: it goes with --wait only. How long an attempt may take is"
                            + " --task-timeout.");
        }
    }

    private Path spawn(Inside inside) throws IOException {
        Path spawn = inside.attempt().spawn();
        if (!invocation.durable().exists(spawn)) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    "this attempt is over, or its folder was moved: " + spawn
                            + " is not there. `--detach` submits it as" + " a task of its own.");
        }
        return spawn;
    }

    private Path door(Workspace here, TaskSource source) throws IOException {
        if (agent != null) {
            return doorOf(here);
        }
        // a file may name its agent itself; words can't
        if (source instanceof TaskSource.OfText && isNobodys(here)) {
            throw new UserError(
                    Exit.USAGE,
                    "whose work is it? Name an agent with --agent, or write `default_agent: NAME` into "
                            + here.settings() + "." + Doors.thereAre(agents(here)));
        }
        return here.tasks();
    }

    /** False where reeve.yaml can't be understood: a supervisor may have a good one in force, and tells of it. */
    private boolean isNobodys(Workspace here) {
        Reading<Settings> settings = new ConfigurationReader(
                        invocation.disk(), here, Programs.ofThisMachine(), invocation.searchPath())
                .readSettings();
        return settings.current() && settings.value().defaultAgent() == null;
    }

    private Path doorOf(Workspace here) throws IOException {
        new Doors(invocation.disk(), here).check(agent);
        return here.agent(agent).tasks();
    }

    private List<String> agents(Workspace here) throws IOException {
        return new Doors(invocation.disk(), here).agents();
    }
}
