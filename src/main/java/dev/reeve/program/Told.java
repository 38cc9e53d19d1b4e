package dev.reeve.program;

import dev.reeve.task.Usage;
import java.time.Duration;

/**
 * What a program's output tells of a run, as far as it has come.
 *
 * @param end what it says itself of how it went; null while it has said nothing, which for a program that does say is a
 *     failure once it has ended
 * @param text its answer; null if it has none yet
 * @param reason why it failed, in its own words
 * @param conversation its own id of the conversation; null if it told none
 * @param usage of this run alone, or {@link Usage#NONE}
 * @param denied how many tool calls were refused
 * @param retrying its own retries, in words; null while it makes none
 * @param pause how long its model's side wants to be left alone; null if it said nothing of that, zero where it gave no
 *     time
 * @param limits how many of its events said that so far, by which a new one is told from one that was heard before
 */
public record Told(
        End end,
        String text,
        String reason,
        String conversation,
        Usage usage,
        int denied,
        String retrying,
        Duration pause,
        int limits) {

    public static final Told NOTHING = new Told(null, null, null, null, Usage.NONE, 0, null, null, 0);

    public enum End {
        SUCCESS,
        FAILURE
    }
}
