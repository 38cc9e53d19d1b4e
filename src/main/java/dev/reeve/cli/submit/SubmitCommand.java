package dev.reeve.cli.submit;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Inside;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Span;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cli.tasks.LivingSupervisor;
import dev.reeve.cli.tasks.Rest;
import dev.reeve.files.Json;
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
            "It works while no supervisor runs; the task is taken when one starts.",
            "With --each: many, all of them checked and made before the first is dropped, the one of --then last. A call"
                    + " that was cut off goes on where it was when it is made again, with the same files: nothing is left"
                    + " out and nothing runs twice. Until then the others run, and --then is not there to wait for them."
        },
        exitCodeList = {
            "0:it is dropped; with --wait, it is done",
            "1:with --wait, it failed, was rejected or cancelled; of many without --then, one",
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

    @Mixin
    private Each each = new Each();

    @Option(names = "--json", description = "Print the ids as JSON.")
    private boolean json;

    public SubmitCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        checkUsage();
        Whose whose = new Whose(invocation, here);
        Inside inside = detach ? null : Inside.of(invocation, here);
        if (each.asked()) {
            return many(here, whose, inside);
        }
        TaskSource source = TaskSource.of(words, invocation);
        ObjectNode given = keys.given();
        if (inside != null && agent != null) {
            whose.check(agent);
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
        new Drop(invocation.durable(), inside == null ? whose.door(source, agent) : whose.spawn(inside))
                .task(id, source, given, attached());
        tellIfNobodyTakesIt(here);
        if (!wait) {
            invocation.say(json ? Json.line(Json.object().put("id", id)) : id);
            return Exit.DONE;
        }
        invocation.note(id);
        return resting(inside, () -> new Outcome(invocation, here).await(id, timeout));
    }

    private int many(Workspace here, Whose whose, Inside inside) throws IOException {
        ObjectNode given = keys.given();
        if (agent != null) {
            given.put("agent", agent);
        }
        Path door = inside == null ? here.tasks() : whose.spawn(inside);
        new Drop(invocation.durable(), door).checkAttachments(attached());
        FanOut.Plan plan = new FanOut(invocation, whose, inside).plan(each, words, given, attached());
        List<String> ids = new Fan(invocation, door).out(plan, json, !wait);
        tellIfNobodyTakesIt(here);
        if (!wait) {
            return Exit.DONE;
        }
        String then = each.then() == null ? null : ids.get(ids.size() - 1);
        Crowd crowd = new Crowd(invocation, here, then == null ? ids : ids.subList(0, ids.size() - 1));
        return resting(
                inside,
                () -> then == null
                        ? crowd.await(timeout)
                        : new Outcome(invocation, here).await(then, timeout, () -> {
                            crowd.look();
                            return ", " + crowd.count();
                        }));
    }

    private List<Path> attached() {
        return attachments.stream().map(invocation::path).toList();
    }

    private void tellIfNobodyTakesIt(Workspace here) throws IOException {
        // from within a task it may not be seen, and is there
        if (Inside.of(invocation, here) == null && LivingSupervisor.of(invocation.durable(), here) == null) {
            invocation.note("no supervisor runs here: what is submitted is taken when one starts (`reeve up`).");
        }
    }

    @FunctionalInterface
    private interface Waiting {
        int await() throws IOException;
    }

    /** An attempt lends its places to what it waits for. */
    private int resting(Inside inside, Waiting waiting) throws IOException {
        if (inside == null) {
            return waiting.await();
        }
        Rest rest = Rest.begin(invocation, inside);
        try {
            return waiting.await();
        } finally {
            rest.close();
        }
    }

    private void checkUsage() {
        each.checkUsage();
        if (json && wait) {
            throw new UserError(Exit.USAGE, "--json prints ids, and --wait a result: give one of the two.");
        }
        if (timeout != null && !wait) {
            throw new UserError(
                    Exit.USAGE,
                    "--timeout says how long --wait waits: it goes with --wait only. How long an attempt may take is"
                            + " --task-timeout.");
        }
    }
}
