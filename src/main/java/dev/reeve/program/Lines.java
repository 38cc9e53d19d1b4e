package dev.reeve.program;

import dev.reeve.files.Disk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** The lines of a file that grows, each handed on once when it is whole. A line that is too long is never in memory. */
final class Lines {

    /** In bytes. */
    static final int LONGEST = 16 << 20;

    private static final int CHUNK = 64 << 10;

    private final Consumer<byte[]> line;
    private final Consumer<byte[]> torn;
    private final Runnable tooLong;

    /** Where the first line begins that has not been handed on, and up to where its end was looked for. */
    private long start;

    private long looked;
    private boolean passingOver;

    /** @param torn what stands at the end without the end of a line, when nothing more can come */
    Lines(Consumer<byte[]> line, Consumer<byte[]> torn, Runnable tooLong) {
        this.line = line;
        this.torn = torn;
        this.tooLong = tooLong;
    }

    /** @param ended nothing more can come */
    void read(Disk disk, Path file, boolean ended) throws IOException {
        while (true) {
            byte[] chunk;
            try {
                chunk = disk.read(file, looked, CHUNK);
            } catch (NoSuchFileException e) {
                return;
            }
            take(disk, file, chunk);
            if (chunk.length < CHUNK) {
                break;
            }
        }
        if (ended && looked > start && !passingOver) {
            torn.accept(disk.read(file, start, (int) (looked - start)));
            start = looked;
        }
    }

    private void take(Disk disk, Path file, byte[] chunk) throws IOException {
        long from = looked;
        for (int i = 0; i < chunk.length; i++) {
            if (chunk[i] == '\n') {
                long end = from + i;
                if (start >= from && !passingOver) {
                    hand(Arrays.copyOfRange(chunk, (int) (start - from), i));
                } else {
                    handOn(disk, file, end);
                }
                start = end + 1;
                passingOver = false;
            }
        }
        looked = from + chunk.length;
        if (looked - start > LONGEST && !passingOver) {
            passingOver = true;
            tooLong.run();
        }
    }

    /** A line that began in an earlier chunk is read anew, as a whole. */
    private void handOn(Disk disk, Path file, long end) throws IOException {
        if (passingOver) {
            return;
        }
        if (end - start > LONGEST) {
            tooLong.run();
            return;
        }
        hand(disk.read(file, start, (int) (end - start)));
    }

    private void hand(byte[] whole) {
        if (whole.length > 0) {
            line.accept(whole);
        }
    }
}
