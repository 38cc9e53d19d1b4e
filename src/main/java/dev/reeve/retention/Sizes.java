package dev.reeve.retention;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * How much each day holds. A day that nothing came to and nothing left is not looked into a second time, and of one that
 * grows only what came. It is a memory of folders, and may be forgotten at any time.
 */
final class Sizes {

    /** @param each what it is made of, while more may come; a day that is over is remembered as a whole */
    private record Known(Stat folder, long bytes, Map<String, Long> each) {}

    private final Disk disk;
    private final Map<Path, Known> known = new HashMap<>();

    Sizes(Disk disk) {
        this.disk = disk;
    }

    /** Of a day that was measured; else 0. */
    long of(Path day) {
        Known one = known.get(day);
        return one == null ? 0 : one.bytes;
    }

    /** Those that are not there any more are forgotten. */
    void keepOnly(java.util.Collection<Path> days) {
        known.keySet().retainAll(days);
    }

    Work measure(Path day, boolean grows) {
        return new OneLook(day, grows);
    }

    private static boolean isSame(Stat one, Stat other) {
        return one.sameFile(other) && one.modified().equals(other.modified());
    }

    private final class OneLook implements Work {

        private final Path day;
        private final boolean grows;
        private final Map<String, Long> each = new HashMap<>();
        private Map<String, Long> before = Map.of();
        private Stat folder;
        private Iterator<String> names;
        private String name;
        private Measuring measuring;

        OneLook(Path day, boolean grows) {
            this.day = day;
            this.grows = grows;
        }

        @Override
        public boolean step() throws IOException {
            if (names == null) {
                return begin();
            }
            if (measuring != null) {
                if (!measuring.step()) {
                    each.put(name, measuring.bytes());
                    measuring = null;
                }
                return true;
            }
            if (!names.hasNext()) {
                long sum = each.values().stream().mapToLong(Long::longValue).sum();
                known.put(day, new Known(folder, sum, grows ? each : Map.of()));
                return false;
            }
            name = names.next();
            if (before.containsKey(name)) {
                each.put(name, before.get(name));
            } else {
                measuring = new Measuring(disk, day.resolve(name));
            }
            return true;
        }

        /** @return false if it is as it was */
        private boolean begin() throws IOException {
            folder = disk.stat(day);
            if (folder == null || !folder.isFolder()) {
                known.remove(day);
                return false;
            }
            Known one = known.get(day);
            if (one != null) {
                if (isSame(one.folder, folder)) {
                    return false;
                }
                before = one.each;
            }
            try {
                names = disk.list(day).iterator();
                return true;
            } catch (NoSuchFileException e) {
                known.remove(day);
                return false;
            }
        }
    }
}
