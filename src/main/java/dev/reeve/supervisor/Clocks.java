package dev.reeve.supervisor;

import java.time.Duration;

/**
 * The clocks of one attempt: how long it has run, and how long it has been silent. They count by the clock for durations,
 * so that neither a clock that is set nor the sleep of the machine makes an attempt late.
 */
final class Clocks {

    private long began;
    private long timeout;
    private long idle;
    private long lastSign;
    private String lastLook = "";
    private Long paused;

    /**
     * @param began by the clock for durations
     * @param timeout zero: none
     * @param idle zero: none
     */
    Clocks(long began, Duration timeout, Duration idle, long now) {
        this.began = began;
        this.lastSign = now;
        limit(timeout, idle);
    }

    /** From now on it is held to these. */
    void limit(Duration timeout, Duration idle) {
        this.timeout = timeout.toNanos();
        this.idle = idle.toNanos();
    }

    Duration timeout() {
        return Duration.ofNanos(timeout);
    }

    /** It waits for others: nothing counts against it. @param since no later than now */
    void pause(long since) {
        if (paused == null) {
            paused = since;
        }
    }

    /** @return how long it has waited */
    Duration goOn(long now) {
        if (paused == null) {
            return Duration.ZERO;
        }
        long waited = now - paused;
        began += waited;
        lastSign = now;
        paused = null;
        return Duration.ofNanos(waited);
    }

    boolean timedOut(long now) {
        return paused == null && timeout > 0 && now - began >= timeout;
    }

    /** True if silence has a limit, so that it is worth looking for signs of life. */
    boolean listens() {
        return idle > 0;
    }

    /** @param look how everything that it may write looks now: a change is a sign of life */
    void heard(String look, long now) {
        if (!look.equals(lastLook)) {
            lastLook = look;
            lastSign = now;
        }
    }

    boolean silent(long now) {
        return paused == null && idle > 0 && now - lastSign >= idle;
    }

    /** How long until one of the clocks could run out; null if none runs. */
    Duration left(long now) {
        if (paused != null) {
            return null;
        }
        Duration left = timeout > 0 ? Duration.ofNanos(Math.max(0, began + timeout - now)) : null;
        if (idle > 0) {
            // looked at several times as long as it is quiet, since a look can't tell when the last sign was
            Duration quiet = Duration.ofNanos(Math.max(0, Math.min(lastSign + idle - now, idle / 4)));
            left = left == null || quiet.compareTo(left) < 0 ? quiet : left;
        }
        return left;
    }

    Duration age(long now) {
        return Duration.ofNanos(now - began);
    }
}
