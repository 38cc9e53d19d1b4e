package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cli.call.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real commands, which print nothing: what they inherit here is the build's own output. */
class LockCommandTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;
    private Path lock;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
        reeve.environment.put("PATH", System.getenv("PATH"));
        lock = root.resolve("notes.md.lock");
    }

    private Called lock(String script) {
        return reeve.callBare("lock", "notes.md", "--", "sh", "-c", script, "sh", "@words", "--timeout");
    }

    @Test
    void theCommandRunsWithTheLockHeldAndItsWordsAsTheyAre() throws IOException {
        // a file of this name would be read for words, if anybody looked
        Files.writeString(root.resolve("words"), "other\n");
        reeve.environment.put("SOME", "thing");
        lock("cp notes.md.lock seen; echo \"$SOME $*\" >said").exits(Exit.DONE);
        assertEquals("thing @words --timeout\n", Files.readString(root.resolve("said")));
        String seen = Files.readString(root.resolve("seen"));
        assertTrue(seen.contains("\"pid\" : " + ProcessHandle.current().pid() + ","), seen);
        assertTrue(seen.contains("\"command_pid\" : "), seen);
        assertTrue(seen.contains("\"owner\" : \"user " + System.getProperty("user.name")), seen);
        assertFalse(Files.exists(lock));
    }

    @Test
    void theOwnerIsTheTaskThatAskedAndTheExpiryIsWritten() throws IOException {
        reeve.environment.put("REEVE_AGENT", "writer");
        reeve.environment.put("REEVE_TASK_ID", "20261120-140000-abcd-report");
        reeve.callBare("lock", "notes.md", "--expires", "1h", "--", "cp", "notes.md.lock", "seen")
                .exits(Exit.DONE);
        String seen = Files.readString(root.resolve("seen"));
        assertTrue(seen.contains("\"owner\" : \"agent writer, task 20261120-140000-abcd-report\""), seen);
        assertTrue(seen.contains("\"expires_at\" : \"2026-11-20T15:00:00Z\""), seen);
    }

    @Test
    void itsStatusIsHandedOnAndTheLockGivenBackAllTheSame() {
        lock("exit 7").exits(7);
        assertFalse(Files.exists(lock));
        lock("kill -9 $$").exits(137);
        assertFalse(Files.exists(lock));
    }

    @Test
    void aLockThatIsHeldKeepsItFromRunning() throws IOException {
        Path blocked = root.resolve("blocked");
        Files.writeString(lock, """
                {"id": "1", "owner": "user other", "pid": %d, "start": "-", "boot": "x", "pid_namespace": "-",
                 "host": "elsewhere", "taken_at": "2026-11-20T13:00:00Z", "expires_at": "2026-11-20T14:30:00Z"}
                """.formatted(ProcessHandle.current().pid()));
        reeve.callBare("lock", "--timeout", "5s", "notes.md", "--", "touch", "blocked")
                .exits(Exit.TIMED_OUT)
                .notes("is held by user other", "waiting for it", "gave up");
        assertFalse(Files.exists(blocked));
        reeve.callBare("lock", "notes.md", "--", "touch", "blocked").exits(Exit.DONE);
        assertTrue(Files.exists(blocked), "the other host's lock has expired while it waited");
    }

    @Test
    void aLockThatIsTakenAwayMeanwhileIsTold() {
        lock("rm notes.md.lock").exits(Exit.DONE).notes("was taken away while the command ran");
    }

    @Test
    void aProgramThatIsNotThereIsToldBeforeAnybodyWaits() {
        reeve.callBare("lock", "notes.md", "--", "nosuchprogram")
                .exits(Exit.USAGE)
                .notes("nosuchprogram: no such program");
        reeve.callBare("lock", "notes.md", "--", "./nosuch").exits(Exit.USAGE).notes("./nosuch: no such program");
        assertFalse(Files.exists(root.resolve("notes.md.lock.guard")));
    }

    @Test
    void withoutACommandItIsWrongUsage() {
        reeve.callBare("lock", "notes.md").exits(Exit.USAGE).notes("COMMAND");
    }

    @Test
    void withoutAFolderItIsSaidWhatToDo() {
        reeve.callBare("lock", "some/notes.md", "--", "true").exits(Exit.USAGE).notes("mkdir -p");
    }
}
