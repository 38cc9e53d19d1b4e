package dev.reeve.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A clock that leaps is not believed for a day of work; one that goes on is. */
class SeenTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aClockThatGoesOnIsBelievedHoweverLong() {
        Seen seen = Seen.first(null, NOON);
        seen = seen.look(NOON.plus(Duration.ofDays(400)), Duration.ofDays(400));
        assertTrue(seen.isBelieved());
        // a weekend of sleep
        assertTrue(seen.look(seen.at().plus(Duration.ofDays(2)), HOUR).isBelieved());
    }

    @Test
    void oneThatLeapsIsNotBelievedUntilADayOfWorkHasPassed() {
        Seen seen = Seen.first(null, NOON).look(NOON.plus(Duration.ofDays(3650)), HOUR);
        for (int hours = 1; hours < 24; hours++) {
            assertFalse(seen.isBelieved());
            // as a next supervisor reads it
            seen = Seen.read(seen.bytes()).look(seen.at().plus(HOUR), HOUR);
        }
        assertFalse(seen.isBelieved());
        assertEquals(HOUR, seen.left());
        assertTrue(seen.look(seen.at().plus(HOUR), HOUR).isBelieved());
    }

    @Test
    void oneThatIsMendedIsBelievedAtOnce() {
        Seen ahead = Seen.first(null, NOON).look(NOON.plus(Duration.ofDays(3650)), HOUR);
        assertTrue(ahead.look(NOON.plus(HOUR), HOUR).isBelieved());
        // and a clock that was empty after a power cut is doubted when it is set
        Seen empty = Seen.first(null, NOON).look(Instant.EPOCH, HOUR);
        assertFalse(empty.look(NOON.plus(HOUR), HOUR).isBelieved());
    }

    @Test
    void theFirstLookBelievesAClockThatFitsWhatIsThere() {
        assertTrue(Seen.first(NOON.minus(Duration.ofDays(2)), NOON)
                .look(NOON, Duration.ZERO)
                .isBelieved());
        assertFalse(Seen.first(NOON.minus(Duration.ofDays(9)), NOON)
                .look(NOON, Duration.ZERO)
                .isBelieved());
    }

    @Test
    void whatCantBeReadIsNothing() {
        assertNull(Seen.read(null));
        assertNull(Seen.read(new byte[0]));
        assertEquals(new Seen(NOON, null), Seen.read(new Seen(NOON, null).bytes()));
    }
}
