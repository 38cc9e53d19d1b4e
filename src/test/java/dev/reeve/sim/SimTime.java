package dev.reeve.sim;

import dev.reeve.supervisor.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that stands still until it is advanced, and what is to happen at which time. */
public final class SimTime implements Time {

    /** Something that happens by itself. */
    @FunctionalInterface
    public interface Event {
        void happen() throws IOException;
    }

    private record Planned(long at, long order, Event event) {}

    private Instant began;
    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparing(Planned::order));
    private long nanos;
    private long order;

    /** A boot at this time of day: the clock for durations begins anew. */
    public SimTime(Instant began) {
        this.began = began;
    }

    @Override
    public Instant now() {
        return began.plus(Duration.ofMillis(nanos / 1_000_000));
    }

    @Override
    public long nanos() {
        return nanos;
    }

    /** Somebody sets the clock; durations go on as before. */
    public void jump(Duration by) {
        began = began.plus(by);
    }

    public void after(Duration delay, Event event) {
        planned.add(new Planned(nanos + delay.toNanos(), order++, event));
    }

    /** How long until the next thing happens; null if nothing will. */
    public Duration untilNext() {
        return planned.isEmpty() ? null : Duration.ofNanos(planned.peek().at - nanos);
    }

    /** Lets this much time pass, with all that happens in it. */
    public void advance(Duration by) {
        long end = nanos + by.toNanos();
        while (!planned.isEmpty() && planned.peek().at <= end) {
            Planned next = planned.poll();
            nanos = Math.max(nanos, next.at);
            try {
                next.event.happen();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        nanos = end;
    }
}
