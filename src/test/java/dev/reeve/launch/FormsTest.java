package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Durable;
import dev.reeve.files.RealDisk;
import dev.reeve.message.Addressee;
import dev.reeve.message.Marks;
import dev.reeve.message.Portion;
import dev.reeve.message.Range;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of an attempt that a process leaves or that a start writes. */
class FormsTest {

    private final RealDisk disk = new RealDisk();
    private final Durable durable = new Durable(disk, new AtomicLong()::incrementAndGet);

    @TempDir
    Path folder;

    private AttemptFolder attempt;

    @BeforeEach
    void makeAttempt() throws IOException {
        attempt = new AttemptFolder(Files.createDirectory(folder.resolve("1")));
    }

    @Test
    void aPidFileIsReadWhole() throws IOException {
        assertNull(PidFile.read(disk, attempt));
        Files.writeString(attempt.pid(), "4711 158311 boot-1\n");
        assertEquals(new PidFile(new Identity(4711, "158311"), "boot-1"), PidFile.read(disk, attempt));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4711 158311 boot", "4711 158311\n", "0 1 b\n", "-1 1 b\n", "x 1 b\n", "1 2 b\nmore\n"})
    void whatIsNotAWholePidFileIsNone(String text) {
        assertNull(PidFile.parse(text));
    }

    @Test
    void anExitIsValidWithItsNewlineOnly() {
        assertEquals(new ExitFile.Empty(), ExitFile.parse(""));
        assertEquals(new ExitFile.Claimed(), ExitFile.parse(" "));
        assertEquals(new ExitFile.Claimed(), ExitFile.parse(" 14"));
        assertEquals(new ExitFile.Ended(143), ExitFile.parse(" 143\n"));
        assertEquals(new ExitFile.Never(), ExitFile.parse("never\n"));
        assertEquals(new ExitFile.Claimed(), ExitFile.parse("never"));
        assertEquals(new ExitFile.Claimed(), ExitFile.parse(" 0\n 1\n"));
        assertEquals(new ExitFile.Claimed(), ExitFile.parse("rubbish\n"));
    }

    @Test
    void onlyAnUnclaimedAttemptCanBeClosed() throws IOException {
        assertEquals(new ExitFile.Missing(), ExitFile.read(disk, attempt));
        assertTrue(ExitFile.closeNever(durable, attempt));
        assertEquals(new ExitFile.Never(), ExitFile.read(disk, attempt));
        assertFalse(ExitFile.closeNever(durable, attempt));

        Files.writeString(attempt.exit(), " ");
        assertFalse(ExitFile.closeNever(durable, attempt));
        assertEquals(new ExitFile.Claimed(), ExitFile.read(disk, attempt));
        assertEquals(List.of("exit"), List.of(attempt.path().toFile().list()), "no temporary file is left");
    }

    @Test
    void aLinkOrALongFileInTheExitsPlaceIsNoStatus() throws IOException {
        Path status = Files.writeString(folder.resolve("elsewhere"), " 0\n");
        Files.createSymbolicLink(attempt.exit(), status);
        assertEquals(new ExitFile.Claimed(), ExitFile.read(disk, attempt));
        Files.delete(attempt.exit());
        Files.writeString(attempt.exit(), " 0\n".repeat(100));
        assertEquals(new ExitFile.Claimed(), ExitFile.read(disk, attempt));
    }

    @Test
    void aCommandNamesVariablesAndNeverTheirValues() {
        CommandFile command = new CommandFile(
                List.of("/bin/echo", "größe\n\"quoted\""),
                "/tmp",
                Set.of("TOKEN", "PATH"),
                new Home("boot", "pid:[1]"),
                "hello",
                null,
                3,
                Instant.parse("2026-11-20T14:02:11Z"),
                new Portion(Addressee.ofAgent("hello"), new Range(Marks.NONE, Marks.NONE)));
        assertEquals("""
                {
                  "argv" : [ "/bin/echo", "größe\\n\\"quoted\\"" ],
                  "directory" : "/tmp",
                  "variables" : [ "PATH", "TOKEN" ],
                  "boot" : "boot",
                  "pid_namespace" : "pid:[1]",
                  "agent" : "hello",
                  "verifies" : 3,
                  "started_at" : "2026-11-20T14:02:11Z",
                  "messages" : {
                    "agent" : "hello",
                    "range" : {
                      "from" : { },
                      "to" : { }
                    }
                  }
                }
                """, new String(command.bytes(), StandardCharsets.UTF_8));
    }
}
