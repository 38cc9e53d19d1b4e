package dev.reeve.message;

import java.util.HashSet;
import java.util.Set;

/**
 * The ids of messages lately read. A second copy comes about when somebody can't know whether his first one arrived, and
 * sends it again at once: so it is not far behind the first.
 */
final class Seen {

    /** The lines that begin in so many bytes before a range, in each segment, are remembered for it. */
    static final int BEFORE = 64 << 10;

    private final Set<String> ids = new HashSet<>();

    /** @return false for a second copy */
    boolean isNew(Entry entry) {
        return !(entry instanceof Entry.Received received)
                || ids.add(received.message().id());
    }
}
