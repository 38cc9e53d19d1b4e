package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.cli.call.Exit;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.Strand;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsCommandTest {

    private static final Where TODAY = Where.doneOn("2026-11-20");

    @TempDir
    Path root;

    private TestWorkspace reeve;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
    }

    @Test
    void theLastAttemptIsShownUnlessAnotherIsAskedFor() throws IOException {
        TaskFolder task = reeve.task(TODAY, "report", change -> change);
        attempt(task, 9, "ninth\n", "");
        attempt(task, 10, "tenth\n", "trouble\n");
        assertEquals("tenth\n", reeve.call("logs", "report").exits(Exit.DONE).out());
        assertEquals("ninth\n", reeve.call("logs", "report", "--attempt", "9").out());
        assertEquals("trouble\n", reeve.call("logs", "report", "--stderr").out());
        assertEquals("tenth\ntrouble\n", reeve.call("logs", "report", "--all").out());
        reeve.call("logs", "report", "--attempt", "3").exits(Exit.NO_SUCH_THING).notes("no attempt 3", "[9, 10]");
    }

    @Test
    void theLastLinesAreCountedFromTheEnd() throws IOException {
        TaskFolder task = reeve.task(State.RUNNING, "report");
        attempt(task, 1, "one\ntwo\n" + "x".repeat(100_000) + "\nfour\nfive", "");
        assertEquals("four\nfive", reeve.call("logs", "report", "-n", "2").out());
        assertEquals(100_000 + 11, reeve.call("logs", "report", "-n", "3").out().length() + 1);
        assertEquals("", reeve.call("logs", "report", "-n", "0").out());
        assertEquals(
                100_000 + 18, reeve.call("logs", "report", "-n", "99").out().length());
        reeve.call("logs", "report", "-n", "-1").exits(Exit.USAGE);
    }

    @Test
    void followingGoesOverAttemptsAndFoldersUntilTheEnd() throws IOException {
        TaskFolder running = reeve.task(State.QUEUE, "report");
        TaskFolder done = TODAY.task(reeve.workspace, running.id());
        reeve.whileWaiting(() -> attempt(running, 1, "first ", ""));
        reeve.whileWaiting(() -> add(running, 1, "more\n"));
        reeve.whileWaiting(() -> {
            add(running, 1, "last of first\n");
            attempt(running, 2, "second\n", "");
        });
        reeve.whileWaiting(() -> {
            add(running, 2, "before the move\n");
            reeve.move(running, TODAY);
        });
        Called called = reeve.call("logs", "-f", "report").exits(Exit.DONE).notes("attempt 2");
        assertEquals("first more\nlast of first\nsecond\nbefore the move\n", called.out());
        assertEquals(
                called.out().substring(called.out().indexOf("second")),
                reeve.call("logs", done.id()).out());
    }

    @Test
    void notesComeBesideWhatIsFollowed() throws IOException {
        TaskFolder running = reeve.task(State.RUNNING, "report");
        attempt(running, 1, "first\n", "");
        Path notes = running.attempt(1).notes();
        Files.createDirectories(notes.getParent());
        Files.writeString(notes, "begun\n");
        reeve.whileWaiting(
                () -> Files.writeString(notes, "{\"text\":\"half way\",\"percent\":50}\n", StandardOpenOption.APPEND));
        reeve.whileWaiting(() -> {
            Files.writeString(notes, "almost\n", StandardOpenOption.APPEND);
            reeve.move(running, TODAY);
        });
        Called called = reeve.call("logs", "-f", "report").exits(Exit.DONE);
        assertEquals("first\n", called.out());
        assertEquals("reeve: note: begun\nreeve: note: half way (50%)\nreeve: note: almost\n", called.err());
    }

    @Test
    void whatAProgramPrintsIsShownAsAPersonReadsItUnlessItsBytesAreWanted() throws IOException {
        String lines = """
                {"type":"thread.started","thread_id":"t"}
                {"type":"item.started","item":{"type":"command_execution","command":"ls"}}
                {"type":"item.completed","item":{"type":"agent_message","text":"All\\nwell."}}
                """;
        TaskFolder running = reeve.task(Where.in(State.RUNNING), "report", change -> change.attempt(codex()));
        attempt(running, 1, lines, "trouble\n");
        assertEquals(
                "> ls\nAll\nwell.\n",
                reeve.call("logs", "report").exits(Exit.DONE).out());
        assertEquals("well.\n", reeve.call("logs", "report", "-n", "1").out());
        assertEquals("", reeve.call("logs", "report", "-n", "0").out());
        assertEquals(
                "> ls\nAll\nwell.\ntrouble\n",
                reeve.call("logs", "report", "--all").out());
        assertEquals(lines, reeve.call("logs", "report", "--raw").out());
        reeve.whileWaiting(() -> add(running, 1, "{\"type\":\"turn.failed\",\"error\":{\"mess"));
        reeve.whileWaiting(() -> add(running, 1, "age\":\"no\"}}\n"));
        reeve.whileWaiting(() -> reeve.move(running, TODAY));
        Called followed = reeve.call("logs", "report", "-f", "-n", "2").exits(Exit.DONE);
        assertEquals("All\nwell.\nfailed: no\n", followed.out());
        reeve.call("logs", "report", "--life", "--raw").exits(Exit.USAGE);
    }

    @Test
    void withoutAnythingToReadThereItSaysWhereTheRestIs() throws IOException {
        TaskFolder task = reeve.task(Where.in(State.RUNNING), "report", change -> change.attempt(codex()));
        attempt(task, 1, "{\"type\":\"thread.started\",\"thread_id\":\"t\"}\n", "");
        Called called = reeve.call("logs", "report").exits(Exit.DONE).notes("--raw");
        assertEquals("", called.out());
    }

    private static AttemptRecord codex() {
        Instant then = Instant.parse("2026-11-20T13:00:00Z");
        return AttemptRecord.begun(1, "writer", then, null, null, null).of(Strand.of("codex"));
    }

    @Test
    void aTaskThatHasNotBegunIsTold() throws IOException {
        reeve.task(State.QUEUE, "report");
        reeve.call("logs", "report").exits(Exit.DONE).notes("no attempt has begun yet");
        reeve.call("logs", "other").exits(Exit.NO_SUCH_THING);
        reeve.call("logs").exits(Exit.USAGE).notes("ID");
    }

    @Test
    void theLifeOfATaskIsShown() throws IOException {
        TaskFolder task = reeve.task(State.QUEUE, "report");
        Files.writeString(task.log(), """

                {"id":"1","timestamp":"2026-11-20T13:00:00Z","action":"accept","door":"tasks"}

                {"id":"2","timestamp":"2026-11-20T13:00:01Z","action":"start","task":"x","root":"x","attempt":1}
                half""");
        List<String> lines =
                reeve.call("logs", "report", "--life").exits(Exit.DONE).lines();
        assertEquals(2, lines.size());
        reeve.call("logs", "report", "--life").says("  accept  door tasks\n", "  start  attempt 1\n");
        reeve.call("logs", "report", "--life", "-n", "1").says("start").saysNothingOf("accept");
        reeve.call("logs", "report", "--life", "-f").exits(Exit.USAGE);
    }

    private static void attempt(TaskFolder task, int number, String stdout, String stderr) throws IOException {
        Files.createDirectories(task.attempt(number).path());
        Files.writeString(task.attempt(number).stdout(), stdout);
        Files.writeString(task.attempt(number).stderr(), stderr);
    }

    private static void add(TaskFolder task, int number, String more) throws IOException {
        Files.writeString(task.attempt(number).stdout(), more, StandardOpenOption.APPEND);
    }
}
