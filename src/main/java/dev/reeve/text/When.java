package dev.reeve.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A point in time: from now on, or by the calendar. */
public sealed interface When {

    Type<When> TYPE = When::read;

    /** So long after something that only the reader knows. */
    record In(Duration duration) implements When {}

    /** With a zone or an offset of its own. */
    record At(Instant instant) implements When {}

    /** By the clock on somebody's wall. */
    record OnTheWall(LocalDateTime time) implements When {}

    /** The duration, or null for a time by the calendar. */
    default Duration in() {
        return this instanceof In in ? in.duration : null;
    }

    /** The time by the calendar, or null for a duration. */
    default Instant at(ZoneId zone) {
        if (this instanceof OnTheWall local) {
            return local.time.atZone(zone).toInstant();
        }
        return this instanceof At at ? at.instant : null;
    }

    private static When read(Value value) {
        String expected =
                "a duration such as 2h, or a time such as 2026-11-20T14:00, with +01:00 or Z where it matters";
        String text = value.scalar(expected);
        if (text == null) {
            return null;
        }
        String shape = text.strip();
        if (shape.isEmpty() || shape.matches("\\d+|-.*|.*[a-zA-Z]") && !shape.matches("\\d{4}-.*")) {
            Duration duration = Durations.ANY.read(value);
            return duration == null ? null : new In(duration);
        }
        Optional<When> time = time(shape.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) +", "$1T"));
        if (time.isPresent()) {
            return time.get();
        }
        return shape.matches("\\d{1,2}:\\d\\d(:\\d\\d)?")
                ? value.wrong(Quoted.of(text) + " has no date", "expected " + expected)
                : value.wrong(Quoted.of(text) + " is no time", "expected " + expected);
    }

    private static Optional<When> time(String text) {
        if (!text.matches("\\d{4}-.*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new At(ZonedDateTime.parse(text).toInstant()));
        } catch (DateTimeParseException zoneless) {
            return local(text);
        }
    }

    private static Optional<When> local(String text) {
        try {
            return Optional.of(new OnTheWall(
                    text.indexOf('T') < 0 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
