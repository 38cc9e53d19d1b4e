package dev.reeve.program;

import java.util.Locale;

/** What a rule takes from an event, each from the places that it names. */
enum Taking {
    /** The answer, in place of what it was. */
    TEXT,
    /** More of the answer. */
    ADD,
    /** The program's own id of the conversation. */
    CONVERSATION,
    /** Tokens that were sent: the sum of all the places. */
    INPUT,
    /** Of these, tokens from a cache. */
    CACHED,
    /** Tokens that came back. */
    OUTPUT,
    /** Dollars. */
    COST,
    MODEL,
    /** A list: so many tool calls were refused; anything else: one more was. */
    DENIED,
    /** Why it failed. */
    REASON,
    /** Its model's side wants to be left alone: for so many seconds, if they are there. */
    PAUSE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isAmount() {
        return this == INPUT || this == CACHED || this == OUTPUT || this == COST;
    }
}
