package dev.reeve.message;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.Stat;
import dev.reeve.workspace.InboxFiles;
import dev.reeve.workspace.InboxFiles.Rotated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The messages to one agent, session or task. Anybody may add lines to it; one reader, whose this is, reads, marks what is
 * done with, rotates and purges.
 *
 * <p>What was read counts as unread until {@link #advance}: whoever dies between the two finds it again, whole and in its
 * order, by {@link #unread}, or by {@link #read} if he kept the range.
 */
public final class Inbox {

    /** A larger file is rotated. */
    public static final long LARGEST = 4L << 20;

    private static final byte[] NOTHING = {};
    private static final byte[] NEWLINE = "\n".getBytes(StandardCharsets.US_ASCII);

    private final Durable durable;
    private final Disk disk;
    private final InboxFiles files;
    private final String owner;
    /** As it is on the disk. */
    private Cursor cursor;
    /** Null if they are to be listed again. */
    private Segments segments;
    /** The ends up to which there was nothing whole; null if nobody has looked. */
    private Marks inVain;

    /** @param owner as it stands in the ids of messages that bring none */
    public Inbox(Durable durable, InboxFiles files, String owner) {
        this.durable = durable;
        this.disk = durable.disk();
        this.files = files;
        this.owner = owner;
    }

    /** What is not marked yet, at most {@code limit} entries of it. That nothing has changed takes one stat a segment. */
    public Batch unread(int limit) throws IOException {
        Marks ends = ends();
        Marks from = from(ends);
        if (ends.equals(from) || ends.equals(inVain)) {
            return new Batch(List.of(), new Range(from, from));
        }
        Batch batch = Reading.some(disk, segments, owner, new Range(from, ends), limit);
        if (limit > 0 && batch.range().isEmpty()) {
            inVain = ends;
        }
        return batch;
    }

    /** What is behind these marks now, read or not. Empty where somebody took away what was before them. */
    public Batch since(Marks marks) throws IOException {
        load();
        Marks ends = ends();
        return Reading.all(disk, segments, owner, new Range(marks, marks.with(ends)));
    }

    /** True if it is marked as done with. */
    public boolean isRead(Position at) {
        return cursor != null && at.offset() < cursor.marks().in(at.segment());
    }

    /** The same entries again. */
    public Batch read(Range range) throws IOException {
        load();
        return Reading.all(disk, segments, owner, range);
    }

    /** Marks everything up to there as done with, for good. */
    public void advance(Marks to, Instant now) throws IOException {
        load();
        Marks marks = cursor.marks().with(to).only(segments.all());
        for (long segment : marks.offsets().keySet()) {
            force(segment, cursor.marks().in(segment), marks.in(segment));
        }
        boolean begun = cursor.segment() == segments.live() && cursor.since() != null;
        Instant first = marks.in(segments.live()) > 0 ? now : null;
        Cursor next = new Cursor(segments.live(), marks, begun ? cursor.since() : first);
        next.write(durable, files.cursor());
        cursor = next;
        inVain = null;
    }

    /** Before anybody writes down that he has these: a record must not tell of lines that a power cut takes. */
    public void keep(Range range) throws IOException {
        load();
        for (long segment : range.to().offsets().keySet()) {
            force(segment, range.from().in(segment), range.to().in(segment));
        }
    }

    /** Lines that a power cut takes after they were marked would leave a mark behind which new ones go unread. */
    private void force(long segment, long before, long after) throws IOException {
        try {
            if (before != after) {
                disk.forceFile(segments.file(segment));
            }
            if (before == 0) {
                // with the first mark in it the name lasts
                files.force(disk);
            }
        } catch (NoSuchFileException e) {
            // somebody took it away after it was read: there is nothing to be kept
            segments = Segments.list(disk, files, segments.live());
        }
    }

    /**
     * Begins a new file, if the first lines of this one were read so long ago or it has become too large. Whoever has it
     * open may go on writing: it is read until it is purged.
     *
     * @return true if it did
     */
    public boolean rotateIfDue(Instant now, Duration retention) throws IOException {
        load();
        Stat stat = disk.stat(files.live());
        if (stat == null || !stat.isFile() || stat.size() == 0) {
            return false;
        }
        boolean old = cursor.segment() == segments.live()
                && cursor.since() != null
                && !cursor.since().plus(retention).isAfter(now);
        if (!old && stat.size() <= LARGEST) {
            return false;
        }
        long number = segments.live();
        // known again from the disk, also if it is told of an error when the file has been moved already
        segments = null;
        durable.move(files.live(), files.rotated(number, now));
        return true;
    }

    /**
     * Removes the segments that are read to their ends and were rotated at least so long ago.
     *
     * @return true if any is left that somebody may still write to, or that is to be removed later
     */
    public boolean purge(Instant now, Duration retention) throws IOException {
        load();
        boolean changed = false;
        boolean left = false;
        for (Rotated part : segments.rotated()) {
            if (!part.rotatedAt().plus(retention).isAfter(now)) {
                changed |= purge(part);
            }
            Stat stat = disk.stat(part.file());
            left |= stat != null && stat.size() > 0;
        }
        if (changed) {
            // before a cursor that does not know them: what came back would count as unread
            disk.forceFolder(files.folder());
            reload();
        }
        return left;
    }

    private boolean purge(Rotated part) throws IOException {
        Stat stat = disk.stat(part.file());
        if (stat == null || !stat.isFile()) {
            return stat == null;
        }
        if (start(cursor.marks().in(part.number()), stat.size()) < stat.size()) {
            closeLastLine(part, stat.size());
            return false;
        }
        if (!segments.isNewest(part)) {
            disk.remove(part.file());
            return true;
        }
        if (stat.size() > 0) {
            // its name keeps the number, so that none is given twice even without a cursor
            durable.replace(part.file(), NOTHING);
        }
        return false;
    }

    /** Nobody writes to it any more: what has no newline by now is read as it is, and not lost with the file. */
    private void closeLastLine(Rotated part, long size) throws IOException {
        byte[] last = disk.read(part.file(), size - 1, 1);
        if (last.length == 1 && last[0] != '\n') {
            disk.append(part.file(), NEWLINE);
        }
    }

    private Marks ends() throws IOException {
        load();
        Marks ends = segments.ends(disk);
        while (ends == null) {
            reload();
            ends = segments.ends(disk);
        }
        return ends;
    }

    private Marks from(Marks ends) {
        Marks from = Marks.NONE;
        for (long segment : ends.offsets().keySet()) {
            from = from.with(segment, start(cursor.marks().in(segment), ends.in(segment)));
        }
        return from;
    }

    /** A file that is shorter than what was read of it is another one, and all of it is new. */
    private static long start(long mark, long size) {
        return mark > size ? 0 : mark;
    }

    private void load() throws IOException {
        if (segments == null) {
            cursor = Cursor.read(durable, files.cursor());
            reload();
        }
    }

    private void reload() throws IOException {
        segments = Segments.list(disk, files, Math.max(cursor.segment(), segments == null ? 1 : segments.live()));
        inVain = null;
    }
}
