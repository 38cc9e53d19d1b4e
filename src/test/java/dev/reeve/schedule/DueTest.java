package dev.reeve.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.schedule.Schedule.Missed;
import dev.reeve.schedule.Schedule.Overlap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of slots, by the policy. */
class DueTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant NIGHT = Instant.parse("2026-11-20T22:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-21T07:30:00Z");

    private static Schedule hourly(Missed missed, Overlap overlap, Duration window) {
        return new Schedule(
                "x", new Timing("0 * * * *", null, UTC), Duration.ZERO, missed, window, overlap, true, null, null);
    }

    private static Due after(Schedule schedule, Instant from, Instant now, boolean busy) {
        SlotRecord began = Due.of(schedule, schedule.slots(), null, from, false).after();
        return Due.of(schedule, schedule.slots(), began, now, busy);
    }

    private static List<String> told(Due due) {
        return due.news().stream().map(Due.News::words).toList();
    }

    @Test
    void aNewScheduleHasNoPast() {
        Schedule schedule = hourly(Missed.ALL, Overlap.QUEUE, null);
        assertEquals(
                List.of(),
                Due.of(schedule, schedule.slots(), null, MORNING, false).after().due());
    }

    @Test
    void afterANightTheLastSlotComesForAll() {
        Due due = after(hourly(Missed.ONCE, Overlap.SKIP, null), NIGHT, MORNING, false);
        assertEquals(List.of(Instant.parse("2026-11-21T07:00:00Z")), due.after().due());
        assertEquals(
                List.of("8 slots since 2026-11-20T23:00Z: what is done is that from 2026-11-21T07:00Z on"), told(due));
    }

    @Test
    void orNoneIfTheyAreToBeSkipped() {
        Due due = after(hourly(Missed.SKIP, Overlap.SKIP, null), NIGHT, MORNING, false);
        assertEquals(List.of(), due.after().due());
        assertEquals(List.of("9 slots since 2026-11-20T23:00Z: nothing is done for them"), told(due));
        assertTrue(due.news().get(0).lost());
        assertEquals(Instant.parse("2026-11-21T07:00:00Z"), due.after().judged());
    }

    @Test
    void orThoseOfTheWindow() {
        Due due = after(hourly(Missed.ALL, Overlap.QUEUE, Duration.ofHours(2)), NIGHT, MORNING, false);
        assertEquals(
                List.of(Instant.parse("2026-11-21T06:00:00Z"), Instant.parse("2026-11-21T07:00:00Z")),
                due.after().due());
        assertEquals(
                List.of(),
                after(hourly(Missed.ONCE, Overlap.SKIP, Duration.ofMinutes(20)), NIGHT, MORNING, false)
                        .after()
                        .due());
    }

    @Test
    void aMomentLateIsNotLate() {
        Due due = after(hourly(Missed.SKIP, Overlap.SKIP, null), MORNING, Instant.parse("2026-11-21T08:01:30Z"), false);
        assertEquals(List.of(Instant.parse("2026-11-21T08:00:00Z")), due.after().due());
        assertEquals(List.of(), told(due));
    }

    @Test
    void whileTheWorkGoesOnTheNextIsSkippedAndTold() {
        Due due = after(hourly(Missed.ONCE, Overlap.SKIP, null), MORNING, Instant.parse("2026-11-21T08:00:00Z"), true);
        assertEquals(List.of(), due.after().due());
        assertEquals(List.of("1 slot at 2026-11-21T08:00Z: an earlier one has not ended"), told(due));
    }

    @Test
    void orWaits() {
        Due due = after(hourly(Missed.ONCE, Overlap.QUEUE, null), MORNING, Instant.parse("2026-11-21T08:00:00Z"), true);
        assertEquals(List.of(Instant.parse("2026-11-21T08:00:00Z")), due.after().due());
    }

    @Test
    void aYearOfMinutesIsToldInOneLine() {
        Schedule schedule = new Schedule(
                "x",
                new Timing("* * * * *", null, UTC),
                Duration.ZERO,
                Missed.ALL,
                null,
                Overlap.QUEUE,
                true,
                null,
                null);
        Due due = after(schedule, NIGHT, NIGHT.plus(Duration.ofDays(365)), false);
        assertEquals(Due.MOST, due.after().due().size());
        assertEquals(1, due.news().size());
        assertTrue(
                told(due).get(0).startsWith("more than 1000 slots: "), told(due).get(0));
    }

    @Test
    void aClockThatIsSetBackGivesNothingAgain() {
        Schedule schedule = hourly(Missed.ALL, Overlap.QUEUE, null);
        SlotRecord record = after(schedule, NIGHT, MORNING, false).after();
        for (Instant now = NIGHT; now.isBefore(MORNING); now = now.plus(Duration.ofMinutes(10))) {
            assertEquals(
                    record,
                    Due.of(schedule, schedule.slots(), record, now, false).after());
        }
    }

    @Test
    void whatIsDisabledIsNotMissed() {
        Schedule on = hourly(Missed.ALL, Overlap.QUEUE, null);
        Schedule off = new Schedule("x", on.timing(), on.jitter(), on.missed(), null, on.overlap(), false, null, null);
        SlotRecord record = Due.of(on, on.slots(), null, NIGHT, false).after();
        record = Due.of(off, off.slots(), record, NIGHT, false).after();
        assertEquals(
                List.of(),
                Due.of(on, on.slots(), record, MORNING, false).after().due());
    }
}
