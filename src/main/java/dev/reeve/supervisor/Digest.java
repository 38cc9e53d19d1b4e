package dev.reeve.supervisor;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/** What tells two dropped things apart: their bytes, and of a folder the names in it. */
final class Digest {

    private static final int CHUNK = 1 << 16;

    private final Disk disk;
    private final MessageDigest digest;

    private Digest(Disk disk, MessageDigest digest) {
        this.disk = disk;
        this.digest = digest;
    }

    static String of(Disk disk, Path dropped) throws IOException {
        try {
            Digest one = new Digest(disk, MessageDigest.getInstance("SHA-256"));
            one.add(dropped);
            return HexFormat.of().formatHex(one.digest.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void add(Path path) throws IOException {
        Stat stat = disk.stat(path);
        if (stat != null && stat.isFolder()) {
            for (String name : new TreeSet<>(disk.list(path))) {
                digest.update((name + "\0").getBytes(StandardCharsets.UTF_8));
                add(path.resolve(name));
            }
        } else if (stat != null && stat.isFile()) {
            byte[] chunk;
            long offset = 0;
            do {
                chunk = disk.read(path, offset, CHUNK);
                digest.update(chunk);
                offset += chunk.length;
            } while (chunk.length == CHUNK);
        }
    }
}
