package dev.reeve.retention;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What goes next: a plain function of what there is, what is to be kept, and the time. */
final class Outdated {

    /** Where a day ends last. So that a day is over does not depend on a zone, which somebody may change. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    /**
     * A folder of a day, or a file of one.
     *
     * @param date when it ended; of a file of a month, its last day
     * @param bytes all that it holds; 0 where nobody asks
     */
    record Day(String name, String date, long bytes) {

        Day(String date, long bytes) {
            this(date, date, bytes);
        }
    }

    /**
     * What goes of a day, its oldest first.
     *
     * @param most enough is gone when so many bytes are; null: all of it goes, for its age
     */
    record Part(String name, Long most) {}

    private Outdated() {}

    /**
     * @param tried the names of those of which went what could
     * @return null if nothing goes any more
     */
    static Part next(Keep keep, List<Day> days, Set<String> tried, Instant now) {
        Day oldest = days.stream()
                .filter(day -> !tried.contains(day.name()) && isOver(day.date(), Keep.LEAST, now))
                .min(Comparator.comparing(Day::date).thenComparing(Day::name))
                .orElse(null);
        if (oldest == null) {
            return null;
        }
        if (keep.age() != null && isOver(oldest.date(), keep.age(), now)) {
            return new Part(oldest.name(), null);
        }
        long excess = excess(keep, days);
        return excess > 0 ? new Part(oldest.name(), excess) : null;
    }

    /** So many bytes there are more than there are to be. */
    static long excess(Keep keep, List<Day> days) {
        return keep.size() == null
                ? 0
                : Math.max(0, days.stream().mapToLong(Day::bytes).sum() - keep.size());
    }

    /** True if it has been over everywhere for so long. */
    static boolean isOver(String date, Duration since, Instant now) {
        Instant end = end(date);
        return end != null && !end.plus(since).isAfter(now);
    }

    /** The end of the newest of these days that is over; null if none is. */
    static Instant newestEnd(List<String> dates, Instant now) {
        return dates.stream()
                .filter(date -> isOver(date, Duration.ZERO, now))
                .map(Outdated::end)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Null of what has the form of a date, and is none. */
    private static Instant end(String date) {
        try {
            return LocalDate.parse(date).plusDays(1).atStartOfDay().toInstant(LAST);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
