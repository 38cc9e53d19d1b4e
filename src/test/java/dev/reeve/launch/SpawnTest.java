package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpawnTest {

    @TempDir
    Path root;

    @Test
    void anEndIsTold() throws IOException, InterruptedException {
        Machine m = new Machine(root, "/bin/sh");
        AttemptFolder attempt = m.attempt(1);
        CountDownLatch ended = new CountDownLatch(1);
        m.processes.spawn(spawn(m, attempt, root, Map.of(), "/bin/true"), ended::countDown);
        assertTrue(ended.await(60, TimeUnit.SECONDS));
    }

    @Test
    void aMissingWorkingDirectoryIsNamed() throws IOException {
        Machine m = new Machine(root, "/bin/sh");
        Path missing = root.resolve("gone");
        IOException refused = assertThrows(
                IOException.class,
                () -> m.processes.spawn(spawn(m, m.attempt(1), missing, Map.of(), "/bin/true"), () -> {}));
        assertTrue(refused.getMessage().startsWith("the working directory " + missing), refused.getMessage());
    }

    @Test
    void whatTheLocaleCannotExpressIsRefusedBeforeAnythingStarts() throws IOException {
        Machine m = new Machine(root, "/bin/sh");
        AttemptFolder attempt = m.attempt(1);
        Spawner ascii = new Spawner(StandardCharsets.US_ASCII);
        IOException refused = assertThrows(
                IOException.class,
                () -> ascii.spawn(spawn(m, attempt, root, Map.of("TOKEN", "sécret"), "/bin/true"), () -> {}));
        assertTrue(refused.getMessage().contains("TOKEN"), refused.getMessage());
        assertFalse(refused.getMessage().contains("sécret"), refused.getMessage());
        assertFalse(Files.exists(attempt.stdout()));
    }

    @Test
    void perlMakesTheSessionWhereThereIsNoSetsid() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "perl is not on this machine");
        Machine m = new Machine(root, "/bin/sh");
        AttemptFolder attempt = m.attempt(1);
        Path script =
                m.workspace.records().resolve(m.workspace.records().toFile().list()[0]);
        Shim perl = new Shim(script, Path.of("/bin/sh"), Session.starter(path -> path.endsWith("perl")));
        List<String> argv =
                perl.argv(attempt, m.processes.home(), List.of("/bin/sh", "-c", "cut -d' ' -f6 /proc/$$/stat"));
        long pid = m.processes.spawn(
                new Spawn(argv, root, m.environment(1), attempt.prompt(), attempt.stdout(), attempt.stderr()),
                () -> {});
        m.awaitEnd(pid);
        assertEquals(new ExitFile.Ended(0), ExitFile.read(m.disk, attempt));
        assertEquals(pid + "\n", Files.readString(attempt.stdout()));
    }

    @Test
    void theHomeIsThisBootAndThisNamespace() throws IOException {
        Machine m = new Machine(root, "/bin/sh");
        assertEquals(
                Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip(),
                m.processes.home().boot());
        assertTrue(m.processes.home().pidNamespace().matches("pid:\\[\\d+\\]"));
    }

    private static Spawn spawn(
            Machine m, AttemptFolder attempt, Path directory, Map<String, String> environment, String program) {
        return new Spawn(
                m.shim.argv(attempt, m.processes.home(), List.of(program)),
                directory,
                environment,
                attempt.prompt(),
                attempt.stdout(),
                attempt.stderr());
    }
}
