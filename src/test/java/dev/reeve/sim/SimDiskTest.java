package dev.reeve.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a power cut leaves. What is refused without one is told by the contract of every disk. */
class SimDiskTest {

    private static final Path A = Path.of("/a");
    private static final Path B = Path.of("/b");
    private static final Path FILE = Path.of("/a/file");
    private static final Path MOVED = Path.of("/b/moved");

    private final SimDisk disk = new SimDisk(() -> Instant.EPOCH);

    private SimDisk cut(Survival survival) {
        return disk.afterPowerCut(survival, () -> Instant.EPOCH);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void twoFoldersAndAFile() throws IOException {
        disk.makeFolder(A);
        disk.makeFolder(B);
        disk.create(FILE, bytes("content"));
        disk.forceFile(FILE);
        disk.forceFolder(A);
        disk.forceFolder(Path.of("/"));
    }

    @Test
    void whatWasForcedIsThere() throws IOException {
        twoFoldersAndAFile();

        assertEquals("content", new String(cut(Survival.NOTHING).read(FILE, 0, 100), StandardCharsets.UTF_8));
    }

    @Test
    void aNameWithoutItsDataIsAnEmptyFile() throws IOException {
        disk.create(Path.of("/file"), bytes("content"));
        disk.forceFolder(Path.of("/"));

        assertEquals(0, cut(Survival.NOTHING).stat(Path.of("/file")).size());
        assertEquals(7, cut(Survival.ALL).stat(Path.of("/file")).size());
    }

    @Test
    void dataWithoutItsNameIsGone() throws IOException {
        disk.create(Path.of("/file"), bytes("content"));
        disk.forceFile(Path.of("/file"));

        assertNull(cut(Survival.NOTHING).stat(Path.of("/file")));
    }

    @Test
    void aRenameIsUnderOneNameWhicheverFolderWasForced() throws IOException {
        twoFoldersAndAFile();
        disk.rename(FILE, MOVED);
        assertNotNull(cut(Survival.NOTHING).stat(FILE));
        assertNull(cut(Survival.NOTHING).stat(MOVED));

        disk.forceFolder(A);
        assertNull(cut(Survival.NOTHING).stat(FILE));
        assertNotNull(cut(Survival.NOTHING).stat(MOVED));
    }

    @Test
    void aTornAppendIsABeginning() throws IOException {
        twoFoldersAndAFile();
        disk.append(FILE, bytes(", and more"));
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            seen.add(new String(cut(Survival.some(seed)).read(FILE, 0, 100), StandardCharsets.UTF_8));
        }

        assertEquals(true, seen.stream().allMatch("content, and more"::startsWith), seen::toString);
        assertEquals(true, seen.stream().allMatch(text -> text.startsWith("content")), seen::toString);
        assertEquals(true, seen.size() > 3, seen::toString);
    }

    @Test
    void aThingIsNeverLostOnItsWayIntoANewFolder() throws IOException {
        twoFoldersAndAFile();
        Path deep = Path.of("/b/new");
        disk.makeFolder(deep);
        disk.rename(FILE, deep.resolve("moved"));
        disk.rename(deep.resolve("moved"), MOVED);
        disk.remove(deep);
        for (long seed = 0; seed < 200; seed++) {
            SimDisk left = cut(Survival.some(seed));
            long places = List.of(FILE, MOVED, deep.resolve("moved")).stream()
                    .filter(path -> isThere(left, path))
                    .count();
            assertEquals(1, places, "seed " + seed);
        }
    }

    private static boolean isThere(SimDisk disk, Path path) {
        try {
            return disk.stat(path) != null;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aPowerCutLeavesTheDiskItselfAlone() throws IOException {
        disk.create(Path.of("/file"), bytes("content"));
        cut(Survival.NOTHING).create(Path.of("/other"), bytes("x"));

        assertEquals(List.of("file"), disk.list(Path.of("/")));
    }
}
