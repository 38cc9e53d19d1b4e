package dev.reeve.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cron lines on clocks that are moved. */
class CronSlotsTest {

    private static List<String> slots(String cron, String zone, String from, String until) {
        Slots slots = new Timing(cron, null, ZoneId.of(zone)).slots();
        ZoneId clocks = ZoneId.of(zone);
        Instant end = OffsetDateTime.parse(until).toInstant();
        List<String> found = new ArrayList<>();
        for (Instant slot = slots.after(OffsetDateTime.parse(from).toInstant());
                slot != null && !slot.isAfter(end);
                slot = slots.after(slot)) {
            found.add(OffsetDateTime.ofInstant(slot, clocks).toString());
        }
        return found;
    }

    @ParameterizedTest(name = "{0} in {1} after {2}: {4}")
    @CsvSource({
        // left out by the clocks: right after the gap, and once
        "30 2 * * *,Europe/Berlin,2026-03-28T12:00+01:00,2026-03-30T12:00+02:00,2026-03-29T03:00+02:00 2026-03-30T02:30+02:00",
        "'*/10 2 * * *',Europe/Berlin,2026-03-29T00:00+01:00,2026-03-29T12:00+02:00,2026-03-29T03:00+02:00",
        "'0 2,3 * * *',Europe/Berlin,2026-03-29T00:00+01:00,2026-03-29T12:00+02:00,2026-03-29T03:00+02:00",
        // shown twice: the first time
        "30 2 * * *,Europe/Berlin,2026-10-24T12:00+02:00,2026-10-26T12:00+01:00,2026-10-25T02:30+02:00 2026-10-26T02:30+01:00",
        "30 1 * * *,America/New_York,2026-10-31T12:00-04:00,2026-11-02T12:00-05:00,2026-11-01T01:30-04:00 2026-11-02T01:30-05:00",
        "30 2 * * *,America/New_York,2026-03-07T12:00-05:00,2026-03-09T12:00-04:00,2026-03-08T03:00-04:00 2026-03-09T02:30-04:00",
        // a change at midnight
        "0 0 * * *,America/Havana,2026-03-07T12:00-05:00,2026-03-09T12:00-04:00,2026-03-08T01:00-04:00 2026-03-09T00:00-04:00",
        // a change of half an hour
        "15 2 * * *,Australia/Lord_Howe,2026-10-03T12:00+10:30,2026-10-05T12:00+11:00,2026-10-04T02:30+11:00 2026-10-05T02:15+11:00",
        "45 1 * * *,Australia/Lord_Howe,2026-04-04T12:00+11:00,2026-04-06T12:00+10:30,2026-04-05T01:45+11:00 2026-04-06T01:45+10:30",
        // every other hour names hours
        "0 */2 * * *,Europe/Berlin,2026-10-25T01:00+02:00,2026-10-25T05:00+01:00,2026-10-25T02:00+02:00 2026-10-25T04:00+01:00",
        // every hour goes on
        "0 * * * *,Europe/Berlin,2026-10-25T01:30+02:00,2026-10-25T03:30+01:00,2026-10-25T02:00+02:00 2026-10-25T02:00+01:00 2026-10-25T03:00+01:00",
        "0 * * * *,Europe/Berlin,2026-03-29T00:30+01:00,2026-03-29T04:30+02:00,2026-03-29T01:00+01:00 2026-03-29T03:00+02:00 2026-03-29T04:00+02:00",
    })
    void onClocksThatAreMoved(String cron, String zone, String from, String until, String expected) {
        assertEquals(List.of(expected.split(" ")), slots(cron, zone, from, until));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin",
        "America/New_York",
        "America/Havana",
        "Australia/Sydney",
        "Asia/Kathmandu",
        "Africa/Casablanca"
    })
    void everyFiveMinutesGoOnEvenlyWhateverTheClocksDo(String zone) {
        ZoneId clocks = ZoneId.of(zone);
        Slots slots = new Timing("*/5 * * * *", null, clocks).slots();
        Instant change = Instant.parse("2026-01-01T00:00:00Z");
        for (int changes = 0; changes < 4; changes++) {
            ZoneOffsetTransition next = clocks.getRules().nextTransition(change);
            change = next == null ? change.plus(Duration.ofDays(90)) : next.getInstant();
            Instant slot = change.minus(Duration.ofHours(6));
            while (slot.isBefore(change.plus(Duration.ofHours(6)))) {
                Instant after = slots.after(slot);
                assertEquals(Duration.ofMinutes(5), Duration.between(slot, after), zone + " after " + slot);
                slot = after;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin",
        "America/New_York",
        "America/Havana",
        "Australia/Lord_Howe",
        "Africa/Cairo",
        "America/Santiago"
    })
    void onceADayIsOnceADayForAYear(String zone) {
        for (String cron : List.of("0 0 * * *", "30 1 * * *", "15 2 * * *", "59 23 * * *")) {
            List<String> slots = slots(cron, zone, "2026-01-01T12:00Z", "2027-01-01T12:00Z");
            assertEquals(
                    365,
                    slots.stream().map(slot -> slot.substring(0, 10)).distinct().count(),
                    cron);
            assertEquals(365, slots.size(), cron);
        }
    }

    @Test
    void eitherDayIsEnough() {
        assertEquals(
                List.of("2026-11-13T09:00Z", "2026-11-20T09:00Z", "2026-11-27T09:00Z", "2026-12-04T09:00Z"),
                slots("0 9 13 * 5", "UTC", "2026-11-07T00:00Z", "2026-12-05T00:00Z"));
    }

    @Test
    void aLookInBetweenChangesNothing() {
        Slots slots = new Timing("20 2 * * *", null, ZoneId.of("Europe/Berlin")).slots();
        Instant first = OffsetDateTime.parse("2026-10-25T02:20+02:00").toInstant();
        Instant second = OffsetDateTime.parse("2026-10-26T02:20+01:00").toInstant();
        Stream.iterate(first, time -> time.isBefore(second), time -> time.plusSeconds(600))
                .forEach(time ->
                        assertEquals(second, slots.after(time), LocalDateTime.ofInstant(time, ZoneId.of("UTC")) + ""));
    }
}
