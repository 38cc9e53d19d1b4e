package dev.reeve.schedule;

import java.time.Duration;
import java.time.Instant;

/** Counted from a fixed beginning, so that neither a restart nor a change of the file shifts them. */
record EverySlots(Duration every) implements Slots {

    @Override
    public Instant after(Instant time) {
        long length = every.toMillis();
        return Instant.ofEpochMilli((Math.floorDiv(time.toEpochMilli(), length) + 1) * length);
    }
}
