package dev.reeve.task;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads an attempt's notes as they come. A look at a file that has not changed costs no reading; of one that has grown by
 * much, only the end is read.
 */
public final class Notes {

    private static final int MOST_BYTES = 64 << 10;
    /** Of what comes within one look: a program that does nothing but announce can't drown everybody else. */
    private static final int MOST = 200;

    private final Disk disk;
    private final Consumer<byte[]> hide;
    private long next;
    private long size;
    private Instant modified;
    private Note last;

    public Notes(Disk disk) {
        this(disk, content -> {});
    }

    /** @param hide overwrites what nobody is to be told */
    public Notes(Disk disk, Consumer<byte[]> hide) {
        this.disk = disk;
        this.hide = hide;
    }

    /** The newest that was read; null if there was none. */
    public Note last() {
        return last;
    }

    /** Those that have come since the last call. A last line without its newline is not there yet. */
    public List<Note> fresh(Path file) throws IOException {
        Stat stat = disk.stat(file);
        if (stat == null
                || !stat.isFile()
                || stat.size() == size && stat.modified().equals(modified)) {
            return List.of();
        }
        // the same length with another time is written over, or just about to grow: which, nobody can tell
        boolean grown = stat.size() != size;
        long begin = stat.size() > size ? next : 0;
        long from = Math.max(begin, stat.size() - MOST_BYTES);
        Lines lines;
        try {
            // no more than is told of: what has come since belongs to the next look
            byte[] content = disk.read(file, from, (int) (stat.size() - from));
            hide.accept(content);
            lines = read(content, from, from > begin);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        size = stat.size();
        modified = stat.modified();
        List<Note> all = lines.notes();
        last = all.isEmpty() ? last : all.get(all.size() - 1);
        if (!grown) {
            return List.of();
        }
        next = Math.max(begin, lines.end());
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    /** The newest of all; null if there is none. */
    public Note newest(Path file) throws IOException {
        fresh(file);
        return last;
    }

    /** @param end of the last whole line; 0 if there is none */
    private record Lines(List<Note> notes, long end) {}

    private static Lines read(byte[] content, long from, boolean inside) {
        List<Note> notes = new ArrayList<>();
        boolean whole = !inside;
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                Note note = whole ? Note.of(from + start, Arrays.copyOfRange(content, start, i)) : null;
                if (note != null) {
                    notes.add(note);
                }
                whole = true;
                start = i + 1;
            }
        }
        return new Lines(notes, start == 0 ? 0 : from + start);
    }
}
