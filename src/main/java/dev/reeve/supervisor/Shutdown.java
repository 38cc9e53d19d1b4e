package dev.reeve.supervisor;

import java.time.Duration;

/** Whether, and how, the loop was asked to end. It is asked from any thread. */
final class Shutdown {

    private volatile boolean asked;
    private volatile boolean draining;
    private Long drainEnds;

    void ask(boolean drain) {
        draining = drain;
        asked = true;
    }

    boolean asked() {
        return asked;
    }

    boolean draining() {
        return draining;
    }

    /** @return true if it begins only now */
    boolean beginDrain(long nanos, Duration grace) {
        if (drainEnds != null) {
            return false;
        }
        drainEnds = nanos + grace.toNanos();
        return true;
    }

    /** Until agents are stopped; null if they are not waited for, or no more. */
    Duration drainLeft(long nanos) {
        return drainEnds == null || drainIsOver(nanos) ? null : Duration.ofNanos(drainEnds - nanos);
    }

    boolean drainIsOver(long nanos) {
        return drainEnds != null && drainEnds - nanos <= 0;
    }
}
