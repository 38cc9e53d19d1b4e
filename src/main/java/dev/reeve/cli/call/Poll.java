package dev.reeve.cli.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Looks again and again, at once at first and ever more slowly while nothing happens. */
public final class Poll {

    private static final Duration FIRST = Duration.ofMillis(20);
    private static final Duration BRISK = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMillis(500);

    /** How time is let pass. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Instant deadline;
    private Duration pause = FIRST;
    private Duration longest = LONGEST;

    /** @param deadline null for never */
    Poll(InstantSource clock, Sleeper sleeper, Instant deadline) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.deadline = deadline;
    }

    /**
     * Lets a little time pass.
     *
     * @return false if there is none left
     */
    public boolean again() {
        Duration rest = pause;
        if (deadline != null) {
            Duration left = Duration.between(clock.instant(), deadline);
            if (left.isNegative() || left.isZero()) {
                return false;
            }
            rest = left.compareTo(pause) < 0 ? left : pause;
        }
        try {
            sleeper.sleep(rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        pause = longer.compareTo(longest) < 0 ? longer : longest;
        return true;
    }

    /** For what others wait for in turn, and costs little to look at. */
    public Poll brisk() {
        longest = BRISK;
        return this;
    }

    /** Something happened, so more may happen soon. */
    public void quicken() {
        pause = FIRST;
    }
}
