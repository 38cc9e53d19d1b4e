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

    /** After this, what could not be looked at or taken is tried again. */
    static final Duration AGAIN = Duration.ofSeconds(5);

    /** Stands in a name for what is not UTF-8. */
    static final char UNREADABLE = '\uFFFD';

    /** A thing that is ready to be claimed. */
    record Ready(Door door, Drop drop) {
        Path path() {
            return door.path().resolve(drop.name());
        }
    }

    /**
     * @param drop null if it could not be looked at, or not be taken
     * @param rest how long it is left alone from then on
     */
    private record Seen(Drop drop, Duration rest, long since) {
        Duration left(long nanos) {
            Duration left = rest.minusNanos(nanos - since);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

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
     * @param most no more are wanted; that there are more, {@link #nextRest} tells
     * @param now the time of day, against which a folder's time is judged
     * @param nanos the clock for durations
     * @return what has come to rest, in the order of its names
     */
    List<Ready> look(Collection<Door> doors, Duration settle, int most, Instant now, long nanos) {
        List<Ready> ready = new ArrayList<>();
        Set<Path> there = new HashSet<>();
        for (Door door : doors) {
            SortedSet<String> names = names(door, now);
            for (String name : names == null ? List.<String>of() : names) {
                if (Drop.leftAlone(name)) {
                    continue;
                }
                Path path = door.path().resolve(name);
                there.add(path);
                Seen before = settling.get(path);
                if (before == null || ready.size() < most && before.left(nanos).isZero()) {
                    Drop drop = look(door, path, before, settle, nanos);
                    if (drop != null && ready.size() < most) {
                        ready.add(new Ready(door, drop));
                    }
                }
            }
        }
        List.copyOf(settling.keySet()).stream()
                .filter(path -> !there.contains(path))
                .forEach(this::forget);
        return ready;
    }

    private SortedSet<String> names(Door door, Instant now) {
        String key = "door " + door.name();
        try {
            SortedSet<String> names = listings.names(door.path(), now);
            problems.clear(key);
            return names;
        } catch (IOException e) {
            problems.raise(key, door.name(), "this door can't be read, nothing is taken from it: " + Causes.words(e));
            return null;
        }
    }

    /** @return null if it has not come to rest */
    private Drop look(Door door, Path path, Seen before, Duration settle, long nanos) {
        Drop drop;
        try {
            drop = Drop.look(disk, path, settle);
        } catch (IOException e) {
            later(door, path, Causes.words(e), nanos);
            return null;
        }
        String name = path.getFileName().toString();
        if (drop == null && name.indexOf(UNREADABLE) >= 0) {
            later(door, path, "its name is not UTF-8; rename it (`ls -b` shows the name as it is)", nanos);
        } else if (drop == null) {
            forget(path);
        } else if (drop.stat().isFolder() && TaskId.isOne(name)) {
            settling.put(path, new Seen(drop, Duration.ZERO, nanos));
            return drop;
        } else if (before == null || before.drop == null || !before.drop.look().equals(drop.look())) {
            settling.put(path, new Seen(drop, drop.rest(), nanos));
        } else {
            return drop;
        }
        return null;
    }

    /** It can't be taken for now: it is left alone for a while, and the others go on. */
    void later(Door door, Path path, String reason, long nanos) {
        settling.put(path, new Seen(null, AGAIN, nanos));
        problems.raise(
                key(path),
                door.name() + "/" + path.getFileName(),
                "it could not be taken yet, and is tried again: " + reason);
    }

    /** It was taken, or is gone. */
    void forget(Path path) {
        settling.remove(path);
        problems.clear(key(path));
    }

    private static String key(Path path) {
        return "drop " + path;
    }

    /** How long until the next thing could have come to rest; null if nothing is in a door. */
    Duration nextRest(long nanos) {
        return settling.values().stream()
                .map(seen -> seen.left(nanos))
                .min(Duration::compareTo)
                .orElse(null);
    }

    /** True if something is on its way in. What can't be taken is not. */
    boolean settling() {
        return settling.values().stream().anyMatch(seen -> seen.drop != null);
    }
}
