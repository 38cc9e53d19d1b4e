package dev.reeve.message;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import dev.reeve.workspace.InboxFiles;
import dev.reeve.workspace.InboxFiles.Rotated;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that an inbox consists of at a moment.
 *
 * @param rotated oldest first
 * @param live the number of {@code inbox.jsonl}, whether it is there or not: the next one after the highest that there is,
 *     so that a rotation is a rename and nothing else
 */
record Segments(InboxFiles files, List<Rotated> rotated, long live) {

    /** @param known a number that the live one had already */
    static Segments list(Disk disk, InboxFiles files, long known) throws IOException {
        List<Rotated> rotated = files.rotated(disk);
        long next = rotated.isEmpty() ? 1 : rotated.get(rotated.size() - 1).number() + 1;
        return new Segments(files, rotated, Math.max(next, known));
    }

    /** Oldest first. */
    List<Long> numbers() {
        List<Long> numbers = new ArrayList<>();
        rotated.forEach(part -> numbers.add(part.number()));
        numbers.add(live);
        return numbers;
    }

    boolean isNewest(Rotated part) {
        return part.equals(rotated.get(rotated.size() - 1));
    }

    Set<Long> all() {
        return new HashSet<>(numbers());
    }

    Path file(long number) {
        for (Rotated part : rotated) {
            if (part.number() == number) {
                return part.file();
            }
        }
        return files.live();
    }

    /**
     * How long each is now. The newest is looked at first: who wrote into it after it was looked at may have written into
     * an older one before that, and what he wrote first is found then.
     *
     * @return null if a rotated one is gone
     */
    Marks ends(Disk disk) throws IOException {
        Marks ends = Marks.NONE.with(live, size(files.live(), disk.stat(files.live())));
        for (int i = rotated.size() - 1; i >= 0; i--) {
            Path file = rotated.get(i).file();
            Stat stat = disk.stat(file);
            if (stat == null) {
                return null;
            }
            ends = ends.with(rotated.get(i).number(), size(file, stat));
        }
        return ends;
    }

    private static long size(Path file, Stat stat) throws IOException {
        if (stat != null && !stat.isFile()) {
            throw new FileSystemException(
                    file.toString(), null, "no regular file; move it away, and the next message makes a new one");
        }
        return stat == null ? 0 : stat.size();
    }
}
