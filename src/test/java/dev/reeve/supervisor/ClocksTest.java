package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The clocks of an attempt, which also count over the end of the range that they are counted in. */
class ClocksTest {

    private static final long BEGAN = Long.MAX_VALUE - 5;
    private static final long SECOND = 1_000_000_000L;

    @Test
    void itsTimeIsOverAtItsTimeout() {
        Clocks clocks = new Clocks(BEGAN, Duration.ofSeconds(10), Duration.ZERO, BEGAN);
        assertFalse(clocks.timedOut(BEGAN + 10 * SECOND - 1));
        assertTrue(clocks.timedOut(BEGAN + 10 * SECOND));
        assertEquals(Duration.ofSeconds(4), clocks.left(BEGAN + 6 * SECOND));
        assertEquals(Duration.ZERO, clocks.left(BEGAN + 11 * SECOND));
        assertEquals(Duration.ofSeconds(3), clocks.age(BEGAN + 3 * SECOND));
        assertFalse(clocks.listens());
    }

    @Test
    void silenceCountsFromTheLastSign() {
        Clocks clocks = new Clocks(BEGAN, Duration.ZERO, Duration.ofSeconds(8), BEGAN);
        assertTrue(clocks.listens());
        clocks.heard("a", BEGAN + 5 * SECOND);
        clocks.heard("a", BEGAN + 12 * SECOND);
        assertFalse(clocks.silent(BEGAN + 13 * SECOND - 1));
        assertTrue(clocks.silent(BEGAN + 13 * SECOND));
        clocks.heard("ab", BEGAN + 13 * SECOND);
        assertFalse(clocks.silent(BEGAN + 20 * SECOND));
        assertEquals(Duration.ofSeconds(1), clocks.left(BEGAN + 20 * SECOND));
        assertEquals(Duration.ofSeconds(2), clocks.left(BEGAN + 14 * SECOND), "signs are looked for in between");
    }

    @Test
    void offIsForEver() {
        Clocks clocks = new Clocks(BEGAN, Duration.ZERO, Duration.ZERO, BEGAN);
        assertFalse(clocks.timedOut(BEGAN + Duration.ofDays(1000).toNanos()));
        assertFalse(clocks.silent(BEGAN + Duration.ofDays(1000).toNanos()));
        assertNull(clocks.left(BEGAN));
    }
}
