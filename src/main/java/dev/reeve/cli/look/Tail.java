package dev.reeve.cli.look;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that grows, from where it was left, wherever it is moved meanwhile. */
final class Tail {

    private static final int CHUNK = 64 << 10;

    private final Disk disk;
    private long offset;

    Tail(Disk disk) {
        this.disk = disk;
    }

    /** Begins that many lines before the end. */
    void skipToLast(Path file, long lines) throws IOException {
        Stat stat = disk.stat(file);
        if (stat == null || !stat.isFile()) {
            offset = 0;
        } else {
            offset = lines == 0 ? stat.size() : startOfLast(file, stat.size(), lines);
        }
    }

    private long startOfLast(Path file, long size, long lines) throws IOException {
        long found = 0;
        // the newline that ends the last line begins none
        for (long end = size; end > 0; ) {
            long start = Math.max(0, end - CHUNK);
            byte[] chunk = disk.read(file, start, (int) (end - start));
            for (int i = chunk.length - 1; i >= 0; i--) {
                if (chunk[i] == '\n' && start + i != size - 1 && ++found >= lines) {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    /** @return what is new, or nothing if there is nothing new or, just now, no such file */
    byte[] next(Path file) throws IOException {
        try {
            Stat stat = disk.stat(file);
            if (stat == null || !stat.isFile() || stat.size() <= offset) {
                return new byte[0];
            }
            byte[] chunk = disk.read(file, offset, CHUNK);
            offset += chunk.length;
            return chunk;
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }
}
