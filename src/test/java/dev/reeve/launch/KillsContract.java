package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The protocol of an attempt under random kills of its shim, its program and its supervisor, in the shell that a class
 * below this one names. {@code mvn verify -Pkills -Dseed=7} tries other moments.
 */
abstract class KillsContract {

    private static final long SEED = Long.getLong("seed", 20261120);

    private final String shell;

    @TempDir
    Path root;

    KillsContract(String shell) {
        this.shell = shell;
    }

    @Test
    void someKillsBreakNoInvariant() throws IOException {
        survive(40);
    }

    @Test
    @Tag("kills")
    @Tag("profile")
    void thousandsOfKillsBreakNoInvariant() throws IOException {
        survive(2000);
    }

    private void survive(int kills) throws IOException {
        Random random = new Random(SEED);
        int done = 0;
        int tasks = 0;
        while (done < kills) {
            Path workspace = Files.createDirectory(root.resolve("ws" + tasks++));
            try (Machine machine = new Machine(workspace, shell)) {
                done += new KilledTask(machine, new Random(random.nextLong()))
                        .play("task " + tasks + " of seed " + SEED);
            }
        }
        assertTrue(tasks > 1, "more than one task was tried");
    }
}
