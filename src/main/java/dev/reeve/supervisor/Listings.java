package dev.reeve.supervisor;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names in folders, listed again only when a folder has changed: a folder's time changes with each name in it, so that
 * an idle supervisor looks at one time for each folder and lists nothing.
 *
 * <p>A time that was young when the folder was listed proves nothing, because a disk's clock ticks coarsely and the next
 * change may fall into the same tick; such a folder is listed again.
 */
final class Listings {

    /** Far longer than any disk's tick, with room for the clock of a file server. */
    private static final Duration YOUNG = Duration.ofSeconds(2);

    private record Listing(Stat stat, boolean proven, SortedSet<String> names) {}

    private final Disk disk;
    private final Map<Path, Listing> listings = new HashMap<>();

    Listings(Disk disk) {
        this.disk = disk;
    }

    /**
     * The names in a folder; the very same set as last time if nothing can have changed.
     *
     * @return null if there is no such folder
     */
    SortedSet<String> names(Path folder, Instant now) throws IOException {
        Stat stat = disk.stat(folder);
        if (stat == null || !stat.isFolder()) {
            listings.remove(folder);
            return null;
        }
        Listing before = listings.get(folder);
        if (before != null && before.proven && before.stat.equals(stat)) {
            return before.names;
        }
        SortedSet<String> names = new TreeSet<>(disk.list(folder));
        boolean proven = stat.modified().isBefore(now.minus(YOUNG));
        if (before != null && before.names.equals(names)) {
            names = before.names;
        }
        listings.put(folder, new Listing(stat, proven, names));
        return names;
    }

    /** Events were lost: nothing is taken as unchanged. */
    void forget() {
        listings.replaceAll((folder, before) -> new Listing(before.stat, false, before.names));
    }

    /** Something says that this folder changed: it is listed again next time, whatever its time says. */
    void touched(Path folder) {
        Listing before = listings.get(folder);
        if (before != null) {
            listings.put(folder, new Listing(before.stat, false, before.names));
        }
    }
}
