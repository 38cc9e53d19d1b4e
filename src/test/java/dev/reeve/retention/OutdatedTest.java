package dev.reeve.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.retention.Outdated.Day;
import dev.reeve.retention.Outdated.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What goes, by age and by size, of days that hold some tasks each, of which some are needed. */
class OutdatedTest {

    private static final Instant NOW = Instant.parse("2026-11-20T13:00:00Z");

    /** @param needed how much of it can't go */
    record Held(long bytes, long needed) {}

    record Case(Keep keep, Map<String, Held> days) {}

    @Test
    void aDayGoesWhenItHasBeenOverEverywhereForSoLong() {
        Keep keep = new Keep(Duration.ofDays(30), null);
        // the 20th of October ends at noon of the next day, where it ends last
        assertEquals(new Part("2026-10-20", null), next(keep, "2026-10-20"));
        assertNull(next(keep, "2026-10-21"));
        assertNull(next(keep, "2026-02-31"), "no day goes that there never was");
        assertNull(next(keep, "2027-01-01"));
    }

    @Test
    void aDayThatIsStillGoingOnSomewhereNeverGoes() {
        Keep nothing = new Keep(null, 0L);
        assertNull(next(nothing, "2026-11-20"));
        assertNull(next(nothing, "2026-11-19"));
        assertEquals(new Part("2026-11-18", 7L), next(nothing, "2026-11-18"));
    }

    private static Part next(Keep keep, String date) {
        return Outdated.next(keep, List.of(new Day(date, 7)), Set.of(), NOW);
    }

    @Property(tries = 500, seed = "1")
    void whatIsOutdatedGoesAndNothingElse(@ForAll("cases") Case one) {
        Map<String, Held> left = trimmed(one);
        for (Map.Entry<String, Held> day : one.days.entrySet()) {
            Held before = day.getValue();
            Held after = left.get(day.getKey());
            assertTrue(after.bytes >= before.needed, "what is needed stays");
            if (one.keep.age() != null && Outdated.isOver(day.getKey(), one.keep.age(), NOW)) {
                assertEquals(before.needed, after.bytes, day.getKey());
            } else if (!Outdated.isOver(day.getKey(), Keep.LEAST, NOW) || one.keep.size() == null) {
                assertEquals(before, after, day.getKey());
            }
        }
    }

    @Property(tries = 500, seed = "2")
    void bySizeTheOldestGoesUntilThereIsRoomAndNoMore(@ForAll("cases") Case one) {
        if (one.keep.size() == null) {
            return;
        }
        Map<String, Held> left = trimmed(one);
        long sum = left.values().stream().mapToLong(Held::bytes).sum();
        String newestTouched = null;
        for (String date : left.keySet()) {
            if (!left.get(date).equals(one.days.get(date))) {
                newestTouched = date;
            }
        }
        for (String date : left.keySet()) {
            boolean mayGo = Outdated.isOver(date, Keep.LEAST, NOW);
            if (sum > one.keep.size() && mayGo) {
                assertEquals(left.get(date).needed, left.get(date).bytes, "it could still go: " + date);
            }
            if (newestTouched != null && date.compareTo(newestTouched) < 0) {
                assertEquals(left.get(date).needed, left.get(date).bytes, "older than what went: " + date);
            }
        }
        boolean byAge =
                newestTouched != null && one.keep.age() != null && Outdated.isOver(newestTouched, one.keep.age(), NOW);
        if (newestTouched != null && !byAge) {
            // a unit is what one task takes here: without the last that went there would have been too much
            assertTrue(sum + 1 > one.keep.size(), "more went than had to");
        }
    }

    @Property(tries = 200, seed = "3")
    void aSecondTimeNothingGoes(@ForAll("cases") Case one) {
        Map<String, Held> once = trimmed(one);
        assertEquals(once, trimmed(new Case(one.keep, once)));
    }

    /** Carries it out on tasks that take a byte each. */
    private static Map<String, Held> trimmed(Case one) {
        Map<String, Held> days = new TreeMap<>(one.days);
        Set<String> tried = new HashSet<>();
        while (true) {
            List<Day> seen = new ArrayList<>();
            days.forEach((date, held) -> seen.add(new Day(date, held.bytes)));
            Part part = Outdated.next(one.keep, seen, tried, NOW);
            if (part == null) {
                return days;
            }
            assertTrue(tried.add(part.name()), "a day is tried once");
            assertFalse(part.most() != null && part.most() <= 0);
            Held held = days.get(part.name());
            long may = held.bytes - held.needed;
            long goes = part.most() == null ? may : Math.min(may, part.most());
            days.put(part.name(), new Held(held.bytes - goes, held.needed));
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Duration> ages = Arbitraries.integers().between(1, 40).map(Duration::ofDays);
        Arbitrary<Long> sizes = Arbitraries.longs().between(0, 60);
        return Combinators.combine(
                        ages.injectNull(0.3),
                        sizes.injectNull(0.3),
                        Arbitraries.longs(),
                        Arbitraries.integers().between(0, 12))
                .as((age, size, seed, count) -> new Case(new Keep(age, size), days(new Random(seed), count)));
    }

    private static Map<String, Held> days(Random random, int count) {
        Map<String, Held> days = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            LocalDate date = LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(random.nextInt(50) - 3);
            long bytes = random.nextInt(12);
            days.put(date.toString(), new Held(bytes, random.nextInt((int) bytes + 1)));
        }
        return days;
    }
}
