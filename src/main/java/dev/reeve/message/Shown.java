package dev.reeve.message;

/**
 * The messages in the prompt of an attempt.
 *
 * @param portion of an agent's inbox; null if there was none
 * @param own of its task's own inbox, up to there; null if nobody had written into it
 */
public record Shown(Portion portion, Marks own) {}
