package dev.reeve.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The times at which something is to be done. They depend on nothing but what is written: not on when anybody looked. */
@FunctionalInterface
public interface Slots {

    /** Of so many slots that have passed, their number is told exactly. */
    int COUNTED = 1000;

    /** The first slot after a time; null if there is none any more. */
    Instant after(Instant time);

    /**
     * Slots that have passed.
     *
     * @param newest oldest first
     * @param more how many there are before these
     * @param exact false if there are more than that
     */
    record Passed(List<Instant> newest, long more, boolean exact) {}

    /**
     * Those after a time up to another. Only the newest are gone through where there are very many, so that a year without
     * Reeve takes no longer than a day.
     */
    default Passed between(Instant after, Instant until, int most) {
        Passed all = walk(after, until, most);
        Instant tooEarly = after;
        Instant tooLate = until;
        while (!all.exact) {
            Instant from = tooEarly.plus(Duration.between(tooEarly, tooLate).dividedBy(2));
            Passed late = walk(from, until, most);
            if (late.exact && late.newest.size() == most) {
                return new Passed(late.newest, COUNTED, false);
            }
            tooEarly = late.exact ? tooEarly : from;
            tooLate = late.exact ? from : tooLate;
        }
        return all;
    }

    private Passed walk(Instant after, Instant until, int most) {
        Deque<Instant> newest = new ArrayDeque<>();
        long seen = 0;
        for (Instant slot = after(after); slot != null && !slot.isAfter(until); slot = after(slot)) {
            if (++seen > COUNTED + most) {
                return new Passed(List.of(), COUNTED, false);
            }
            newest.addLast(slot);
            if (newest.size() > most) {
                newest.removeFirst();
            }
        }
        return new Passed(new ArrayList<>(newest), seen - newest.size(), true);
    }
}
