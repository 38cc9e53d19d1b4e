package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.reeve.files.RealDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is listed again when it may have changed, and only then. */
class ListingsTest {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final Listings listings = new Listings(new RealDisk());

    /** A change that the folder's time does not show, as on a disk that ticks coarsely. */
    private void addUnseen(String name) throws IOException {
        FileTime before = Files.getLastModifiedTime(folder);
        Files.createFile(folder.resolve(name));
        Files.setLastModifiedTime(folder, before);
    }

    @Test
    void anOldFolderIsNotListedAgain() throws IOException {
        Files.createFile(folder.resolve("a"));
        SortedSet<String> names = listings.names(folder, LATER);
        assertSame(names, listings.names(folder, LATER));
        Files.createFile(folder.resolve("b"));
        assertEquals(Set.of("a", "b"), listings.names(folder, LATER));
        assertNotSame(names, listings.names(folder, LATER));
    }

    @Test
    void aYoungTimeProvesNothing() throws IOException {
        Instant now = Files.getLastModifiedTime(folder).toInstant();
        listings.names(folder, now);
        addUnseen("a");
        assertEquals(Set.of("a"), listings.names(folder, now));
    }

    @Test
    void aHintOrALossOfHintsIsReasonEnough() throws IOException {
        listings.names(folder, LATER);
        addUnseen("a");
        listings.touched(folder);
        assertEquals(Set.of("a"), listings.names(folder, LATER));
        addUnseen("b");
        listings.forget();
        assertEquals(Set.of("a", "b"), listings.names(folder, LATER));
    }

    @Test
    void namesThatStayedTheSameAreTheSameSet() throws IOException {
        SortedSet<String> names = listings.names(folder, LATER);
        listings.touched(folder);
        assertSame(names, listings.names(folder, LATER));
    }

    @Test
    void whatIsNoFolderHasNoNames() throws IOException {
        assertNull(listings.names(folder.resolve("missing"), LATER));
        assertNull(listings.names(Files.createFile(folder.resolve("file")), LATER));
        assertNull(listings.names(Files.createSymbolicLink(folder.resolve("link"), folder), LATER));
    }
}
