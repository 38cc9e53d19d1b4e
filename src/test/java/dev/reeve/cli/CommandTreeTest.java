package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cli.call.Exit;
import dev.reeve.workspace.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTreeTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submit", "status", "show", "trace", "logs", "wait", "send", "inbox", "steer", "kill", "retry", "hold",
                "release", "lock", "state"
            })
    void theHelpOfEachCommandIsComplete(String command) {
        Called help = reeve.callBare(command, "--help").exits(Exit.DONE);
        help.says("Usage: reeve " + command, "Options:", "Exit status:\n  0 ", "Example:\n  reeve " + command);
        assertEquals("", help.err());
        assertEquals(
                help.out(), reeve.callBare("help", command).exits(Exit.DONE).out());
        reeve.callBare("help").says("\n  " + command + " ");
    }

    @Test
    void theVersionIsTold() {
        assertTrue(reeve.callBare("--version").exits(Exit.DONE).out().startsWith("reeve "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"remember"})
    void whatIsPromisedForLaterIsAnswered(String command) {
        reeve.callBare(command, "some", "--words=x", "-y")
                .exits(Exit.USAGE)
                .notes("`" + command + "` is not in this version");
        assertFalse(reeve.callBare("--help").out().contains("\n  " + command + " "));
    }

    @Test
    void theNearestCommandIsTold() {
        reeve.callBare("statuss").exits(Exit.USAGE).notes("statuss", "Nearest: status");
    }

    @Test
    void theNearestOptionIsTold() {
        reeve.callBare("status", "--wach").exits(Exit.USAGE).notes("--wach", "--watch", "`reeve status --help`");
    }

    @Test
    void noCommandIsWrongUsage() {
        reeve.callBare().exits(Exit.USAGE).notes("`reeve --help` lists them");
    }

    @Test
    void theWorkspaceMayBeNamedBeforeTheCommand() {
        reeve.callBare("-w", root.toString(), "status").exits(Exit.DONE).says("No supervisor runs here.");
        reeve.callBare("--workspace=" + root, "status").exits(Exit.DONE);
    }

    @Test
    void theWorkspaceIsTheNearestFolderUpward() throws IOException {
        reeve.directory = Files.createDirectories(root.resolve("shared/deep/inside"));
        reeve.task(State.QUEUE, "report");
        reeve.callBare("status").exits(Exit.DONE).says("-report");
    }

    @Test
    void theEnvironmentNamesAWorkspaceBeforeTheFolderDoes(@TempDir Path elsewhere) throws IOException {
        TestWorkspace other = new TestWorkspace(elsewhere);
        other.task(State.QUEUE, "other-report");
        reeve.environment.put("REEVE_WORKSPACE", elsewhere.toString());
        reeve.callBare("status").exits(Exit.DONE).says("-other-report");
        reeve.environment.put("REEVE_WORKSPACE", "nowhere");
        reeve.callBare("status").exits(Exit.NO_SUCH_THING).notes("$REEVE_WORKSPACE, nowhere: no workspace");
    }

    @Test
    void aFolderNamedOnTheCommandLineStartsFromTheCallersOwn() throws IOException {
        reeve.directory = root.getParent();
        reeve.callBare("status", "-w", root.getFileName().toString()).exits(Exit.DONE);
    }

    @Test
    void withoutAWorkspaceAnywhereItIsSaidWhatToDo() {
        reeve.directory = root.getRoot();
        reeve.callBare("status").exits(Exit.NO_SUCH_THING).notes("no workspace here", "`reeve init DIR`", "-w DIR");
    }

    @Test
    void aFolderThatIsNoWorkspaceIsTold() throws IOException {
        Path other = Files.createDirectory(root.resolve("other"));
        reeve.callBare("status", "-w", other.toString())
                .exits(Exit.NO_SUCH_THING)
                .notes("reeve.yaml", "reeve init");
    }

    @Test
    void aBugSaysThatItIsOneAndShowsItsTrace() throws IOException {
        reeve.task(State.QUEUE, "report");
        reeve.whileWaiting(() -> {
            throw new IllegalStateException("broken inside");
        });
        reeve.call("wait", "report")
                .exits(Exit.BUG)
                .notes("this is a bug in Reeve", "IllegalStateException: broken inside", "\tat ");
    }

    @Test
    void evenAnErrorOfTheMachineIsToldFromAFailedTask() throws IOException {
        reeve.task(State.QUEUE, "report");
        reeve.whileWaiting(() -> {
            throw new StackOverflowError();
        });
        reeve.call("wait", "report").exits(Exit.BUG).notes("this is a bug in Reeve", "StackOverflowError");
    }

    @Test
    void anErrorOfTheDiskNamesThePathAndIsNoBug() throws IOException {
        reeve.task(State.QUEUE, "report");
        Files.delete(reeve.workspace.state(State.FAILED));
        Called called = reeve.call("kill", "report").exits(Exit.USAGE).notes(root.toString(), "reeve check");
        assertFalse(called.err().contains("bug"));
    }
}
