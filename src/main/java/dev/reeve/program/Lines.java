package dev.reeve.program;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.Path;

/** The lines of a file that grows, each handed on once when it is whole. None of it is kept in memory. */
final class Lines {

    /** In bytes. */
    static final int LONGEST = 16 << 20;

    private static final int CHUNK = 64 << 10;

    /** What is done with a line. */
    interface Reader {
        void read(Line line) throws IOException;
    }

    private final Reader line;
    private final Reader torn;
    private final Runnable tooLong;

    /** Where the first line begins that has not been handed on, and up to where its end was looked for. */
    private long start;

    private long looked;

    /** @param torn what stands at the end without the end of a line, when nothing more can come */
    Lines(Reader line, Reader torn, Runnable tooLong) {
        this.line = line;
        this.torn = torn;
        this.tooLong = tooLong;
    }

    /** @param ended nothing more can come */
    void read(Disk disk, Path file, boolean ended) throws IOException {
        byte[] chunk;
        do {
            try {
                chunk = disk.read(file, looked, CHUNK);
            } catch (IOException e) {
                Stat stat = disk.stat(file);
                if (stat == null || !stat.isFile()) {
                    // its process put something else there, or took it away: it says nothing more
                    return;
                }
                throw e;
            }
            take(disk, file, chunk);
        } while (chunk.length == CHUNK);
        if (ended) {
            hand(torn, new Line(disk, file, start, looked));
            start = looked;
        }
    }

    private void take(Disk disk, Path file, byte[] chunk) throws IOException {
        long from = looked;
        for (int i = 0; i < chunk.length; i++) {
            if (chunk[i] == '\n') {
                hand(line, new Line(disk, file, start, from + i));
                start = from + i + 1;
            }
        }
        looked = from + chunk.length;
    }

    private void hand(Reader reader, Line whole) throws IOException {
        long length = whole.end() - whole.start();
        if (length > LONGEST) {
            tooLong.run();
        } else if (length > 0) {
            reader.read(whole);
        }
    }
}
