package dev.reeve.confine;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.Stat;
import dev.reeve.text.Sizes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Keeps the head and the tail of what a process printed too much of, with a line between them that says how much is
 * missing. What was cut before is short enough, and stays as it is.
 */
public final class Cutting {

    private static final int CHUNK = 1 << 20;
    /** No line between is longer. */
    private static final int BETWEEN = 200;
    /** As far as an end of a line is looked for. */
    private static final int LINE = 4 << 10;

    private Cutting() {}

    /** @param most so many bytes are kept */
    public static void cut(Durable durable, Path file, long most) throws IOException {
        Disk disk = durable.disk();
        Stat stat = disk.stat(file);
        if (stat == null || !stat.isFile() || stat.size() <= most) {
            return;
        }
        long half = (most - BETWEEN) / 2;
        long head = headEnd(disk, file, half);
        long tail = tailStart(disk, file, stat.size() - half);
        String between = "\n[%d bytes are missing here: `resources: {output: %s}` keeps the beginning and the end]\n"
                .formatted(tail - head, Sizes.written(most));
        Durable.Staged staged = durable.stage(file, new byte[0]);
        try {
            copy(disk, file, 0, head, staged.temporary());
            disk.append(staged.temporary(), between.getBytes(StandardCharsets.UTF_8));
            copy(disk, file, tail, stat.size(), staged.temporary());
        } catch (IOException e) {
            durable.discard(staged);
            throw e;
        }
        durable.put(staged);
    }

    /** At the end of a line, if one ends near there, else between two letters. */
    private static long headEnd(Disk disk, Path file, long near) throws IOException {
        long from = Math.max(0, near - LINE);
        byte[] window = disk.read(file, from, (int) (near + 1 - from));
        for (int i = window.length - 2; i >= 0; i--) {
            if (window[i] == '\n') {
                return from + i + 1;
            }
        }
        int end = window.length - 1;
        while (end > 0 && isWithinLetter(window[end])) {
            end--;
        }
        return from + end;
    }

    private static long tailStart(Disk disk, Path file, long near) throws IOException {
        byte[] window = disk.read(file, near, LINE);
        for (int i = 0; i < window.length - 1; i++) {
            if (window[i] == '\n') {
                return near + i + 1;
            }
        }
        int start = 0;
        while (start < window.length && isWithinLetter(window[start])) {
            start++;
        }
        return near + start;
    }

    /** A byte of UTF-8 that no letter begins with. */
    private static boolean isWithinLetter(byte one) {
        return (one & 0xc0) == 0x80;
    }

    private static void copy(Disk disk, Path file, long from, long end, Path to) throws IOException {
        for (long at = from; at < end; at += CHUNK) {
            disk.append(to, disk.read(file, at, (int) Math.min(CHUNK, end - at)));
        }
    }
}
