package dev.reeve.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KEYS = List.of("timeout", "idle_timeout", "retries", "agent", "label");

    @ParameterizedTest
    @CsvSource({
        "timeot, timeout",
        "tiemout, timeout",
        "Timeout, timeout",
        "idle_timout, idle_timeout",
        "agnet, agent",
        "retry, ",
        "xyz, "
    })
    void theNearestKey(String written, String nearest) {
        assertEquals(Optional.ofNullable(nearest), Nearest.of(written, KEYS));
    }

    @Test
    void neighboursThatChangedPlacesAreOneStep() {
        assertEquals(1, Nearest.distance("agnet", "agent"));
        assertEquals(3, Nearest.distance("kitten", "sitting"));
        assertEquals(5, Nearest.distance("", "label"));
    }

    @Test
    void theNearestNamesComeFirst() {
        assertEquals(List.of("writer"), Nearest.all("writr", List.of("reader", "writer", "support")));
        assertEquals(List.of(), Nearest.all("xyz", List.of("reader", "writer")));
    }

    @Test
    void adviceTellsWhatThereIsWhenNothingIsNear() {
        assertEquals("did you mean `agent`?", Nearest.advice("agnt", KEYS));
        assertEquals("expected one of: agent, idle_timeout, label, retries, timeout", Nearest.advice("zzzzz", KEYS));
        assertEquals("there is none", Nearest.advice("a", List.of()));
    }

    @Property(seed = "8456174966", tries = 300)
    void distanceIsTheSameBothWaysAndZeroOnlyForTheSame(
            @ForAll @StringLength(max = 12) String a, @ForAll @StringLength(max = 12) String b) {
        assertEquals(Nearest.distance(a, b), Nearest.distance(b, a));
        assertEquals(a.equals(b), Nearest.distance(a, b) == 0);
        assertTrue(Nearest.distance(a, b) <= Math.max(a.length(), b.length()));
    }
}
