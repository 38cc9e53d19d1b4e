package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cli.call.Exit;
import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.RealDisk;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveCommandsTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
    }

    @ParameterizedTest
    @CsvSource({
        "kill, queue, failed",
        "kill, waiting, failed",
        "kill, running, failed",
        "kill, held, failed",
        "hold, queue, held",
        "hold, waiting, held",
        "hold, running, held",
        "release, held, queue",
        "release, waiting, queue",
        "retry, failed, queue",
        "retry, done/2026-11-20, queue"
    })
    void eachMovesTheFolderAsAPersonWould(String command, String from, String to) throws IOException {
        TaskFolder task = reeve.task(Where.parse(from), "report", change -> change);
        Called called = reeve.call(command, "report").exits(Exit.DONE);
        called.says(task.id(), from + "/").notes("no supervisor runs here", "reeve up");
        assertTrue(Files.isRegularFile(
                reeve.workspace.task(State.of(to), task.id()).record()));
        assertFalse(Files.exists(task.path()));
    }

    @ParameterizedTest
    @CsvSource({
        "kill, failed, has ended already",
        "kill, done/2026-11-20, has ended already",
        "hold, held, held already",
        "hold, failed, has ended already",
        "release, queue, neither held nor waiting",
        "release, failed, reeve retry",
        "retry, queue, nothing to retry",
        "retry, running, nothing to retry",
        "retry, held, reeve release"
    })
    void whatMakesNoSenseIsRefusedAndMovesNothing(String command, String from, String reason) throws IOException {
        TaskFolder task = reeve.task(Where.parse(from), "report", change -> change);
        reeve.call(command, "report").exits(Exit.USAGE).notes(task.id(), from, reason);
        assertTrue(Files.isDirectory(task.path()));
    }

    @Test
    void aLivingSupervisorIsNamedWhereProcessesAreToBeStopped() throws IOException {
        reeve.supervise();
        reeve.task(State.RUNNING, "report");
        Called called = reeve.call("kill", "report").exits(Exit.DONE);
        called.says("stopped by the supervisor (pid " + ProcessHandle.current().pid() + ")");
        assertEquals("", called.err());
    }

    @Test
    void severalAreMovedAndTheOthersTold() throws IOException {
        TaskFolder one = reeve.task(State.QUEUE, "one");
        TaskFolder two = reeve.task(State.FAILED, "two");
        TaskFolder three = reeve.task(State.HELD, "three");
        Called called = reeve.call("kill", "one", "two", "three").exits(Exit.USAGE);
        called.says(one.id(), three.id()).notes(two.id() + " is in failed/");
        assertTrue(
                Files.isDirectory(reeve.workspace.task(State.FAILED, three.id()).path()));
    }

    @Test
    void anUnknownOneMeansThatNothingIsMoved() throws IOException {
        TaskFolder one = reeve.task(State.QUEUE, "one");
        reeve.call("kill", "one", "nothing-like-it").exits(Exit.NO_SUCH_THING);
        assertTrue(Files.isDirectory(one.path()));
    }

    @Test
    void aGroupIsMovedWhole() throws IOException {
        Where queue = Where.in(State.QUEUE);
        TaskFolder one = reeve.task(queue, "one", change -> change.spec(Specs.of("one", "render")));
        TaskFolder two = reeve.task(Where.in(State.WAITING), "two", change -> change.spec(Specs.of("two", "render")));
        TaskFolder other = reeve.task(queue, "other", change -> change.spec(Specs.of("other", "upload")));
        reeve.call("hold", "--group", "render")
                .exits(Exit.DONE)
                .says(one.id(), two.id())
                .saysNothingOf(other.id());
        assertTrue(Files.isDirectory(other.path()));
        reeve.call("hold", "--group", "rendr").exits(Exit.NO_SUCH_THING).notes("'rendr'", "queue/");
    }

    @Test
    void neitherTasksNorAGroupIsWrongUsage() {
        reeve.call("kill").exits(Exit.USAGE).notes("which tasks?", "--group");
    }

    @Test
    void aNameThatIsTakenInTheTargetIsNeverReplaced() throws IOException {
        TaskFolder queued = reeve.task(State.QUEUE, "report");
        Path copy = Files.createDirectory(
                reeve.workspace.task(State.FAILED, queued.id()).path());
        reeve.call("kill", queued.id()).exits(Exit.USAGE).notes("is there already");
        assertTrue(Files.isDirectory(queued.path()));
        assertTrue(Files.isDirectory(copy));
    }

    @Test
    void aTaskThatMovesOnMeanwhileIsMovedFromWhereItIs() throws IOException {
        TaskFolder queued = reeve.task(State.QUEUE, "report");
        reeve.disk = new DelegatingDisk(new RealDisk()) {
            @Override
            public void rename(Path from, Path to) throws IOException {
                if (Files.isDirectory(queued.path())) {
                    reeve.move(queued, Where.in(State.RUNNING));
                }
                super.rename(from, to);
            }
        };
        reeve.call("hold", queued.id()).exits(Exit.DONE).says(queued.id() + " held, it was in running/;");
        assertTrue(
                Files.isDirectory(reeve.workspace.task(State.HELD, queued.id()).path()));
    }

    @Test
    void killCanWaitUntilTheProcessesAreGone() throws IOException {
        AttemptRecord attempt =
                new AttemptRecord(1, "writer", reeve.now, null, null, null, null, null, null, null, null, null);
        TaskFolder running = reeve.task(Where.in(State.RUNNING), "report", change -> change.attempt(attempt));
        TaskFolder failed = reeve.workspace.task(State.FAILED, running.id());
        reeve.whileWaiting(() -> {});
        reeve.whileWaiting(() -> reeve.write(
                failed,
                reeve.record(failed)
                        .change()
                        .attempt(attempt.ended(reeve.now, Outcome.KILLED, null, "killed"))
                        .done()));
        reeve.call("kill", "--wait", "report").exits(Exit.DONE);
        assertTrue(reeve.record(failed).lastAttempt().ended());
    }

    @Test
    void killWaitsNoLongerThanItIsTold() throws IOException {
        AttemptRecord attempt =
                new AttemptRecord(1, "writer", reeve.now, null, null, null, null, null, null, null, null, null);
        reeve.task(Where.in(State.RUNNING), "report", change -> change.attempt(attempt));
        reeve.call("kill", "--wait", "--timeout", "10s", "report").exits(Exit.TIMED_OUT);
    }
}
