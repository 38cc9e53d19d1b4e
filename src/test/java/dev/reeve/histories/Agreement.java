package dev.reeve.histories;

import java.io.IOException;
import java.time.Duration;

/** What the loop remembers is what a fresh scan says, as soon as it had time to look. */
final class Agreement implements Invariant {

    private static final Duration TIME_TO_LOOK = Duration.ofSeconds(50);

    private Duration lastCheck = Duration.ZERO;

    @Override
    public void afterTurn(Play play) throws IOException {
        Duration undisturbed = play.supervised().minus(play.lastDisturbed());
        boolean lately = play.supervised().minus(lastCheck).compareTo(TIME_TO_LOOK.dividedBy(5)) < 0;
        if (undisturbed.compareTo(TIME_TO_LOOK) > 0 && !lately) {
            lastCheck = play.supervised();
            check(play);
        }
    }

    static void check(Play play) throws IOException {
        String disagreement = play.disagreement();
        Violation.unless(disagreement == null, "memory and folders disagree: " + disagreement);
    }

    @Override
    public void afterCrash(Play play) {
        lastCheck = play.supervised();
    }
}
