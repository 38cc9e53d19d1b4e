package dev.reeve.task;

import dev.reeve.message.Portion;

/**
 * What a task has to do with messages.
 *
 * @param hops how many messages led to it, one answering the other
 * @param root the task with which all of those that woke it began; null if it is its own
 * @param portion what it has of an inbox and has not done with; null if nothing
 */
public record Letters(int hops, String root, Portion portion) {

    /** A child of a task that so many messages led to; null if none did. */
    public static Letters of(int hops) {
        return hops == 0 ? null : new Letters(hops, null, null);
    }

    /** Done with what it has; null if nothing is left to tell. */
    public Letters without() {
        return hops == 0 && root == null ? null : new Letters(hops, root, null);
    }
}
