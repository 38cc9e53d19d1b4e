package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.reeve.files.Durable;
import dev.reeve.files.Stat;
import dev.reeve.sim.Script;
import dev.reeve.sim.SimMachine;
import dev.reeve.sim.Steps;
import dev.reeve.sim.Tree;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A workspace on a simulated machine in which odd things happen: the true loop, turn by turn. */
final class FuzzedWorkspace {

    static final String SETTINGS = "zone: UTC\nwatch: off\ngrace: 2s\nsettle: 20ms\ndefault_agent: hello\n";
    static final String AGENT = "command: [/bin/sh, run.sh]\nbackoff: 2s\n";

    /** So many turns without time going by are a loop that spins. */
    private static final int MOST_AT_ONCE = 100;

    private static final Script ANSWER =
            Script.begin().write("result.md", "{\"a\": 1}\n").sleep(Duration.ofSeconds(1));
    private static final Script FAILURE = Script.begin().print("no\n").exit(3);

    final Workspace workspace = new Workspace(Path.of("/ws"));
    final Path outside = Path.of("/outside");
    final SimMachine machine =
            new SimMachine((mark, before, disk) -> mark.task().endsWith("-bad") ? FAILURE : ANSWER, any -> {});
    final Durable durable = new Durable(machine.disk, new AtomicLong()::incrementAndGet);
    private final List<String> outsideAtFirst;
    private Supervisor supervisor;
    private Hints hints;

    FuzzedWorkspace() throws IOException {
        machine.disk.makeFolder(workspace.root());
        for (Path folder : workspace.folders()) {
            machine.disk.makeFolder(folder);
        }
        write("reeve.yaml", SETTINGS);
        for (String agent : List.of("hello", "helper")) {
            write("agents/" + agent + "/agent.yaml", AGENT);
            folder(workspace.agent(agent).tasks());
        }
        for (String name : List.of("/outside/secret.md", "/outside/tasks/hi.md", "/outside/work/record.json")) {
            write(name, "Say hi.\n");
        }
        outsideAtFirst = tree(outside);
    }

    void write(String name, String content) throws IOException {
        write(workspace.root().resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    void write(Path path, byte[] content) throws IOException {
        folder(path.getParent());
        durable.replace(path, content);
    }

    void folder(Path folder) throws IOException {
        if (machine.disk.stat(folder) == null) {
            folder(folder.getParent());
            machine.disk.makeFolder(folder);
        }
    }

    void start() throws IOException {
        start(Steps.UNDISTURBED);
    }

    void start(Steps steps) throws IOException {
        hints = new Hints();
        try {
            supervisor = Supervisor.open(workspace, machine.world(steps), hints);
        } catch (AlreadyRunning e) {
            throw new AssertionError(e);
        }
        supervisor.recover();
    }

    void restart() throws IOException {
        machine.supervisorKilled();
        start();
    }

    /** Lets so much time pass, as far as the loop lets it. */
    void run(Duration time) throws IOException {
        long end = machine.time.nanos() + time.toNanos();
        int atOnce = 0;
        while (machine.time.nanos() < end) {
            Duration nap = turn();
            Duration next = machine.time.untilNext();
            Duration pause = next != null && next.compareTo(nap) < 0 ? next : nap;
            atOnce = pause.isZero() ? atOnce + 1 : 0;
            if (atOnce > MOST_AT_ONCE) {
                fail("the loop spins:\n" + String.join("\n", tree(workspace.root())));
            }
            machine.time.advance(pause);
        }
    }

    private Duration turn() throws IOException {
        try {
            return supervisor.guardedTurn(hints.await(Duration.ZERO));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The second recovery in a row has nothing left to do, and memory says what the folders say, unless it is told. */
    void restartChangesNothing() throws IOException {
        restart();
        List<String> once = tree(workspace.root());
        restart();
        assertEquals(String.join("\n", once), String.join("\n", tree(workspace.root())), "a restart changed something");
        String status = text(workspace.statusJson());
        if (status == null || !status.contains("a step of this task failed")) {
            assertEquals(Boards.fresh(machine.disk, workspace), supervisor.board());
        }
    }

    void outsideIsUntouched() throws IOException {
        assertEquals(String.join("\n", outsideAtFirst), String.join("\n", tree(outside)), "outside of the workspace");
        assertEquals(List.of("outside", "ws"), machine.disk.list(Path.of("/")));
    }

    /** How many lines of the audit log have this in them. */
    long told(String words) throws IOException {
        long lines = 0;
        for (String name : machine.disk.list(workspace.logs())) {
            lines += text(workspace.logs().resolve(name))
                    .lines()
                    .filter(line -> name.startsWith("audit-") && line.contains(words))
                    .count();
        }
        return lines;
    }

    /** The folders of tasks that are done. */
    List<Path> done() throws IOException {
        List<Path> tasks = new ArrayList<>();
        for (String date : machine.disk.list(workspace.state(State.DONE))) {
            Path folder = workspace.doneOn(date);
            machine.disk.list(folder).forEach(name -> tasks.add(folder.resolve(name)));
        }
        return tasks;
    }

    List<String> tree(Path root) throws IOException {
        return Tree.of(machine.disk, new Workspace(root));
    }

    String text(Path file) throws IOException {
        Stat stat = machine.disk.stat(file);
        return stat == null || !stat.isFile()
                ? null
                : new String(machine.disk.read(file, 0, 1 << 20), StandardCharsets.UTF_8);
    }
}
