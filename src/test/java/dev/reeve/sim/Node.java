package dev.reeve.sim;

import dev.reeve.files.Stat;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What an inode holds: how it is now, and beside that how much of it is sure to be found after a power cut. */
final class Node {

    private static final long DEVICE = 1;
    private static final long FOLDER_SIZE = 4096;

    final long number;
    final Stat.Kind kind;

    /** Of a link. */
    final String target;

    /** Of a folder. */
    final Map<String, Node> names = new TreeMap<>();

    final Map<String, Node> durableNames = new TreeMap<>();

    /** Of a file. A file only ever grows, so what is durable is a beginning of it. */
    byte[] content = {};

    int durableLength;

    Instant modified;

    Node(long number, Stat.Kind kind, String target, Instant modified) {
        this.number = number;
        this.kind = kind;
        this.target = target;
        this.modified = modified;
    }

    boolean isFolder() {
        return kind == Stat.Kind.FOLDER;
    }

    boolean isFile() {
        return kind == Stat.Kind.FILE;
    }

    void append(byte[] more, Instant now) {
        byte[] longer = Arrays.copyOf(content, content.length + more.length);
        System.arraycopy(more, 0, longer, content.length, more.length);
        content = longer;
        modified = now;
    }

    Stat stat() {
        long size = switch (kind) {
            case FILE -> content.length;
            case LINK -> target.length();
            default -> FOLDER_SIZE;
        };
        return new Stat(kind, number, DEVICE, size, modified);
    }
}
