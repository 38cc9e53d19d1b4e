package dev.reeve.shared;

/** How it stands with a lock at one look. */
sealed interface Standing {

    /** Nobody has it. */
    record Free() implements Standing {}

    /** It holds. */
    record Held(LockNote by) implements Standing {}

    /** It can't be read. It may be on the point of being written, by a program of somebody's own. */
    record Unreadable() implements Standing {}

    /** It holds no longer, and may be taken away. */
    record Stale(boolean readable) implements Standing {}
}
