package dev.reeve.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.schedule.Schedule.Missed;
import dev.reeve.schedule.Schedule.Overlap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the clock does, no slot comes twice, and none is lost but by its policy. */
class DuePropertiesTest {

    private static final Instant BEGINNING = Instant.parse("2026-03-27T12:00:00Z");

    private static final List<Timing> TIMINGS = List.of(
            new Timing(null, Duration.ofMinutes(7), ZoneId.of("UTC")),
            new Timing("*/5 * * * *", null, ZoneId.of("Europe/Berlin")),
            new Timing("30 2 * * *", null, ZoneId.of("Europe/Berlin")),
            new Timing("0 */2 * * *", null, ZoneId.of("America/New_York")));

    /** One look: how the clock has moved since the last, whether the earlier work goes on, and whether its end is cut off. */
    record Look(Duration by, boolean busy, boolean killed) {}

    @Provide
    Arbitrary<List<Look>> looks() {
        Arbitrary<Duration> steps = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 120).map(Duration::ofSeconds),
                Arbitraries.integers().between(1, 400).map(Duration::ofMinutes),
                Arbitraries.integers().between(-90, -1).map(Duration::ofMinutes));
        return Combinators.combine(steps, Arbitraries.of(true, false, false), Arbitraries.of(true, false, false))
                .as(Look::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static Schedule schedule(Timing timing, Missed missed, Overlap overlap, Duration window, Duration jitter) {
        return new Schedule("x", timing, jitter, missed, window, overlap, true, null, null);
    }

    @Property(tries = 400, seed = "11", edgeCases = EdgeCasesMode.NONE)
    void noneComesTwiceAndNoneIsLost(
            @ForAll("looks") List<Look> looks,
            @ForAll Missed missed,
            @ForAll Overlap overlap,
            @ForAll("timings") Timing timing,
            @ForAll("jitters") Duration jitter) {
        Schedule schedule = schedule(timing, missed, overlap, null, jitter);
        Slots slots = schedule.slots();
        Instant now = BEGINNING;
        Instant latest = now;
        SlotRecord record = Due.of(schedule, slots, null, now, false).after();
        List<Instant> came = new ArrayList<>();
        boolean lost = false;
        for (Look look : looks) {
            now = now.plus(look.by);
            latest = now.isAfter(latest) ? now : latest;
            Due due = Due.of(schedule, slots, record, now, look.busy);
            // a kill before the record lasts: all of it is decided anew
            if (look.killed) {
                assertEquals(due, Due.of(schedule, slots, record, now, look.busy));
                continue;
            }
            assertTrue(!due.after().judged().isBefore(record.judged()), "what was judged is judged again");
            lost |= !due.news().isEmpty();
            record = due.after();
            while (!record.due().isEmpty() && !look.busy) {
                came.add(record.due().get(0));
                record = record.did("made", null);
            }
        }
        assertEquals(came.size(), new HashSet<>(came).size(), "twice: " + came);
        assertEquals(came.stream().sorted().toList(), came, "not in their order");
        List<Instant> all = all(slots, BEGINNING, latest);
        assertTrue(all.containsAll(came), "no slot at all");
        if (missed == Missed.ALL && overlap == Overlap.QUEUE && !lost) {
            List<Instant> known = new ArrayList<>(came);
            known.addAll(record.due());
            assertEquals(all(slots, BEGINNING, record.judged()), known, "each comes, or is still to come");
        }
        if (missed == Missed.ONCE
                && overlap == Overlap.QUEUE
                && !all.isEmpty()
                && !looks.get(looks.size() - 1).killed) {
            Instant last = record.judged();
            assertTrue(
                    last.equals(BEGINNING)
                            || came.contains(last)
                            || record.due().contains(last),
                    "the last of those that passed is done for all");
        }
    }

    private static List<Instant> all(Slots slots, Instant from, Instant until) {
        List<Instant> all = new ArrayList<>();
        for (Instant slot = slots.after(from); slot != null && !slot.isAfter(until); slot = slots.after(slot)) {
            all.add(slot);
        }
        return all;
    }

    @Provide
    Arbitrary<Timing> timings() {
        return Arbitraries.of(TIMINGS);
    }

    @Provide
    Arbitrary<Duration> jitters() {
        return Arbitraries.of(Duration.ZERO, Duration.ofMinutes(3), Duration.ofMinutes(5));
    }
}
