package dev.reeve.message;

/** Where a line begins: in which segment of an inbox, at which byte. It stays the same when the segment is rotated. */
public record Position(long segment, long offset) {

    @Override
    public String toString() {
        return segment + ":" + offset;
    }
}
