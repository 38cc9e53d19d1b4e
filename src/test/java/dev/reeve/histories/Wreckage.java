package dev.reeve.histories;

import dev.reeve.sim.Survival;
import java.time.Duration;

/** What a crash leaves. */
sealed interface Wreckage {

    /** The machine goes on. @param down until somebody starts it again */
    record Killed(Duration down) implements Wreckage {}

    record PowerLost(Left left, long seed) implements Wreckage {

        Survival survival() {
            return switch (left) {
                case ALL -> Survival.ALL;
                case NOTHING -> Survival.NOTHING;
                case SOME -> Survival.some(seed);
            };
        }
    }

    enum Left {
        ALL,
        NOTHING,
        SOME
    }
}
