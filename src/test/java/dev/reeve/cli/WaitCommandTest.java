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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitCommandTest {

    private static final Where TODAY = Where.doneOn("2026-11-20");

    @TempDir
    Path root;

    private TestWorkspace reeve;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
    }

    @Test
    void eachIsToldAsItEnds() throws IOException {
        TaskFolder one = reeve.task(State.RUNNING, "one");
        TaskFolder two = reeve.task(State.QUEUE, "two");
        reeve.whileWaiting(() -> reeve.move(two, TODAY));
        reeve.whileWaiting(() -> reeve.move(one, TODAY));
        Called called = reeve.call("wait", "one", "two").exits(Exit.DONE);
        assertEquals(List.of(two.id() + " done", one.id() + " done"), called.lines());
    }

    @Test
    void oneThatFailedMakesAllFail() throws IOException {
        TaskFolder bad = reeve.task(Where.in(State.FAILED), "bad", change -> change.why("exit 3\nand \033[31mmore"));
        reeve.task(TODAY, "good", change -> change);
        Called called = reeve.call("wait", "good", "bad").exits(Exit.FAILED);
        assertEquals(bad.id() + " failed: exit 3 and  [31mmore", called.lines().get(1));
    }

    @Test
    void anyEndsWithTheFirst() throws IOException {
        TaskFolder one = reeve.task(State.RUNNING, "one");
        reeve.task(State.RUNNING, "two");
        reeve.whileWaiting(() -> reeve.move(one, Where.in(State.FAILED)));
        assertEquals(
                1,
                reeve.call("wait", "--any", "one", "two")
                        .exits(Exit.FAILED)
                        .lines()
                        .size());
    }

    @Test
    void whatIsStillOutIsToldWhenTheTimeIsUp() throws IOException {
        TaskFolder one = reeve.task(State.RUNNING, "one");
        reeve.call("wait", "--timeout", "2s", "one").exits(Exit.TIMED_OUT).notes(one.id());
    }

    @Test
    void aHeldTaskIsToldOnceAndWaitedFor() throws IOException {
        TaskFolder one = reeve.task(Where.in(State.HELD), "one", change -> change.why("its agent asks"));
        for (int i = 0; i < 5; i++) {
            reeve.whileWaiting(() -> {});
        }
        reeve.whileWaiting(() -> reeve.move(one, TODAY));
        Called called = reeve.call("wait", "one").exits(Exit.DONE).notes("its agent asks", "reeve release " + one.id());
        assertEquals(1, called.err().lines().count());
    }

    @Test
    void aDuplicateEndsAsTheFirstDid() throws IOException {
        TaskFolder first = reeve.task(State.RUNNING, "first");
        TaskFolder again = reeve.task(TODAY, "again", change -> change.duplicateOf(first.id()));
        reeve.whileWaiting(() -> reeve.move(first, Where.in(State.FAILED)));
        Called called = reeve.call("wait", "again").exits(Exit.FAILED);
        assertEquals(List.of(again.id() + " failed"), called.lines());
    }

    @Test
    void aDuplicateOfWhatIsNoLongerThereEndsByItself() throws IOException {
        TaskFolder again = reeve.task(TODAY, "again", change -> change.duplicateOf("20260101-000000-abcd-first"));
        reeve.call("wait", "again").exits(Exit.DONE).says(again.id() + " done");
    }

    @Test
    void aRemovedTaskIsCancelled() throws IOException {
        TaskFolder one = reeve.task(State.QUEUE, "one");
        reeve.whileWaiting(() -> {
            Files.delete(one.record());
            Files.delete(one.task("md"));
            Files.delete(one.path());
        });
        reeve.call("wait", "one").exits(Exit.FAILED).says(one.id() + " cancelled");
    }

    @Test
    void aGroupIsWaitedForWhole() throws IOException {
        TaskFolder one = reeve.task(Where.in(State.QUEUE), "one", change -> change.spec(Specs.of("one", "render")));
        reeve.whileWaiting(() -> reeve.move(one, TODAY));
        reeve.call("wait", "--group", "render").exits(Exit.DONE).says(one.id() + " done");
    }

    @Test
    void whatIsNotThereIsToldWithTheNearest() throws IOException {
        TaskFolder one = reeve.task(State.QUEUE, "weekly-report");
        reeve.call("wait", "weekly-rport").exits(Exit.NO_SUCH_THING).notes("Nearest: " + one.id());
        reeve.call("wait", "--group", "render").exits(Exit.NO_SUCH_THING);
        reeve.call("wait").exits(Exit.USAGE);
    }
}
