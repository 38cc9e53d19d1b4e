package dev.reeve.supervisor;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/**
 * What a decision is made from: what the folders say, and the time. Nothing is read while deciding.
 *
 * @param predecessors how a task that somebody waits for has ended; null while it has not
 * @param mayStart false while there is a STOP, or Reeve is going down
 * @param resting tasks that are left alone for now, because their last step met an error or an attempt is at work
 */
record View(
        Board board,
        Places places,
        Team team,
        Breakers breakers,
        Rates rates,
        Function<String, Ended> predecessors,
        boolean mayStart,
        Set<String> resting,
        Instant now) {

    /** How a task ended, as far as those that waited for it care. */
    enum Ended {
        DONE,
        FAILED,
        /** Cancelled: its folder is nowhere. */
        GONE
    }
}
