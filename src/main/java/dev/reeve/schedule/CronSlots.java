package dev.reeve.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * What a cron line means on the clocks of a zone, whose hands are moved twice a year in many.
 *
 * <p>A line that names hours means times of a day: one that the clocks leave out comes right after the gap, one that they
 * show twice comes the first time. A line for every hour means minutes that pass: it goes on evenly.
 */
final class CronSlots implements Slots {

    private final CronLine line;
    private final ZoneId zone;
    private final ZoneRules rules;

    CronSlots(CronLine line, ZoneId zone) {
        this.line = line;
        this.zone = zone;
        this.rules = zone.getRules();
    }

    @Override
    public Instant after(Instant time) {
        return line.everyHour() ? evenly(time) : onTheClock(time);
    }

    private Instant onTheClock(Instant time) {
        LocalDateTime local = line.after(LocalDateTime.ofInstant(time, zone));
        while (local != null) {
            Instant slot = firstMoment(local);
            if (slot.isAfter(time)) {
                return slot;
            }
            // shown the second time, or left out by the gap that has just been
            local = line.after(local);
        }
        return null;
    }

    private Instant firstMoment(LocalDateTime local) {
        ZoneOffsetTransition gap = rules.getTransition(local);
        return gap != null && gap.isGap() ? gap.getInstant() : local.toInstant(earlierOffset(local));
    }

    private ZoneOffset earlierOffset(LocalDateTime local) {
        return rules.getValidOffsets(local).get(0);
    }

    /** From one change of the clocks to the next they go evenly; right at a change they may show the very time. */
    private Instant evenly(Instant time) {
        Instant from = time;
        LocalDateTime shown = LocalDateTime.ofInstant(time, zone);
        while (true) {
            LocalDateTime local = line.after(shown);
            if (local == null) {
                return null;
            }
            Instant slot = local.toInstant(rules.getOffset(from));
            ZoneOffsetTransition change = rules.nextTransition(from);
            if (change == null || slot.isBefore(change.getInstant())) {
                return slot;
            }
            from = change.getInstant();
            shown = change.getDateTimeAfter().minusNanos(1);
        }
    }
}
