package dev.reeve.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.RealDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotesTest {

    @TempDir
    Path folder;

    private Path file;
    private int reads;

    private final Notes notes = new Notes(new DelegatingDisk(new RealDisk()) {
        @Override
        public byte[] read(Path path, long offset, int limit) throws IOException {
            reads++;
            return super.read(path, offset, limit);
        }
    });

    @BeforeEach
    void makeFile() throws IOException {
        file = folder.resolve("notes.jsonl");
        Files.createFile(file);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private List<String> fresh() throws IOException {
        return notes.fresh(file).stream().map(Note::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"text\":\"half way\",\"percent\":50} | half way (50%)",
                "{\"percent\":7.9} | 7%",
                "{\"text\":\"much\",\"percent\":101} | much",
                "{\"text\":\"much\",\"percent\":1e999999999} | much",
                "{\"text\":3} | {\"text\":3}",
                "just words | just words",
                "[1,2] | [1,2]",
                "{\"text\":\"two\\nlines\"} | two lines",
                "{\"text\":\"\\u001b[2J\"} | \\u001b[2J",
            })
    void whateverStandsInALineIsShown(String line, String shown) throws IOException {
        write(line + "\n");
        assertEquals(List.of(shown), fresh());
    }

    @Test
    void aLongOneIsCut() throws IOException {
        write("ä".repeat(1000) + "\n");
        assertEquals(List.of("ä".repeat(200) + "…"), fresh());
    }

    @Test
    void eachComesOnceAndNotBeforeItIsWhole() throws IOException {
        write("one\n\n  \ntw");
        assertEquals(List.of("one"), fresh());
        write("o\nthree\n");
        assertEquals(List.of("two", "three"), fresh());
        assertEquals(List.of(), fresh());
        assertEquals("three", notes.last().text());
        assertEquals(12, notes.last().at());
    }

    @Test
    void aFileThatHasNotChangedIsNotRead() throws IOException {
        write("one\n");
        fresh();
        int before = reads;
        fresh();
        assertEquals(before, reads);
    }

    @Test
    void ofMuchOnlyTheEndIsReadAndNoLineFromItsMiddle() throws IOException {
        write(("x".repeat(999) + "\n").repeat(200) + "the last\n");
        List<String> fresh = fresh();
        assertTrue(fresh.size() > 50 && fresh.size() <= 66, "so many: " + fresh.size());
        assertEquals("x".repeat(200) + "…", fresh.get(0));
        assertEquals("the last", fresh.get(fresh.size() - 1));
    }

    @Test
    void aFloodIsCutToItsNewest() throws IOException {
        for (int i = 0; i < 1000; i++) {
            write(i + "\n");
        }
        List<String> fresh = fresh();
        assertEquals(200, fresh.size());
        assertEquals("999", fresh.get(199));
    }

    @Test
    void oneThatIsWrittenOverIsReadFromItsBeginning() throws IOException {
        write("first\nsecond\n");
        fresh();
        Files.writeString(file, "third\n");
        assertEquals(List.of("third"), fresh());
    }

    @Test
    void whatIsNoFileHasNoNotes() throws IOException {
        Files.delete(file);
        assertEquals(List.of(), fresh());
        Files.createDirectory(file);
        assertEquals(List.of(), fresh());
    }
}
