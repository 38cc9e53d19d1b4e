package dev.reeve.message;

import java.util.List;

/**
 * What was read at once.
 *
 * @param entries in their order
 * @param range it may have moved without an entry, over empty lines and second copies
 */
public record Batch(List<Entry> entries, Range range) {

    /** Those entries that are messages. */
    public List<Message> messages() {
        return entries.stream()
                .filter(Entry.Received.class::isInstance)
                .map(entry -> ((Entry.Received) entry).message())
                .toList();
    }
}
