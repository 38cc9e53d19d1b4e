package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Durable;
import dev.reeve.files.RealDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a provider is left alone, over restarts and a clock that is set. */
class PausesTest {

    private static final Instant NOON = ACard.NOON;
    private static final Duration UNKNOWN = Duration.ZERO;

    @TempDir
    Path folder;

    private final Pauses pauses = new Pauses();

    private void told(Duration asked, Instant when) {
        pauses.told("p", asked, when, when);
    }

    @Test
    void itsOwnTimeCountsWithinADay() {
        told(Duration.ofMinutes(5), NOON);
        assertEquals(NOON.plusSeconds(300), pauses.until("p", NOON));
        assertNull(pauses.until("p", NOON.plusSeconds(300)));
        assertNull(pauses.until("another", NOON));
        pauses.told("q", Duration.ofDays(900), NOON, NOON);
        assertEquals(NOON.plus(Duration.ofDays(1)), pauses.until("q", NOON));
    }

    @Test
    void whatGivesNoTimeIsLeftAloneForTwiceAsLongEachTimeUpToAQuarterOfAnHour() {
        Instant at = NOON;
        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            told(UNKNOWN, at);
            Instant until = at.plus(Duration.ofMinutes(minutes));
            assertEquals(until, pauses.until("p", at));
            at = until;
        }
        assertTrue(pauses.answered("p"));
        assertFalse(pauses.answered("p"), "nothing to be written");
        told(UNKNOWN, at);
        assertEquals(at.plusSeconds(60), pauses.until("p", at));
    }

    @Test
    void thoseThatWereAtWorkAlreadyTellTheSamePause() {
        told(UNKNOWN, NOON);
        for (int second = 1; second < 9; second++) {
            pauses.told("p", UNKNOWN, NOON.minusSeconds(30), NOON.plusSeconds(second));
        }
        assertEquals(NOON.plusSeconds(68), pauses.until("p", NOON.plusSeconds(9)));
        pauses.told("p", Duration.ofSeconds(5), NOON, NOON.plusSeconds(10));
        assertEquals(NOON.plusSeconds(68), pauses.until("p", NOON.plusSeconds(10)), "none is made shorter");
    }

    @Test
    void theyOutlastARestartAndAClockThatIsSetBack() throws Exception {
        Durable durable = new Durable(new RealDisk(), new AtomicLong()::incrementAndGet);
        Path file = folder.resolve("pauses.json");
        told(UNKNOWN, NOON);
        pauses.write(durable, file);
        Pauses read = Pauses.read(durable, file);
        assertEquals(NOON.plusSeconds(60), read.until("p", NOON.plusSeconds(1)));
        assertNull(read.until("p", NOON.minus(Duration.ofDays(2))), "no pause lasts for days");
        Files.writeString(file, "{\"p\": {\"until\": \"soon\"}, \"q\": 3}");
        assertNull(Pauses.read(durable, file).until("p", NOON));
    }
}
