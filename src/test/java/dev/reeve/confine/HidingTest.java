package dev.reeve.confine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Durable;
import dev.reeve.files.RealDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HidingTest {

    private static final String VALUE = "sk-value-0123456789-abcdef";
    private static final Mask MASK = Mask.of(new Secrets(Map.of(), Map.of("KEY", VALUE), List.of()));

    @TempDir
    private Path folder;

    /** Around the chunks in which it is read, at whose ends a value may be cut. */
    @Test
    void aValueIsFoundWhereverItStands() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 40; round++) {
            int before = (1 << 20) - VALUE.length() - 5 + random.nextInt(40);
            Path file = folder.resolve("log-" + round);
            String filler = "x".repeat(before);
            String after = "y".repeat(random.nextInt(3) * (1 << 19));
            Files.writeString(file, filler + VALUE + VALUE + after + VALUE);
            assertTrue(hide(file));
            String instead = "[credential KEY]**********";
            assertEquals(filler + instead + instead + after + instead, Files.readString(file));
            assertFalse(hide(file));
        }
    }

    @Test
    void allFilesOfAFolderAreLookedThroughAndLinksAreNot() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("out/deep"));
        Path outside = Files.writeString(folder.resolve("outside"), VALUE);
        Files.writeString(inner.resolve("a"), "x " + VALUE);
        Files.createSymbolicLink(inner.resolve("link"), outside);
        assertTrue(hide(folder.resolve("out")));
        assertEquals("x [credential KEY]**********", Files.readString(inner.resolve("a")));
        assertEquals(VALUE, Files.readString(outside));
    }

    private static boolean hide(Path path) throws IOException {
        SplittableRandom random = new SplittableRandom();
        return Hiding.in(new Durable(new RealDisk(), random::nextLong), path, MASK, Hiding.LARGEST);
    }
}
