package dev.reeve.confine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Durable;
import dev.reeve.files.RealDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CuttingTest {

    @TempDir
    private Path folder;

    @Test
    void theFirstAndTheLastLinesAreKeptWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            text.append("line ").append(i).append(" ä\n");
        }
        List<String> kept = cut(text.toString()).lines().toList();
        int gap = kept.indexOf("");
        assertEquals("line 0 ä", kept.get(0));
        assertEquals("line 4999 ä", kept.get(kept.size() - 1));
        assertTrue(
                kept.get(gap + 1)
                        .matches(
                                "\\[\\d+ bytes are missing here: `resources: \\{output: 4KB\\}` keeps the beginning and"
                                        + " the end\\]"),
                kept.get(gap + 1));
        assertTrue(kept.stream().filter(line -> line.startsWith("line ")).allMatch(line -> line.endsWith(" ä")));
        long missing = Long.parseLong(kept.get(gap + 1).replaceAll("^.(\\d+) .*", "$1"));
        long shown = String.join("\n", kept).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        assertTrue(missing > 40_000 && shown <= 4096, missing + " of it, " + shown);
    }

    @Test
    void oneLongLineIsCutBetweenTwoLetters() throws IOException {
        String kept = cut("ä".repeat(50_000));
        assertTrue(kept.startsWith("ää") && kept.endsWith("ää"), kept);
        assertTrue(kept.indexOf('\ufffd') < 0, kept);
    }

    @Test
    void whatIsShortEnoughStaysAndWhatWasCutIsShortEnough() throws IOException {
        assertEquals("x".repeat(4096), cut("x".repeat(4096)));
        String once = cut("word\n".repeat(5000));
        assertEquals(once, cut(once));
    }

    private String cut(String text) throws IOException {
        SplittableRandom random = new SplittableRandom();
        Path file = Files.writeString(folder.resolve("log"), text);
        Cutting.cut(new Durable(new RealDisk(), random::nextLong), file, 4096);
        return Files.readString(file);
    }
}
