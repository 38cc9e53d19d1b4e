package dev.reeve.histories;

import java.time.Duration;

/**
 * A deed and its moment.
 *
 * @param number by which it can be kept when a history is shrunk
 * @param at since the beginning
 * @param steps how many more steps the supervisor takes after that time before it happens: in the midst of a turn; 0:
 *     whatever the supervisor does
 */
record Planned(int number, Duration at, int steps, Deed deed) {

    @Override
    public String toString() {
        return "%3d. at %8.3f s%s: %s"
                .formatted(number, at.toMillis() / 1000.0, steps == 0 ? "" : " and " + steps + " steps", deed);
    }
}
