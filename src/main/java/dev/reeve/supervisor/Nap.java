package dev.reeve.supervisor;

import java.time.Duration;
import java.time.Instant;

/** How long the loop may sleep if nothing wakes it: until the first thing that will be due by itself. */
final class Nap {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Duration ATTEMPTS = Duration.ofMillis(250);

    private final Parts parts;
    private final Shutdown shutdown;
    private final Rounds rounds;
    private final Watching watching;

    Nap(Parts parts, Shutdown shutdown, Rounds rounds, Watching watching) {
        this.parts = parts;
        this.shutdown = shutdown;
        this.rounds = rounds;
        this.watching = watching;
    }

    /** @param status when the pages are due */
    Duration length(Duration status) {
        long nanos = parts.kit().time().nanos();
        Duration nap = shorter(LONGEST, rounds.left());
        nap = shorter(nap, status);
        nap = shorter(nap, shutdown.asked() ? null : parts.alarm().next());
        nap = shorter(nap, shutdown.asked() ? null : parts.intake().nextRest());
        nap = shorter(nap, shutdown.asked() ? null : parts.posting().nextRest());
        nap = shorter(nap, shutdown.asked() ? null : parts.replies().nextRest());
        nap = shorter(nap, parts.orphans().next(nanos));
        nap = shorter(nap, shutdown.asked() ? null : parts.trimming().rest());
        Long rested = parts.ledger().nextRested();
        nap = shorter(nap, rested == null ? null : Duration.ofNanos(rested - nanos));
        for (Live live : parts.ledger().lives()) {
            nap = shorter(nap, Duration.ofNanos(live.nextLook - nanos));
        }
        nap = shorter(nap, shutdown.drainLeft(nanos));
        if (watching.mustPollAttempts() && !parts.ledger().lives().isEmpty()) {
            nap = shorter(nap, ATTEMPTS);
        }
        nap = sooner(nap, Decision.nextChange(parts.view(true)));
        nap = sooner(nap, shutdown.asked() ? null : parts.schedules().next());
        return nap.isNegative() ? Duration.ZERO : nap;
    }

    private Duration sooner(Duration nap, Instant change) {
        if (change == null) {
            return nap;
        }
        Duration until = Duration.between(parts.kit().time().now(), change);
        // what is due and was not done rests because of an error: the scan comes back to it
        return until.isNegative() || until.isZero() ? nap : shorter(nap, until);
    }

    private static Duration shorter(Duration one, Duration other) {
        return other != null && other.compareTo(one) < 0 ? other : one;
    }
}
