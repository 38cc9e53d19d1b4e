package dev.reeve.task;

import dev.reeve.text.Key;
import dev.reeve.text.Words;

/** What an agent's program may do by itself, from the least to the most. Each preset says it in its program's terms. */
public enum Permissions {
    READ,
    EDIT,
    FULL;

    public static final Key<Permissions> KEY = new Key<>("permissions", Words.of(Permissions.class));

    public Permissions atMost(Permissions bound) {
        return compareTo(bound) <= 0 ? this : bound;
    }
}
