package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.cli.call.Exit;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitWaitTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
    }

    @Test
    void waitingPrintsTheResultAlone() throws IOException {
        reeve.supervise();
        reeve.whileWaiting(() -> {
            TaskFolder done = taken(Where.doneOn("2026-11-20"));
            Files.writeString(done.result(), "42, without a newline");
        });
        Called called = reeve.call("submit", "--wait", "What is it?").exits(Exit.DONE);
        assertEquals("42, without a newline", called.out());
        called.notes("what-is-it");
    }

    @Test
    void waitingForATaskThatFailsShowsWhy() throws IOException {
        reeve.whileWaiting(() -> {
            TaskFolder failed = taken(Where.in(State.FAILED));
            Files.writeString(failed.why(), "It exited with 3.\n");
        });
        Called called = reeve.call("submit", "--wait", "Try").exits(Exit.FAILED).notes("It exited with 3.");
        assertEquals("", called.out());
    }

    @Test
    void waitingForATaskThatIsRejectedShowsWhy() throws IOException {
        reeve.whileWaiting(() -> {
            Path dropped = dropped();
            Path rejected = reeve.workspace.rejected().resolve("20261120-140001-" + dropped.getFileName());
            Files.move(dropped, rejected);
            Files.writeString(rejected.resolve("why.md"), "Unknown key.\n");
        });
        reeve.call("submit", "--wait", "Try").exits(Exit.FAILED).notes("rejected", "Unknown key.");
    }

    @Test
    void waitingEndsWhenTheTimeIsUp() {
        reeve.call("submit", "--wait", "--timeout", "1m30s", "Try")
                .exits(Exit.TIMED_OUT)
                .notes("reeve wait");
        assertEquals("2026-11-20T14:01:30Z", reeve.now.toString());
    }

    @Test
    void aTerminalShowsWhereTheTaskIsMeanwhile() throws IOException {
        reeve.watched = true;
        reeve.whileWaiting(() -> taken(Where.in(State.RUNNING)));
        reeve.whileWaiting(() -> {
            Path running = only(reeve.workspace.state(State.RUNNING));
            Files.writeString(running.resolve("result.md"), "yes\n");
            reeve.move(new TaskFolder(running), Where.doneOn("2026-11-20"));
        });
        Called called =
                reeve.call("submit", "--wait", "Try").exits(Exit.DONE).notes("not taken yet 0ms", "running 20ms");
        assertEquals("yes\n", called.out());
    }

    private TaskFolder taken(Where where) throws IOException {
        TaskFolder dropped = new TaskFolder(dropped());
        reeve.write(dropped, TestWorkspace.record(dropped.id(), where, "try"));
        reeve.move(dropped, where);
        return where.task(reeve.workspace, dropped.id());
    }

    private Path dropped() throws IOException {
        return only(reeve.workspace.tasks());
    }

    private static Path only(Path folder) throws IOException {
        List<String> names = names(folder);
        assertEquals(1, names.size(), names::toString);
        return folder.resolve(names.get(0));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
