package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An idempotency key is in force for seven days. */
class KeysTest {

    private static final String FIRST = "20261120-120000-aaaa-first";
    private static final String SECOND = "20261128-120000-bbbb-second";

    @TempDir
    Path folder;

    @Test
    void aKeyBelongsToItsTaskForSevenDays() throws IOException {
        Bench bench = new Bench(folder);
        Keys keys = new Keys(bench.durable, bench.workspace);
        assertNull(keys.holder("../../a key", ACard.NOON));
        keys.take("../../a key", FIRST, ACard.NOON);
        keys = new Keys(bench.durable, bench.workspace);
        assertEquals(FIRST, keys.holder("../../a key", ACard.NOON.plus(Duration.ofDays(7))));
        assertNull(
                keys.holder("../../a key", ACard.NOON.plus(Duration.ofDays(7)).plusMillis(1)));
        assertNull(keys.holder("another", ACard.NOON));
        keys.take("../../a key", SECOND, ACard.NOON.plus(Duration.ofDays(8)));
        assertEquals(SECOND, keys.holder("../../a key", ACard.NOON.plus(Duration.ofDays(9))));
        try (var files = Files.list(bench.workspace.keys())) {
            assertEquals(1, files.count());
        }
    }
}
