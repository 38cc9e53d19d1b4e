package dev.reeve.text;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time with their units: {@code 200ms}, {@code 2s}, {@code 1h30m}, {@code 7d}; {@code off} where it may be. */
public final class Durations {

    private static final Pattern PART = Pattern.compile("(\\d{1,12})(ms|s|m|h|d) ?");
    private static final Pattern WORDY = Pattern.compile(
            "(\\d{1,12}) *(ms|[smhd])(?:ec|ecs|econds?|ins?|inutes?|rs?|ours?|ays?)?", Pattern.CASE_INSENSITIVE);
    /** A hundred years: nobody waits longer. */
    public static final Duration LONGEST = Duration.ofDays(36_500);

    private static final int LONGEST_TEXT = 40;
    private static final String EXPECTED = "a duration with its unit (ms, s, m, h, d), such as 30m";

    private Durations() {}

    /** Zero or more. */
    public static final Type<Duration> ANY = value -> read(value, Duration.ZERO, false);

    /** More than nothing. */
    public static final Type<Duration> POSITIVE = atLeast(Duration.ofMillis(1));

    /** More than nothing, or {@code off}, which is zero. */
    public static final Type<Duration> POSITIVE_OR_OFF = value -> read(value, Duration.ofMillis(1), true);

    public static Type<Duration> atLeast(Duration least) {
        return value -> read(value, least, false);
    }

    /** @return null if it is none, whatever the reason */
    public static Duration parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            return null;
        }
        Matcher part = PART.matcher(text.strip());
        Duration sum = Duration.ZERO;
        int end = 0;
        while (part.lookingAt()) {
            sum = sum.plus(of(Long.parseLong(part.group(1)), part.group(2)));
            end = part.end();
            part.region(end, part.regionEnd());
        }
        return end == 0 || end < part.regionEnd() ? null : sum;
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Duration read(Value value, Duration least, boolean mayBeOff) {
        String expected = EXPECTED + (mayBeOff ? ", or off" : "");
        String text = value.scalar(expected);
        if (text == null) {
            return null;
        }
        if (mayBeOff && text.equals("off")) {
            return Duration.ZERO;
        }
        Duration duration = parse(text);
        if (duration == null) {
            return value.wrong(Quoted.of(text) + what(text), advice(text, expected));
        }
        if (duration.compareTo(least) < 0) {
            return value.wrong(
                    Quoted.of(text) + " is too short",
                    "expected at least " + written(least) + (mayBeOff ? ", or off for none" : ""));
        }
        if (duration.compareTo(LONGEST) > 0) {
            return value.wrong(Quoted.of(text) + " is too long", "expected at most " + LONGEST.toDays() + "d");
        }
        return duration;
    }

    private static String what(String text) {
        if (text.strip().matches("\\d+")) {
            return " has no unit";
        }
        return text.strip().startsWith("-") ? " is negative" : " is no duration";
    }

    private static String advice(String text, String expected) {
        String number = text.strip();
        if (number.matches("\\d{1,12}")) {
            return "write `" + number + "s` for seconds or `" + number + "m` for minutes";
        }
        Matcher wordy = WORDY.matcher(number);
        if (wordy.matches()) {
            return "did you mean `" + wordy.group(1) + wordy.group(2).toLowerCase(Locale.ROOT) + "`?";
        }
        return "expected " + expected;
    }

    /** As a person would write it. */
    public static String written(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        add(text, duration.toDays(), "d");
        add(text, duration.toHoursPart(), "h");
        add(text, duration.toMinutesPart(), "m");
        add(text, duration.toSecondsPart(), "s");
        add(text, duration.toMillisPart(), "ms");
        return text.toString();
    }

    private static void add(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(amount).append(unit);
        }
    }
}
