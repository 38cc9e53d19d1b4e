package dev.reeve.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * The machine around the workspace, behind a seam that a simulator replaces. Unlike a {@link Disk} it
 * follows links: what people name out there may well be one.
 */
public interface Outside {

    enum Kind {
        MISSING,
        FILE,
        FOLDER,
        /** A FIFO, a socket or a device: reading it may wait for ever. */
        OTHER
    }

    Kind look(Path path);

    /** Up to {@code limit} bytes of a regular file. */
    byte[] read(Path file, int limit) throws IOException;

    /** The path without any links in it; null if nothing is there. */
    Path real(Path path);

    /** True if anybody but its owner may read it. */
    boolean othersMayRead(Path path);

    /** True if anybody but its owner may change it. */
    boolean othersMayWrite(Path path);

    /** True if who asks is the administrator, for whom some fences do not hold and some can't be made. */
    boolean isRoot();

    static Outside ofThisMachine() {
        return new Outside() {
            @Override
            public Kind look(Path path) {
                if (Files.isRegularFile(path)) {
                    return Kind.FILE;
                }
                if (Files.isDirectory(path)) {
                    return Kind.FOLDER;
                }
                return Files.exists(path) ? Kind.OTHER : Kind.MISSING;
            }

            @Override
            public byte[] read(Path file, int limit) throws IOException {
                try (InputStream in = Files.newInputStream(file)) {
                    return in.readNBytes(limit);
                }
            }

            @Override
            public Path real(Path path) {
                try {
                    return path.toRealPath();
                } catch (IOException e) {
                    return null;
                }
            }

            @Override
            public boolean othersMayRead(Path path) {
                return isAnyOf(path, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
            }

            @Override
            public boolean othersMayWrite(Path path) {
                return isAnyOf(path, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
            }

            @Override
            public boolean isRoot() {
                return System.getProperty("user.name", "").equals("root");
            }

            private boolean isAnyOf(Path path, PosixFilePermission group, PosixFilePermission others) {
                try {
                    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
                    return permissions.contains(group) || permissions.contains(others);
                } catch (IOException e) {
                    return false;
                }
            }
        };
    }
}
