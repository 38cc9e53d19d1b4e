package dev.reeve.supervisor;

import java.time.Instant;

/** The time, from outside. */
public interface Time {

    /** The time of day, which people and schedules mean. It may jump. */
    Instant now();

    /** A clock for durations, in nanoseconds. It never jumps, and stands still while the machine sleeps. */
    long nanos();

    static Time system() {
        return new Time() {
            @Override
            public Instant now() {
                // what a record can hold, so that what is read back equals what was written
                return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }
        };
    }
}
