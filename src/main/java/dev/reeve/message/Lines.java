package dev.reeve.message;

import dev.reeve.files.Disk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** The whole lines of a part of a file, one after the other, in little memory however long one of them is. */
final class Lines {

    /** A longer line is no message. */
    static final int LONGEST = 1 << 20;

    /** So much of it is kept. */
    static final int BEGINNING = 64 << 10;

    private static final int CHUNK = 64 << 10;

    /**
     * @param end where the next one begins
     * @param content without its newline; only the beginning of one that is too long
     * @param length of all of it
     */
    record Line(long offset, long end, byte[] content, long length) {

        boolean isTooLong() {
            return length > LONGEST;
        }

        boolean isBlank() {
            for (byte b : content) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    private final Disk disk;
    private final Path file;
    private final long end;
    private long behindChunk;
    private byte[] chunk = {};
    private int at;

    Lines(Disk disk, Path file, long from, long end) {
        this.disk = disk;
        this.file = file;
        this.behindChunk = from;
        this.end = end;
    }

    /** @return null if there is none, or its newline is not there yet */
    Line next() throws IOException {
        long offset = behindChunk - chunk.length + at;
        long length = 0;
        byte[] kept = {};
        while (at < chunk.length || fill()) {
            int stop = newline();
            length += stop - at;
            kept = length > LONGEST ? first(kept, stop) : joined(kept, stop);
            at = stop;
            if (stop < chunk.length) {
                at++;
                return new Line(offset, offset + length + 1, kept, length);
            }
        }
        return null;
    }

    private boolean fill() throws IOException {
        int wanted = (int) Math.min(CHUNK, end - behindChunk);
        if (wanted <= 0) {
            return false;
        }
        try {
            chunk = disk.read(file, behindChunk, wanted);
        } catch (NoSuchFileException e) {
            // a person took it away: there is nothing to be read
            return false;
        }
        behindChunk += chunk.length;
        at = 0;
        return chunk.length > 0;
    }

    private int newline() {
        int i = at;
        while (i < chunk.length && chunk[i] != '\n') {
            i++;
        }
        return i;
    }

    private byte[] joined(byte[] kept, int stop) {
        byte[] longer = Arrays.copyOf(kept, kept.length + stop - at);
        System.arraycopy(chunk, at, longer, kept.length, stop - at);
        return longer;
    }

    private byte[] first(byte[] kept, int stop) {
        byte[] enough = kept.length < BEGINNING ? joined(kept, stop) : kept;
        return enough.length > BEGINNING ? Arrays.copyOf(enough, BEGINNING) : enough;
    }
}
