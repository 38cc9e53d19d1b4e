package dev.reeve.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration on the command line: whole numbers with a unit, as {@code 90s} or {@code 1h30m}. */
final class Span implements ITypeConverter<Duration> {

    private static final int MOST_DIGITS = 9;

    @Override
    public Duration convert(String text) {
        Duration sum = Duration.ZERO;
        int at = 0;
        while (at < text.length()) {
            int number = at;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            int unit = at;
            while (at < text.length() && !isDigit(text.charAt(at))) {
                at++;
            }
            if (unit == number || unit - number > MOST_DIGITS) {
                throw wrong(text);
            }
            sum = sum.plus(
                    unit(text, text.substring(unit, at)).multipliedBy(Long.parseLong(text.substring(number, unit))));
        }
        if (text.isEmpty()) {
            throw wrong(text);
        }
        return sum;
    }

    private static Duration unit(String text, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> throw wrong(text);
        };
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException(
                "'" + text + "' is not a duration: write a whole number with ms, s, m, h or d, as 90s or 1h30m");
    }
}
