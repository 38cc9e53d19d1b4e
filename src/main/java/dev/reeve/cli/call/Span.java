package dev.reeve.cli.call;

import dev.reeve.text.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration on the command line, written as in a task file: {@code 90s}, {@code 1h30m}. */
public final class Span implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        Duration span = Durations.parse(text);
        if (span == null || span.compareTo(Durations.LONGEST) > 0) {
            throw new TypeConversionException(
                    "'" + text + "' is not a duration: write a whole number with ms, s, m, h or d, as 90s or 1h30m");
        }
        return span;
    }
}
