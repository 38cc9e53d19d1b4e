package dev.reeve.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Table;
import dev.reeve.cli.call.Terminal;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.demo.Example;
import dev.reeve.cli.demo.Stage;
import dev.reeve.cli.demo.Story;
import dev.reeve.supervisor.AlreadyRunning;
import dev.reeve.supervisor.Hints;
import dev.reeve.supervisor.Supervisor;
import dev.reeve.supervisor.Until;
import dev.reeve.text.Nearest;
import dev.reeve.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reeve demo}: a small team at work, in a workspace of its own and under the supervisor that {@code up} runs. */
@Command(
        name = "demo",
        description = {
            "Makes a workspace of an example in a temporary folder, runs it, shows what happens, and ends by itself.",
            "The workspace is kept, to be looked at. Nothing else is changed, and no key and no network is needed."
        },
        exitCodeList = {
            "0:done",
            "1:it did not end as it should",
            "2:the folder is not empty, or can't be a workspace",
            "4:no such example"
        },
        footer = "  reeve demo")
final class DemoCommand implements Callable<Integer> {

    private static final String USUAL = "research-team";
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Invocation invocation;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = USUAL,
            description = "Which. Default: " + USUAL + ".")
    private String name;

    @Option(names = "--list", description = "List the examples.")
    private boolean list;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Make the workspace here, in a folder that is new or empty. Default: a temporary one.")
    private Path folder;

    DemoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SortedMap<String, Example> examples = Example.all();
        if (list) {
            Table table = new Table("EXAMPLE", "WHAT IT SHOWS");
            examples.values().forEach(example -> table.row(example.name(), example.title()));
            table.lines(invocation.terminal()).forEach(invocation::say);
            return Exit.DONE;
        }
        Example example = examples.get(name);
        if (example == null) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    "there is no example `" + name + "`."
                            + Nearest.of(name, examples.keySet())
                                    .map(near -> " Did you mean `" + near + "`?")
                                    .orElse("")
                            + " There are: " + String.join(", ", examples.keySet()) + ".");
        }
        return run(example, new Workspace(place()));
    }

    /** One name for one folder, links resolved: processes are told apart by it. */
    private Path place() throws IOException {
        if (folder == null) {
            return Files.createTempDirectory("reeve-demo-").toRealPath();
        }
        Path root = invocation.path(folder);
        if (!Files.exists(root)) {
            return Files.createDirectories(root).toRealPath();
        }
        if (!Files.isDirectory(root) || !invocation.disk().list(root).isEmpty()) {
            throw new UserError(
                    Exit.USAGE,
                    "--dir " + folder + ": " + root + (Files.isDirectory(root) ? " is not empty" : " is a file")
                            + ". Name a folder that is new or empty, or leave --dir out for a temporary one.");
        }
        return root.toRealPath();
    }

    private int run(Example example, Workspace workspace) throws IOException, InterruptedException {
        Stage stage = new Stage(invocation.durable(), workspace, example);
        stage.set();
        // the supervisor's own log would stand between the lines of the story; it reads this when it is first needed
        System.setProperty(
                "org.slf4j.simpleLogger.logFile", workspace.supervisorLog().toString());
        Instant start = invocation.now();
        int dropped = stage.drop() + submit(example, workspace);
        DemoPage page = new DemoPage(invocation, workspace, start);
        page.opening(example, dropped);

        Story story = new Story(invocation.disk(), workspace);
        watch(workspace, story, page);
        // whoever went away, as after `| head`, has seen what he wanted to see
        return invocation.terminal().nobodyReads() ? Exit.DONE : page.closing(story, dropped);
    }

    /** Does what a person does with {@code sh drop.sh}. @return how many tasks were dropped */
    private int submit(Example example, Workspace workspace) {
        int dropped = 0;
        for (String[] call : example.calls()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Terminal terminal = new Terminal(out, err, false, false, false);
            int exit = CommandTree.run(invocation.in(workspace.root(), terminal), call);
            terminal.out().flush();
            terminal.err().flush();
            if (exit != Exit.DONE) {
                throw new UserError(exit, "reeve " + String.join(" ", call) + ": " + err.toString(UTF_8));
            }
            dropped += (int) out.toString(UTF_8).lines().count();
        }
        return dropped;
    }

    private void watch(Workspace workspace, Story story, DemoPage page) throws IOException, InterruptedException {
        try (Supervisor supervisor = Supervisor.open(workspace, UpCommand.world(invocation), new Hints())) {
            FutureTask<Void> work = new FutureTask<>(() -> {
                new RunUntilShutdown(supervisor, true).run(Until.IDLE);
                return null;
            });
            new Thread(work, "supervisor").start();
            long end = System.nanoTime() + LONGEST.toNanos();
            while (!ended(work)) {
                page.tell(story.news());
                if (System.nanoTime() - end > 0 || invocation.terminal().nobodyReads()) {
                    supervisor.stop(true);
                }
            }
            page.tell(story.news());
        } catch (AlreadyRunning e) {
            throw new UserError(Exit.USAGE, e.getMessage() + ".");
        }
    }

    private static boolean ended(FutureTask<Void> work) throws IOException, InterruptedException {
        try {
            work.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException disk) {
                throw disk;
            }
            throw new IllegalStateException("the supervisor failed", e.getCause());
        }
    }
}
