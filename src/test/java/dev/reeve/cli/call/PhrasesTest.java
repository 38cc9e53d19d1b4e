package dev.reeve.cli.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PhrasesTest {

    @ParameterizedTest
    @CsvSource({"PT0.85S,850ms", "PT12S,12s", "PT3M20S,3m 20s", "PT2H,2h", "PT122H,5d 2h", "PT-3S,0ms"})
    void aDurationIsToldInItsTwoLargestUnits(Duration time, String told) {
        assertEquals(told, Phrases.elapsed(time));
    }

    @Property(seed = "20261120", tries = 200)
    void aDurationIsReadAsItIsTold(@ForAll @LongRange(min = 0, max = 86_399) long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        String whole = time.toHours() + "h" + time.toMinutesPart() + "m" + time.toSecondsPart() + "s";
        assertEquals(time, new Span().convert(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "-5s", "5x", "5s3", "1.5h", "9999999999d"})
    void whatIsNoDurationIsToldSo(String text) {
        TypeConversionException error = assertThrows(TypeConversionException.class, () -> new Span().convert(text));
        assertTrue(error.getMessage().contains("'" + text + "' is not a duration"), error.getMessage());
    }
}
