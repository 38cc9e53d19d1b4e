package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Terminal;
import dev.reeve.workspace.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
    }

    @Test
    void aTerminalGetsColumnsAndColoursAndAProgramGetsNone() throws IOException {
        reeve.task(State.FAILED, "a");
        assertFalse(reeve.call("status").out().contains("\033["));
        reeve.watched = true;
        reeve.call("status").says("\033[31mFailed\033[0m 1").saysNothingOf("\t");
    }

    @Test
    void watchingIsForATerminalAndEndsWithQ() throws IOException {
        reeve.call("status", "--watch").exits(Exit.USAGE).notes("--json");
        reeve.call("status", "--watch", "--json").exits(Exit.USAGE);
        reeve.watched = true;
        reeve.input = "xq";
        Called called = reeve.call("status", "--watch").exits(Exit.DONE).says("No supervisor runs here.");
        assertTrue(called.out().endsWith("\033[?25h\033[?1049l"), called::toString);
    }

    @Test
    void outputThatCanNotBeWrittenIsAnError() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = CommandTree.run(
                reeve.invocation(new Terminal(failing("No space left on device"), err, false, false, false)), "--help");
        assertEquals(Exit.USAGE, exit);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("No space left on device"), err::toString);
    }

    @Test
    void aReaderThatGoesAwayIsNone() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = CommandTree.run(
                reeve.invocation(new Terminal(failing("Broken pipe"), err, false, false, false)), "--help");
        assertEquals(Exit.DONE, exit);
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
