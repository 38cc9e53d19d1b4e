package dev.reeve.message;

import java.time.Instant;

/**
 * A message, as it stands on one line of an inbox.
 *
 * @param id its sender's; else its place, which is the same whenever it is read
 * @param from who says that he sent it: anybody can write anything here
 * @param timestamp when it was sent; null if its sender did not say
 * @param text its words, never blank
 * @param replyTo the id of the message that it answers, or null
 * @param task the task that it is about, or null
 * @param root the task with which everything began that led to it, or null
 * @param hops how many messages led to it, one answering the other
 */
public record Message(
        String id,
        String from,
        String to,
        Instant timestamp,
        String text,
        Kind kind,
        String replyTo,
        String task,
        String root,
        int hops) {

    /** Who sent what names no sender. */
    public static final String PERSON = "person";

    public enum Kind {
        MESSAGE,
        /** How a task ended. */
        RESULT,
        /** To be known, with nothing to be done about it. */
        NOTE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
