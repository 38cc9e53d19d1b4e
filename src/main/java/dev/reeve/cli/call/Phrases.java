package dev.reeve.cli.call;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, times and other people's text as they stand in a line that a person reads. */
public final class Phrases {

    private static final int LINE = 200;

    private Phrases() {}

    public static String count(long number) {
        // a formatter takes some milliseconds to load, and most counts are small
        return number < 1000 ? Long.toString(number) : String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 task", "2 tasks". */
    public static String count(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** The two largest units: "850ms", "12s", "3m 20s", "5d 2h". */
    public static String elapsed(Duration time) {
        Duration some = time.isNegative() ? Duration.ZERO : time;
        if (some.toSeconds() == 0) {
            return some.toMillis() + "ms";
        }
        if (some.toDays() > 0) {
            return some.toDays() + "d" + part(some.toHoursPart(), "h");
        }
        if (some.toHours() > 0) {
            return some.toHours() + "h" + part(some.toMinutesPart(), "m");
        }
        return some.toMinutes() > 0 ? some.toMinutes() + "m" + part(some.toSecondsPart(), "s") : some.toSeconds() + "s";
    }

    private static String part(int number, String unit) {
        return number == 0 ? "" : " " + number + unit;
    }

    /** From then till now, or "-" where the beginning is not known. */
    public static String since(Instant then, Instant now) {
        return then == null ? "-" : elapsed(Duration.between(then, now));
    }

    /** A point in time by the clock on the wall. */
    public static String time(Instant when) {
        return when == null
                ? "-"
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                        .withZone(ZoneId.systemDefault())
                        .format(when);
    }

    public static String or(String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    /** One line of what others wrote, with nothing in it that a terminal would obey. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length() && line.length() < LINE; i++) {
            char letter = text.charAt(i);
            line.append(Character.isISOControl(letter) ? ' ' : letter);
        }
        return line.toString().strip() + (text.length() > LINE ? "…" : "");
    }
}
