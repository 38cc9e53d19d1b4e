package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Durable;
import dev.reeve.files.RealDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows of starts, over restarts and over a clock that is set. */
class RatesTest {

    private static final Team TEAM = ATeam.of("a").group("upload", 9, 2).team();
    private static final Lane UPLOAD = Lane.of(ACard.of("1").group("upload").card());
    private static final Lane FREE = Lane.of(ACard.of("2").card());
    private static final Instant NOON = ACard.NOON;

    @TempDir
    Path folder;

    private final Durable durable = new Durable(new RealDisk(), new AtomicLong()::incrementAndGet);

    @Test
    void aWindowIsFullAndOpensWithItsOldest() {
        Rates rates = new Rates();
        assertFalse(rates.started(FREE, TEAM, NOON), "nothing to be written");
        assertTrue(rates.started(UPLOAD, TEAM, NOON));
        rates.started(UPLOAD, TEAM, NOON.plusSeconds(60));
        assertEquals(NOON.plus(Duration.ofHours(1)), rates.blockedUntil(UPLOAD, TEAM, NOON.plusSeconds(61)));
        assertTrue(rates.words(UPLOAD, TEAM, NOON.plusSeconds(61)).contains("2 of 2"));
        assertNull(rates.blockedUntil(FREE, TEAM, NOON.plusSeconds(61)));
        assertNull(rates.blockedUntil(UPLOAD, TEAM, NOON.plus(Duration.ofHours(1))));
    }

    @Test
    void aClockThatIsSetBackNeitherForgetsNorBlocksForLonger() {
        Rates rates = new Rates();
        rates.started(UPLOAD, TEAM, NOON);
        rates.started(UPLOAD, TEAM, NOON);
        Instant back = NOON.minus(Duration.ofHours(5));
        assertEquals(back.plus(Duration.ofHours(1)), rates.blockedUntil(UPLOAD, TEAM, back));
    }

    @Test
    void theyOutlastARestart() throws IOException {
        Path file = folder.resolve("rates.json");
        Rates rates = Rates.read(durable, file);
        rates.started(UPLOAD, TEAM, NOON);
        rates.started(UPLOAD, TEAM, NOON);
        rates.write(durable, file);
        assertEquals(
                NOON.plus(Duration.ofHours(1)),
                Rates.read(durable, file).blockedUntil(UPLOAD, TEAM, NOON.plusSeconds(1)));
        Files.writeString(file, "{\"group upload\": [\"yesterday\", \"2026-11-20T12:00:00Z\"]}");
        assertNull(Rates.read(durable, file).blockedUntil(UPLOAD, TEAM, NOON.plusSeconds(1)), "one of two can be read");
        Files.writeString(file, "not JSON");
        assertNull(Rates.read(durable, file).blockedUntil(UPLOAD, TEAM, NOON.plusSeconds(1)));
    }

    @Test
    void aCopyIsTriedOnAlone() {
        Rates rates = new Rates();
        Rates copy = rates.copy();
        copy.started(UPLOAD, TEAM, NOON);
        copy.started(UPLOAD, TEAM, NOON);
        assertNull(rates.blockedUntil(UPLOAD, TEAM, NOON));
    }
}
