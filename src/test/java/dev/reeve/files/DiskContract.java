package dev.reeve.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Disk.HeldLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What every disk does and refuses. Where the simulated one and the machine's differ, the simulated one is wrong. */
abstract class DiskContract {

    Disk disk;
    Path root;
    private Path file;
    private Path other;
    private Path folder;
    private Path missing;

    abstract Disk disk();

    /** An empty folder on that disk. */
    abstract Path root() throws IOException;

    @BeforeEach
    void prepare() throws IOException {
        disk = disk();
        root = root();
        file = root.resolve("file");
        other = root.resolve("other");
        folder = root.resolve("folder");
        missing = root.resolve("missing");
        disk.create(file, bytes("one"));
        disk.makeFolder(folder);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String text(Path path) throws IOException {
        return new String(disk.read(path, 0, 1000), StandardCharsets.UTF_8);
    }

    /** Refused with neither of the two exceptions that mean something. */
    private static void refused(Executable step) {
        IOException e = assertThrows(IOException.class, step);
        assertFalse(e instanceof NoSuchFileException || e instanceof FileAlreadyExistsException, e::toString);
    }

    private static void missing(Executable step) {
        assertThrows(NoSuchFileException.class, step);
    }

    private static void taken(Executable step) {
        assertThrows(FileAlreadyExistsException.class, step);
    }

    @Test
    void listsNamesOfAFolderOnly() throws IOException {
        disk.create(folder.resolve("inside"), bytes("two"));
        disk.symlink(root.resolve("link"), "folder");

        assertEquals(Set.of("file", "folder", "link"), Set.copyOf(disk.list(root)));
        assertEquals(List.of("inside"), disk.list(folder));
        missing(() -> disk.list(missing));
        refused(() -> disk.list(file));
        refused(() -> disk.list(root.resolve("link")));
    }

    @Test
    void tellsWhatStandsAtAPath() throws IOException {
        disk.symlink(root.resolve("link"), "file");

        assertTrue(disk.stat(file).isFile());
        assertEquals(3, disk.stat(file).size());
        assertTrue(disk.stat(folder).isFolder());
        assertEquals(Stat.Kind.LINK, disk.stat(root.resolve("link")).kind());
        assertNull(disk.stat(missing));
        assertNull(disk.stat(file.resolve("beneath")));
        assertFalse(disk.stat(file).sameFile(disk.stat(folder)));
    }

    @Test
    void readsAPartOfAFile() throws IOException {
        assertArrayEquals(bytes("ne"), disk.read(file, 1, 100));
        assertArrayEquals(bytes("o"), disk.read(file, 0, 1));
        assertArrayEquals(new byte[0], disk.read(file, 9, 10));
        missing(() -> disk.read(missing, 0, 1));
        refused(() -> disk.read(folder, 0, 1));
        refused(() -> disk.read(file.resolve("beneath"), 0, 1));
    }

    @Test
    void createsOnlyWhatWasNotThere() throws IOException {
        disk.symlink(root.resolve("dangling"), "nothing");

        taken(() -> disk.create(file, bytes("two")));
        taken(() -> disk.create(folder, bytes("two")));
        taken(() -> disk.create(root.resolve("dangling"), bytes("two")));
        missing(() -> disk.create(missing.resolve("file"), bytes("two")));
        refused(() -> disk.create(file.resolve("beneath"), bytes("two")));
        refused(() -> disk.create(root.resolve("x".repeat(256)), bytes("two")));
        assertEquals("one", text(file));
    }

    @Test
    void appendsAndMakesTheFile() throws IOException {
        disk.append(file, bytes(" two"));
        disk.append(other, bytes("new"));

        assertEquals("one two", text(file));
        assertEquals("new", text(other));
        refused(() -> disk.append(folder, bytes("two")));
        missing(() -> disk.append(missing.resolve("file"), bytes("two")));
        refused(() -> disk.append(file.resolve("beneath"), bytes("two")));
    }

    @Test
    void followsNoLinkAtTheEndOfAPath() throws IOException {
        Path link = root.resolve("link");
        disk.symlink(link, "file");

        refused(() -> disk.read(link, 0, 1));
        refused(() -> disk.append(link, bytes("two")));
        refused(() -> disk.forceFile(link));
        disk.rename(link, other);
        assertEquals(Stat.Kind.LINK, disk.stat(other).kind());
        disk.remove(other);
        assertEquals("one", text(file));
    }

    @Test
    void followsLinksOnTheWay() throws IOException {
        disk.symlink(root.resolve("link"), "folder");
        disk.create(root.resolve("link").resolve("inside"), bytes("two"));

        assertEquals("two", text(folder.resolve("inside")));
    }

    @Test
    void renamesAndKeepsTheIdentity() throws IOException {
        Stat before = disk.stat(file);
        disk.rename(file, folder.resolve("moved"));

        assertNull(disk.stat(file));
        assertTrue(disk.stat(folder.resolve("moved")).sameFile(before));
        missing(() -> disk.rename(missing, other));
        missing(() -> disk.rename(folder, missing.resolve("folder")));
    }

    @Test
    void aRenameTakesThePlaceOfAFile() throws IOException {
        disk.create(other, bytes("two"));
        disk.rename(other, file);

        assertEquals("two", text(file));
        assertNull(disk.stat(other));
    }

    @Test
    void aRenameOntoTheSameFileChangesNothing() throws IOException {
        disk.link(file, other);
        disk.rename(file, other);
        disk.rename(file, file);

        assertEquals("one", text(file));
        assertEquals("one", text(other));
    }

    @Test
    void aFolderTakesThePlaceOfAnEmptyFolderAlone() throws IOException {
        Path full = root.resolve("full");
        disk.makeFolder(full);
        disk.create(full.resolve("inside"), bytes("two"));

        refused(() -> disk.rename(folder, full));
        refused(() -> disk.rename(folder, file));
        refused(() -> disk.rename(file, folder));
        refused(() -> disk.rename(file, full));
        refused(() -> disk.rename(full, full.resolve("itself")));
        refused(() -> disk.rename(full.resolve("inside"), full));
        disk.rename(full, folder);
        assertEquals("two", text(folder.resolve("inside")));
        assertNull(disk.stat(full));
    }

    @Test
    void linksASecondName() throws IOException {
        disk.link(file, other);
        disk.append(other, bytes(" two"));

        assertEquals("one two", text(file));
        assertTrue(disk.stat(file).sameFile(disk.stat(other)));
        taken(() -> disk.link(file, other));
        missing(() -> disk.link(missing, root.resolve("third")));
        refused(() -> disk.link(folder, root.resolve("third")));
        disk.remove(file);
        assertEquals("one two", text(other));
    }

    @Test
    void makesSymbolicLinksAsWritten() throws IOException {
        disk.symlink(other, "../anywhere");

        assertEquals(Stat.Kind.LINK, disk.stat(other).kind());
        taken(() -> disk.symlink(other, "again"));
        taken(() -> disk.symlink(folder, "again"));
        missing(() -> disk.symlink(missing.resolve("link"), "target"));
    }

    @Test
    void makesOneFolder() {
        taken(() -> disk.makeFolder(folder));
        taken(() -> disk.makeFolder(file));
        missing(() -> disk.makeFolder(missing.resolve("deeper")));
        refused(() -> disk.makeFolder(file.resolve("beneath")));
    }

    @Test
    void removesFilesAndEmptyFolders() throws IOException {
        disk.create(folder.resolve("inside"), bytes("two"));

        assertThrows(DirectoryNotEmptyException.class, () -> disk.remove(folder));
        missing(() -> disk.remove(missing));
        refused(() -> disk.remove(file.resolve("beneath")));
        disk.remove(folder.resolve("inside"));
        disk.remove(folder);
        disk.remove(file);
        assertEquals(List.of(), disk.list(root));
    }

    @Test
    void forcesWhatIsThere() throws IOException {
        disk.forceFile(file);
        disk.forceFolder(folder);

        missing(() -> disk.forceFile(missing));
        missing(() -> disk.forceFolder(missing));
    }

    @Test
    void aLockIsHeldOnce() throws IOException {
        Path name = root.resolve("lock");
        HeldLock held = disk.lock(name);

        assertNotNull(held);
        assertTrue(held.stillNamed());
        assertNull(disk.lock(name));
        disk.remove(name);
        assertFalse(held.stillNamed());
        disk.create(name, new byte[0]);
        assertFalse(held.stillNamed());
        held.close();
    }

    @Test
    void aLockThatWasGivenBackCanBeTaken() throws IOException {
        disk.lock(other).close();
        HeldLock again = disk.lock(other);

        assertNotNull(again);
        again.close();
        refused(() -> disk.lock(folder));
    }
}
