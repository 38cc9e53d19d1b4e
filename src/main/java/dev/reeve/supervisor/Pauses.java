package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Providers that asked to be left alone for a while, by a rate limit or because they are overloaded. All agents that ask
 * them wait together.
 *
 * <pre>
 * state/pauses.json
 * {"anthropic":{"until":"2026-11-20T14:03:00Z","seconds":60}}
 * </pre>
 *
 * One that gave no time is left alone for a minute, and twice as long whenever it says so again afterwards. The next
 * success forgets it.
 */
final class Pauses {

    private static final Duration FIRST = Duration.ofSeconds(60);
    private static final Duration LONGEST_GUESS = Duration.ofMinutes(15);

    /** Whoever wants to be left alone for longer is asked again after this. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private record Pause(Instant until, Duration length) {}

    private final Map<String, Pause> pauses = new TreeMap<>();

    static Pauses read(Durable durable, Path file) throws IOException {
        Pauses read = new Pauses();
        byte[] content = durable.readIfThere(file, 1 << 20);
        ObjectNode all = content == null ? null : Json.parseObject(content);
        if (all != null) {
            all.properties().forEach(entry -> {
                Instant until = Json.instant(entry.getValue(), "until");
                Long seconds = Json.whole(entry.getValue(), "seconds");
                if (until != null) {
                    boolean sound = seconds != null && seconds > 0 && seconds <= LONGEST.toSeconds();
                    read.pauses.put(entry.getKey(), new Pause(until, sound ? Duration.ofSeconds(seconds) : FIRST));
                }
            });
        }
        return read;
    }

    /** Until when nobody asks it; null if it may be asked. A clock set back makes no pause longer than it was. */
    Instant until(String provider, Instant now) {
        Pause pause = pauses.get(provider);
        boolean over = pause == null
                || !now.isBefore(pause.until)
                || now.plus(pause.length).isBefore(pause.until);
        return over ? null : pause.until;
    }

    /**
     * An attempt was told to leave it alone.
     *
     * @param asked for how long; zero if no time was given
     * @param began when the attempt began: one that was at work already tells nothing new
     */
    void told(String provider, Duration asked, Instant began, Instant now) {
        Pause before = pauses.get(provider);
        boolean again = before != null && began.isBefore(before.until);
        Duration length = asked.isZero() || asked.isNegative() ? guess(before, again) : shorter(asked, LONGEST);
        Instant until = now.plus(length);
        pauses.put(provider, again && before.until.isAfter(until) ? before : new Pause(until, length));
    }

    private static Duration guess(Pause before, boolean again) {
        if (before == null || again) {
            return before == null ? FIRST : before.length;
        }
        return shorter(before.length.multipliedBy(2), LONGEST_GUESS);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** It has answered. @return true if that has to be written */
    boolean answered(String provider) {
        return pauses.remove(provider) != null;
    }

    void write(Durable durable, Path file) throws IOException {
        ObjectNode all = Json.object();
        pauses.forEach((provider, pause) -> {
            ObjectNode node = all.putObject(provider);
            node.put("until", pause.until.toString());
            node.put("seconds", Math.max(1, pause.length.toSeconds()));
        });
        durable.replace(file, Json.file(all));
    }
}
