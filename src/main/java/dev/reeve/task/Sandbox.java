package dev.reeve.task;

import dev.reeve.text.Key;
import dev.reeve.text.Words;

/** Whether an attempt runs where it sees nothing but what it was given, from the least to the strictest. */
public enum Sandbox {
    NONE,
    /** In one if the system has one. */
    PREFER,
    /** In one, or not at all. */
    REQUIRE;

    public static final Key<Sandbox> KEY = new Key<>("sandbox", Words.of(Sandbox.class));

    public Sandbox atLeast(Sandbox bound) {
        return compareTo(bound) >= 0 ? this : bound;
    }
}
