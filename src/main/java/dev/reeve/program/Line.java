package dev.reeve.program;

import dev.reeve.files.Disk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A line of a file, which may be too long to be in memory: read where it stands. */
record Line(Disk disk, Path file, long start, long end) {

    private static final int CHUNK = 64 << 10;

    byte[] beginning(int most) throws IOException {
        return disk.read(file, start, (int) Math.min(most, end - start));
    }

    InputStream open() throws IOException {
        return end - start <= CHUNK ? new ByteArrayInputStream(beginning(CHUNK)) : new Chunks();
    }

    private final class Chunks extends InputStream {
        private byte[] chunk = {};
        private int at;
        private long next = start;

        @Override
        public int read() throws IOException {
            return more() ? chunk[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int some = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, into, offset, some);
            at += some;
            return some;
        }

        private boolean more() throws IOException {
            if (at == chunk.length && next < end) {
                chunk = disk.read(file, next, (int) Math.min(CHUNK, end - next));
                at = 0;
                next = chunk.length == 0 ? end : next + chunk.length;
            }
            return at < chunk.length;
        }
    }
}
