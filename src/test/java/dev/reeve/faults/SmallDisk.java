package dev.reeve.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file system of a few megabytes in memory, which can be filled to the last byte and the last file. */
final class SmallDisk implements AutoCloseable {

    private static final long PAGE = 4096;

    private final Namespace namespace;
    private final Path path;
    private final List<Path> ballast = new ArrayList<>();

    private SmallDisk(Namespace namespace, Path path) {
        this.namespace = namespace;
        this.path = path;
    }

    static SmallDisk mount(Namespace namespace, Path path) throws IOException {
        Files.createDirectory(path);
        namespace.sh("mount -t tmpfs -o size=24m,nr_inodes=20000 tmpfs '" + path + "'");
        return new SmallDisk(namespace, path);
    }

    /** As those in the namespace know it. */
    Path path() {
        return path;
    }

    /** As this test reaches it. */
    Path seen() {
        return namespace.seen(path);
    }

    /** Until neither a byte nor a file more can be had. */
    void fill() throws IOException {
        fillBut(0);
        try {
            while (true) {
                ballast.add(Files.createFile(seen().resolve("ballast-" + ballast.size())));
            }
        } catch (IOException e) {
            // that is full
        }
    }

    /** Until there is room for so many small files. */
    void fillBut(int smallFiles) throws IOException {
        Path big = Files.createFile(seen().resolve("ballast"));
        ballast.add(big);
        try (OutputStream bytes = Files.newOutputStream(big)) {
            for (byte[] chunk = new byte[1 << 16]; chunk.length > 0; ) {
                try {
                    bytes.write(chunk);
                } catch (IOException e) {
                    chunk = new byte[chunk.length / 16];
                }
            }
        }
        try (FileChannel bytes = FileChannel.open(big, StandardOpenOption.WRITE)) {
            bytes.truncate(bytes.size() - smallFiles * PAGE);
        }
    }

    void free() throws IOException {
        for (Path each : ballast) {
            Files.delete(each);
        }
        ballast.clear();
    }

    @Override
    public void close() throws IOException {
        free();
        namespace.sh("umount -l '" + path + "'");
    }
}
