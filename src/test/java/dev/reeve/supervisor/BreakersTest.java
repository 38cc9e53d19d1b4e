package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.agent.AgentConfig.Breaker;
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

/** Closed, open, half open, and back. */
class BreakersTest {

    private static final Breaker RULE = new Breaker(2, 3, Duration.ofSeconds(60));
    private static final Instant NOON = ACard.NOON;

    @TempDir
    Path folder;

    private final Breakers breakers = new Breakers();

    private void ended(boolean... outcomes) {
        for (boolean well : outcomes) {
            breakers.ended("a", well, RULE);
        }
    }

    private String state() {
        assertFalse(breakers.closed("a") && (breakers.halfOpen("a") || breakers.openUntil("a") != null));
        return breakers.closed("a") ? "closed" : breakers.halfOpen("a") ? "half open" : "open";
    }

    @Test
    void itOpensWhenTooManyOfTheLastFailed() {
        breakers.at(NOON);
        ended(false, true, true, false);
        assertEquals("closed", state(), "the first is out of the window");
        ended(false);
        assertEquals("open", state());
        assertEquals(NOON.plusSeconds(60), breakers.openUntil("a"));
        assertEquals(NOON.plusSeconds(60), breakers.nextChange());
        assertTrue(breakers.closed("b"));
    }

    @Test
    void whenItHasCooledDownOneTryDecides() {
        breakers.at(NOON);
        ended(false, false);
        breakers.at(NOON.plusSeconds(60));
        assertEquals("half open", state());
        assertNull(breakers.nextChange());
        ended(false);
        assertEquals("open", state());
        assertEquals(NOON.plusSeconds(120), breakers.openUntil("a"));
        breakers.at(NOON.plusSeconds(120));
        ended(true);
        assertEquals("closed", state());
        ended(false);
        assertEquals("closed", state(), "it begins anew");
    }

    @Test
    void itOutlastsARestartAndHealthIsNotWritten() throws IOException {
        Durable durable = new Durable(new RealDisk(), new AtomicLong()::incrementAndGet);
        Path file = folder.resolve("breakers.json");
        breakers.at(NOON);
        assertFalse(breakers.ended("well", true, RULE), "nothing to be written");
        assertTrue(breakers.ended("a", false, RULE));
        breakers.write(durable, file);
        Breakers again = Breakers.read(durable, file);
        again.at(NOON);
        again.ended("a", false, RULE);
        assertEquals(NOON.plusSeconds(60), again.openUntil("a"), "the first failure was remembered");
        again.write(durable, file);
        again = Breakers.read(durable, file);
        again.at(NOON);
        assertEquals(NOON.plusSeconds(60), again.openUntil("a"));
        Files.writeString(file, "{");
        assertTrue(Breakers.read(durable, file).closed("a"));
    }
}
