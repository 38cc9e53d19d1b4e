package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.message.Addressee;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Starts per time: of a group with {@code per_hour}, of the workspace with {@code spawns_per_minute}, and of each inbox by
 * its messages with {@code wakes_per_hour}.
 *
 * <pre>
 * state/rates.json
 * {"workspace":["2026-11-20T14:02:11Z"], "group upload":["2026-11-20T13:40:00Z", …]}
 * </pre>
 *
 * Written before the start that it allows: a crash then wastes a start and never gives one too many. A clock set back
 * keeps the starts that seem to be still to come, for as long as their window.
 */
final class Rates {

    private static final String WORKSPACE = "workspace";

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Map<String, Deque<Instant>> starts = new TreeMap<>();

    static Rates read(Durable durable, Path file) throws IOException {
        Rates rates = new Rates();
        byte[] content = durable.readIfThere(file, 8 << 20);
        ObjectNode all = content == null ? null : Json.parseObject(content);
        if (all != null) {
            all.properties().forEach(entry -> {
                Deque<Instant> times = new ArrayDeque<>();
                if (entry.getValue() instanceof ArrayNode array) {
                    array.forEach(time -> addParsed(times, time));
                }
                rates.starts.put(entry.getKey(), times);
            });
        }
        return rates;
    }

    /** What was mended by hand to something else is no time: one start less is counted. */
    private static void addParsed(Deque<Instant> times, JsonNode value) {
        Instant time = Json.instant(value);
        if (time != null) {
            times.add(time);
        }
    }

    /** One that may be changed without changing this. */
    Rates copy() {
        Rates copy = new Rates();
        starts.forEach((name, times) -> copy.starts.put(name, new ArrayDeque<>(times)));
        return copy;
    }

    /** When a start in this lane is allowed by all windows; null if it is allowed now. */
    Instant blockedUntil(Lane lane, Team team, Instant now) {
        Instant until = null;
        for (Window window : windows(lane, team)) {
            Instant free = window.freeAt(starts.getOrDefault(window.name, new ArrayDeque<>()), now);
            if (free != null && (until == null || free.isAfter(until))) {
                until = free;
            }
        }
        return until;
    }

    /** Which window keeps it, in words. */
    String words(Lane lane, Team team, Instant now) {
        List<String> words = new ArrayList<>();
        for (Window window : windows(lane, team)) {
            Deque<Instant> times = starts.getOrDefault(window.name, new ArrayDeque<>());
            if (window.freeAt(times, now) != null) {
                words.add(window.name + ": " + window.width + " of " + window.width + " starts in "
                        + (window.length.toHours() > 0 ? "an hour" : "a minute") + " used");
            }
        }
        return String.join("; ", words);
    }

    /**
     * Counts a start.
     *
     * @return true if any window counts it, so that it has to be written
     */
    boolean started(Lane lane, Team team, Instant now) {
        List<Window> windows = windows(lane, team);
        for (Window window : windows) {
            count(window, now);
        }
        return !windows.isEmpty();
    }

    /** @param most 0: unlimited */
    boolean mayWake(Addressee whose, int most, Instant now) {
        return most == 0
                || wakes(whose, most).freeAt(starts.getOrDefault("wake " + whose, new ArrayDeque<>()), now) == null;
    }

    /** Counts that messages wake somebody. @return true if it has to be written */
    boolean woken(Addressee whose, int most, Instant now) {
        if (most > 0) {
            count(wakes(whose, most), now);
        }
        return most > 0;
    }

    /** The last wake was none. */
    void notWoken(Addressee whose) {
        starts.get(wakes(whose, 1).name()).removeLast();
    }

    private static Window wakes(Addressee whose, int most) {
        return new Window("wake " + whose, most, LONGEST);
    }

    private void count(Window window, Instant now) {
        Deque<Instant> times = starts.computeIfAbsent(window.name, any -> new ArrayDeque<>());
        times.removeIf(time -> !time.plus(window.length).isAfter(now));
        times.add(now);
        // there may be thousands of sessions, and few that were woken lately
        starts.values()
                .removeIf(
                        all -> all.stream().noneMatch(time -> time.plus(LONGEST).isAfter(now)));
    }

    void write(Durable durable, Path file) throws IOException {
        ObjectNode all = Json.object();
        starts.forEach((name, times) -> {
            ArrayNode array = all.putArray(name);
            times.forEach(time -> array.add(time.toString()));
        });
        durable.replace(file, Json.file(all));
    }

    private static List<Window> windows(Lane lane, Team team) {
        List<Window> windows = new ArrayList<>();
        int spawns = team.limits().spawnsPerMinute();
        if (spawns > 0) {
            windows.add(new Window(WORKSPACE, spawns, Duration.ofMinutes(1)));
        }
        var group = lane.group() == null ? null : team.settings().groups().get(lane.group());
        if (group != null && group.perHour() > 0) {
            windows.add(new Window("group " + lane.group(), group.perHour(), LONGEST));
        }
        return windows;
    }

    private record Window(String name, int width, Duration length) {

        Instant freeAt(Deque<Instant> times, Instant now) {
            List<Instant> counted = times.stream()
                    .map(time -> time.isAfter(now) ? now : time)
                    .filter(time -> time.plus(length).isAfter(now))
                    .sorted()
                    .toList();
            return counted.size() < width
                    ? null
                    : counted.get(counted.size() - width).plus(length);
        }
    }
}
