package dev.reeve.supervisor;

import dev.reeve.files.Disk;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * Tells when a dropped thing has come to rest.
 *
 * <p>Nobody tells that a copy has ended: a file that has not changed for a while is taken, and that is the best that can
 * be done. A folder whose name has the form of an id was renamed into place by one who knows, and is taken at once.
 */
final class Doors {

    /** A thing that is ready to be claimed. */
    record Ready(Door door, Drop drop) {}

    private record Seen(Drop drop, long since) {}

    private final Disk disk;
    private final Listings listings;
    private final Problems problems;
    private final Map<Path, Seen> settling = new HashMap<>();

    Doors(Disk disk, Listings listings, Problems problems) {
        this.disk = disk;
        this.listings = listings;
        this.problems = problems;
    }

    /**
     * Looks at all doors.
     *
     * @param now the time of day, against which a folder's time is judged
     * @param nanos the clock for durations
     * @return what has come to rest, in the order of its names
     */
    List<Ready> look(Collection<Door> doors, Duration settle, Instant now, long nanos) {
        List<Ready> ready = new ArrayList<>();
        Set<Path> there = new HashSet<>();
        for (Door door : doors) {
            try {
                look(door, settle, now, nanos, ready, there);
                problems.clear("door " + door.name());
            } catch (IOException e) {
                problems.raise(
                        "door " + door.name(),
                        door.name(),
                        "this door can't be read, nothing is taken from it: " + Causes.words(e));
            }
        }
        // what somebody took away again would be waited for without end
        settling.keySet().retainAll(there);
        return ready;
    }

    private void look(Door door, Duration settle, Instant now, long nanos, List<Ready> ready, Set<Path> there)
            throws IOException {
        SortedSet<String> names = listings.names(door.path(), now);
        for (String name : names == null ? List.<String>of() : names) {
            if (Drop.leftAlone(name)) {
                continue;
            }
            Path path = door.path().resolve(name);
            there.add(path);
            Seen before = settling.get(path);
            if (before != null && nanos - before.since < before.drop.rest().toNanos()) {
                continue;
            }
            Drop drop = Drop.look(disk, path, settle);
            if (drop == null) {
                settling.remove(path);
                tellUnreadable(door, name);
                continue;
            }
            boolean whole = drop.stat().isFolder() && TaskId.isOne(name);
            if (!whole && (before == null || !before.drop.look().equals(drop.look()))) {
                settling.put(path, new Seen(drop, nanos));
            } else {
                ready.add(new Ready(door, drop));
            }
        }
    }

    /** It could not be taken: it is left alone for this long, and tried again. */
    void postpone(Path path, Drop drop, Duration rest, long nanos) {
        settling.put(path, new Seen(new Drop(drop.name(), drop.stat(), drop.look(), rest), nanos));
    }

    /** Java can't name a file whose name is not UTF-8, so it can neither be taken nor moved out of the way. */
    private void tellUnreadable(Door door, String name) {
        if (name.indexOf('\uFFFD') >= 0) {
            problems.raise(
                    "name " + door.path().resolve(name),
                    door.name(),
                    "the name of `" + name + "` is not UTF-8, so it can't be taken; rename it");
        }
    }

    /** It was taken, or is nothing of ours. */
    void forget(Path path) {
        settling.remove(path);
    }

    /** How long until the next thing could have come to rest; null if nothing is in a door. */
    Duration nextRest(long nanos) {
        Duration next = null;
        for (Seen seen : settling.values()) {
            Duration left = seen.drop.rest().minusNanos(nanos - seen.since);
            Duration atLeast = left.isNegative() ? Duration.ZERO : left;
            next = next == null || atLeast.compareTo(next) < 0 ? atLeast : next;
        }
        return next;
    }
}
