package dev.reeve.retention;

import dev.reeve.files.Json;
import dev.reeve.text.Durations;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * The time at the last look, by which a clock that somebody has set years ahead is told from one that went on: by that clock
 * everything would be outdated. One that leaps is not believed until Reeve has been at work for a day under it; meanwhile a
 * person may see it.
 *
 * <pre>
 * state/retention.json
 * {"at":"2026-11-20T14:02:11Z","doubted":"3h"}
 * </pre>
 *
 * @param doubted how long Reeve has been at work since the clock leapt; null if it is believed
 */
public record Seen(Instant at, Duration doubted) {

    /** A weekend without Reeve is no leap. */
    static final Duration LEAP = Duration.ofDays(3);

    static final Duration DOUBT = Duration.ofDays(1);

    /** Before the first look. @param known when Reeve was surely at work; null if never */
    static Seen first(Instant known, Instant now) {
        return new Seen(known == null ? now : known, null);
    }

    /** @param worked how long Reeve was at work since the last look, by a clock that nobody sets */
    Seen look(Instant now, Duration worked) {
        if (Duration.between(at, now).minus(worked).compareTo(LEAP) > 0) {
            return new Seen(now, Duration.ZERO);
        }
        boolean setBack = Duration.between(now, at).compareTo(LEAP) > 0;
        if (doubted == null || setBack || doubted.plus(worked).compareTo(DOUBT) >= 0) {
            return new Seen(now, null);
        }
        return new Seen(now, doubted.plus(worked));
    }

    public boolean isBelieved() {
        return doubted == null;
    }

    /** How long it is not believed yet. */
    public Duration left() {
        return DOUBT.minus(doubted);
    }

    byte[] bytes() {
        ObjectNode node = Json.object();
        node.put("at", at.toString());
        if (doubted != null) {
            node.put("doubted", Durations.written(doubted));
        }
        return Json.file(node);
    }

    /** @return null if it can't be read */
    static Seen read(byte[] content) {
        ObjectNode node = content == null ? null : Json.parseObject(content);
        Instant at = node == null ? null : Json.instant(node, "at");
        String doubted = node == null ? null : Json.text(node, "doubted");
        return at == null ? null : new Seen(at, doubted == null ? null : Durations.parse(doubted));
    }
}
