package dev.reeve.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's time, which a test may send ahead instead of waiting. */
final class SetTime implements Time {

    private volatile Duration ahead = Duration.ZERO;

    /** Both clocks go ahead by this much at once. */
    void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public Instant now() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public long nanos() {
        return System.nanoTime() + ahead.toNanos();
    }
}
