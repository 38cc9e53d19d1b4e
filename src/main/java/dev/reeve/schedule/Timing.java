package dev.reeve.schedule;

import dev.reeve.text.Durations;
import java.time.Duration;
import java.time.ZoneId;

/**
 * When something is to be done, as it was written.
 *
 * @param cron null if {@code every} says it
 * @param zone on whose clocks
 */
public record Timing(String cron, Duration every, ZoneId zone) {

    /** The times that this means. For a cron line its library is needed, which takes a moment to load. */
    public Slots slots() {
        return cron == null ? new EverySlots(every) : new CronSlots(CronLine.of(cron), zone);
    }

    /** The same text as long as it means the same times. */
    public String text() {
        return cron == null ? "every " + Durations.written(every) : "cron " + cron + " in " + zone;
    }

    /** For people. */
    public String shown() {
        return cron == null ? "every " + Durations.written(every) : cron;
    }
}
