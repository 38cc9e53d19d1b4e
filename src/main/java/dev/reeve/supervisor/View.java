package dev.reeve.supervisor;

import dev.reeve.message.Addressee;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a decision is made from: what the folders say, and the time. Nothing is read while deciding.
 *
 * @param predecessors how a task that somebody waits for has ended; null while it has not
 * @param familyOver whether all children of a task have ended, and their results are at hand
 * @param unread the messages of those whose inbox no task has
 * @param lacksReview whether the review of a task's answer is still to be asked for
 * @param troubled whether nothing certain is known of a task, because its last step met an error
 * @param mayStart false while there is a STOP, or Reeve is going down
 * @param leftAlone tasks about which nothing is decided now: their last step met an error, or an attempt is at work
 */
record View(
        Board board,
        Places places,
        Team team,
        Breakers breakers,
        Rates rates,
        Function<String, Ended> predecessors,
        Predicate<String> familyOver,
        Map<Addressee, Unread> unread,
        Predicate<Card> lacksReview,
        Predicate<String> troubled,
        boolean mayStart,
        Set<String> leftAlone,
        Instant now) {

    /** How a task ended, as far as those that waited for it care. */
    enum Ended {
        DONE,
        FAILED,
        /** Cancelled: its folder is nowhere. */
        GONE
    }
}
