package dev.reeve.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.sim.Crash;
import dev.reeve.sim.SimDisk;
import dev.reeve.sim.SteppedDisk;
import dev.reeve.sim.Survival;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The composites, cut off at each of their steps: a process that dies, and a power cut of every kind. */
class DurableCrashTest {

    private static final Path A = Path.of("/a");
    private static final Path B = Path.of("/b");
    private static final Path FILE = Path.of("/a/file");

    @FunctionalInterface
    private interface Composite {
        void run(Durable durable) throws IOException;
    }

    @FunctionalInterface
    private interface Look {
        String at(Disk disk) throws IOException;
    }

    /** A disk with a forced file {@code /a/file} that says "old", and an empty folder {@code /b}. */
    private static SimDisk disk() throws IOException {
        SimDisk disk = new SimDisk(() -> Instant.EPOCH);
        Durable durable = new Durable(disk, new AtomicLong()::decrementAndGet);
        disk.makeFolder(A);
        disk.makeFolder(B);
        durable.replace(FILE, bytes("old"));
        disk.forceFolder(Path.of("/"));
        return disk;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Disk disk, Path file) throws IOException {
        return disk.stat(file) == null ? "none" : new String(disk.read(file, 0, 1000), StandardCharsets.UTF_8);
    }

    /** Everything that can be found after a crash at any step, in any world. */
    private static Set<String> found(Composite composite, Look look) throws IOException {
        Set<String> found = new HashSet<>();
        int step = 1;
        while (crashedAt(step, composite, look, found)) {
            step++;
        }
        return found;
    }

    private static boolean crashedAt(int step, Composite composite, Look look, Set<String> found) throws IOException {
        SimDisk disk = disk();
        int[] steps = {0};
        SteppedDisk stepped = new SteppedDisk(disk, (what, part) -> {
            if (++steps[0] == step) {
                if (part != null) {
                    part.take(disk);
                }
                throw new Crash(what);
            }
        });
        boolean crashed = false;
        try {
            composite.run(new Durable(stepped, new AtomicLong()::incrementAndGet));
        } catch (Crash e) {
            crashed = true;
            found.add(look.at(disk));
        }
        for (Survival survival : List.of(Survival.ALL, Survival.NOTHING, Survival.some(step), Survival.some(-step))) {
            String left = look.at(disk.afterPowerCut(survival, () -> Instant.EPOCH));
            if (crashed) {
                found.add(left);
            } else {
                assertEquals(look.at(disk), left, "it had ended, and does not last");
            }
        }
        return crashed;
    }

    @Test
    void aReplacedFileIsOldOrNew() throws IOException {
        assertEquals(
                Set.of("old", "new"), found(durable -> durable.replace(FILE, bytes("new")), disk -> text(disk, FILE)));
    }

    @Test
    void aFileReplacedByWayOfAnotherFolderLeavesNothingBesideIt() throws IOException {
        assertEquals(
                Set.of("old [file]", "new [file]"),
                found(
                        durable -> durable.replaceBy(B, FILE, bytes("new")),
                        disk -> text(disk, FILE) + " " + disk.list(A)));
    }

    @Test
    void aLinkedFileIsNotThereOrWhole() throws IOException {
        Path name = B.resolve("name");
        assertEquals(
                Set.of("none", "whole"),
                found(durable -> durable.linkWhole(name, bytes("whole")), disk -> text(disk, name)));
    }

    @Test
    void whatIsMovedIsInOneOfTwoPlaces() throws IOException {
        Path moved = B.resolve("moved");
        assertEquals(
                Set.of("old none", "none old"),
                found(durable -> durable.move(FILE, moved), disk -> text(disk, FILE) + " " + text(disk, moved)));
    }

    @Test
    void aCopiedFileIsNotThereOrWhole() throws IOException {
        Path copy = B.resolve("copy");
        assertEquals(
                Set.of("none old", "old old"),
                found(durable -> durable.copyFile(FILE, copy), disk -> text(disk, copy) + " " + text(disk, FILE)));
    }

    @Test
    void aCopiedTreeHasNoHalfFile() throws IOException {
        Path copy = B.resolve("copy");
        Set<String> found = found(
                durable -> durable.copyTree(A, copy),
                disk -> text(disk, copy.resolve("file").normalize()));
        assertTrue(Set.of("none", "old").containsAll(found), found::toString);
    }

    @Test
    void aFolderThatIsEnsuredLasts() throws IOException {
        Path folder = B.resolve("folder");
        assertEquals(
                Set.of("false", "true"),
                found(durable -> durable.ensureFolder(folder), disk -> Boolean.toString(disk.stat(folder) != null)));
    }

    @Test
    void whatOthersWroteLastsOnceItsTreeIsForced() throws IOException {
        Path late = B.resolve("late");
        found(
                durable -> {
                    durable.disk().create(late, bytes("late"));
                    durable.forceTree(B);
                },
                disk -> text(disk, late));
    }
}
