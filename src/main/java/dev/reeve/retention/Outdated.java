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

    /** @param bytes all that the day holds; 0 where nobody asks */
    record Day(String date, long bytes) {}

    /**
     * What goes of a day, its oldest first.
     *
     * @param most enough is gone when so many bytes are; null: all of it goes, for its age
     */
    record Part(String date, Long most) {}

    private Outdated() {}

    /**
     * @param tried days of which went what could
     * @return null if nothing goes any more
     */
    static Part next(Keep keep, List<Day> days, Set<String> tried, Instant now) {
        List<String> candidates = days.stream()
                .map(Day::date)
                .filter(date -> !tried.contains(date) && isOver(date, Keep.LEAST, now))
                .sorted()
                .toList();
        if (candidates.isEmpty()) {
            return null;
        }
        String oldest = candidates.get(0);
        if (keep.age() != null && isOver(oldest, keep.age(), now)) {
            return new Part(oldest, null);
        }
        long excess = excess(keep, days);
        return excess > 0 ? new Part(oldest, excess) : null;
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
