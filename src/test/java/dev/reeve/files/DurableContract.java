package dev.reeve.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the composites do when nothing goes wrong, on any disk. */
abstract class DurableContract {

    private Disk disk;
    private Durable durable;
    private Path root;
    private Path file;

    abstract Disk disk();

    /** An empty folder on that disk. */
    abstract Path root() throws IOException;

    @BeforeEach
    void prepare() throws IOException {
        disk = disk();
        durable = new Durable(disk, new AtomicLong()::incrementAndGet);
        root = root();
        file = root.resolve("file");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String text(Path path) throws IOException {
        return new String(disk.read(path, 0, 1000), StandardCharsets.UTF_8);
    }

    @Test
    void replacesAndLeavesNothingBeside() throws IOException {
        durable.replace(file, bytes("old"));
        durable.replace(file, bytes("new"));
        durable.replaceUnforced(file, bytes("newer"));

        assertEquals("newer", text(file));
        assertEquals(List.of("file"), disk.list(root));
    }

    @Test
    void aReplacementThatCanNotBePutLeavesNothingBeside() throws IOException {
        disk.makeFolder(file);

        assertThrows(IOException.class, () -> durable.replace(file, bytes("new")));
        assertEquals(List.of("file"), disk.list(root));
    }

    @Test
    void onlyOneLinksItsContent() throws IOException {
        assertTrue(durable.linkWhole(file, bytes("first")));
        assertFalse(durable.linkWhole(file, bytes("second")));

        assertEquals("first", text(file));
        assertEquals(List.of("file"), disk.list(root));
    }

    @Test
    void movesOverNothing() throws IOException {
        Path folder = root.resolve("folder");
        disk.makeFolder(folder);
        disk.makeFolder(root.resolve("empty"));
        disk.create(file, bytes("content"));

        durable.move(file, folder.resolve("file"));
        assertEquals("content", text(folder.resolve("file")));
        assertThrows(FileAlreadyExistsException.class, () -> durable.move(folder, root.resolve("empty")));
    }

    @Test
    void copiesAndRemovesTrees() throws IOException {
        Path from = root.resolve("from");
        Path to = root.resolve("to");
        disk.makeFolder(from);
        disk.makeFolder(from.resolve("deep"));
        disk.create(from.resolve("deep").resolve("file"), bytes("content"));
        disk.symlink(from.resolve("link"), "deep");

        durable.copyTree(from, to);
        assertEquals("content", text(to.resolve("deep").resolve("file")));
        assertNull(disk.stat(to.resolve("link")));
        durable.removeTree(from);
        durable.removeTree(from);
        assertEquals(List.of("to"), disk.list(root));
    }

    @Test
    void aLargeFileIsCopiedWhole() throws IOException {
        byte[] large = new byte[(2 << 20) + 7];
        large[large.length - 1] = 1;
        disk.create(file, large);
        durable.copyFile(file, root.resolve("copy"));

        assertEquals(large.length, disk.stat(root.resolve("copy")).size());
        assertEquals(1, disk.read(root.resolve("copy"), large.length - 1L, 1)[0]);
    }
}
