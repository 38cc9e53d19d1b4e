package dev.reeve.message;

import dev.reeve.files.Disk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a range of an inbox, oldest segment first. */
final class Reading {

    /** At most so many bytes of lines in a batch, or one line: a message may be a megabyte long. */
    private static final long MOST = 4L << 20;

    private final Disk disk;
    private final Segments segments;
    private final String owner;
    private final Marks from;
    private final Seen seen = new Seen();
    private final List<Entry> entries = new ArrayList<>();
    private Marks to;
    private long bytes;

    private Reading(Disk disk, Segments segments, String owner, Marks from) {
        this.disk = disk;
        this.segments = segments;
        this.owner = owner;
        this.from = from;
        this.to = from;
    }

    /** As many whole lines as there are, and as are allowed. */
    static Batch some(Disk disk, Segments segments, String owner, Range within, int limit) throws IOException {
        return new Reading(disk, segments, owner, within.from()).read(within.to(), limit, MOST);
    }

    /** Every line of a range that some other reading came to. */
    static Batch all(Disk disk, Segments segments, String owner, Range range) throws IOException {
        return new Reading(disk, segments, owner, range.from()).read(range.to(), Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    private Batch read(Marks ends, int limit, long most) throws IOException {
        remember();
        for (long segment : segments.numbers()) {
            Lines lines = lines(segment, from.in(segment), ends.in(segment));
            long end = from.in(segment);
            boolean more = true;
            while (more && entries.size() < limit && bytes < most) {
                Lines.Line line = lines.next();
                more = line != null;
                if (more) {
                    take(line, segment);
                    end = line.end();
                }
            }
            to = to.with(segment, end);
            if (more) {
                // there was no room for it, so there is none for what is newer
                break;
            }
        }
        return new Batch(List.copyOf(entries), new Range(from, to));
    }

    private void take(Lines.Line line, long segment) {
        if (line.isBlank()) {
            return;
        }
        Entry entry = MessageLine.read(line, segment, owner);
        if (seen.isNew(entry)) {
            entries.add(entry);
            bytes += line.content().length;
        }
    }

    /** What stands right before the range in any segment, the first copy of what may be in it. */
    private void remember() throws IOException {
        for (long segment : segments.numbers()) {
            long end = from.in(segment);
            long begin = Math.max(0, end - Seen.BEFORE);
            Lines lines = lines(segment, begin, end);
            if (begin > 0) {
                // it began before
                lines.next();
            }
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                seen.isNew(MessageLine.read(line, segment, owner));
            }
        }
    }

    private Lines lines(long segment, long begin, long end) {
        return new Lines(disk, segments.file(segment), begin, end);
    }
}
