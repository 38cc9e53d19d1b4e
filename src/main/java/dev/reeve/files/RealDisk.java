package dev.reeve.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The disk of the machine. */
public final class RealDisk implements Disk {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    @Override
    public List<String> list(Path folder) throws IOException {
        // the stream would follow a link
        if (Files.isSymbolicLink(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(entry.getFileName().toString());
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    @Override
    public Stat stat(Path path) throws IOException {
        Map<String, Object> seen;
        try {
            seen = Files.readAttributes(path, "unix:ino,dev,mode,size,lastModifiedTime", NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        } catch (FileSystemException e) {
            // a file stands where the path wants a folder: nothing is at this path
            // or the name is longer than any on this disk
            if ("Not a directory".equals(e.getReason()) || "File name too long".equals(e.getReason())) {
                return null;
            }
            throw e;
        }
        return new Stat(
                kind((int) seen.get("mode")),
                (long) seen.get("ino"),
                (long) seen.get("dev"),
                (long) seen.get("size"),
                ((FileTime) seen.get("lastModifiedTime")).toInstant());
    }

    private static Stat.Kind kind(int mode) {
        return switch (mode & 0170000) {
            case 0100000 -> Stat.Kind.FILE;
            case 0040000 -> Stat.Kind.FOLDER;
            case 0120000 -> Stat.Kind.LINK;
            default -> Stat.Kind.OTHER;
        };
    }

    @Override
    public byte[] read(Path file, long offset, int limit) throws IOException {
        refuseWhatWaits(file);
        try (FileChannel channel = FileChannel.open(file, Set.of(READ, NOFOLLOW_LINKS))) {
            int wanted = (int) Math.max(0, Math.min(limit, channel.size() - offset));
            ByteBuffer buffer = ByteBuffer.allocate(wanted);
            while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
                // a read may give less than was asked for
            }
            return buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
        }
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(WRITE, CREATE_NEW), OWNER_FILE)) {
            writeAll(channel, content);
        }
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        refuseWhatWaits(file);
        try (FileChannel channel = FileChannel.open(file, Set.of(WRITE, APPEND, CREATE, NOFOLLOW_LINKS), OWNER_FILE)) {
            int written = channel.write(ByteBuffer.wrap(content));
            if (written != content.length) {
                throw new FileSystemException(
                        file.toString(), null, "only " + written + " of " + content.length + " bytes were taken");
            }
        }
    }

    /** Opening a FIFO waits until its other end is opened, which may be never. */
    private void refuseWhatWaits(Path path) throws IOException {
        Stat stat = stat(path);
        if (stat != null && stat.kind() == Stat.Kind.OTHER) {
            throw new FileSystemException(path.toString(), null, "a FIFO, a socket or a device");
        }
    }

    private static void writeAll(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void link(Path existing, Path name) throws IOException {
        Files.createLink(name, existing);
    }

    @Override
    public void symlink(Path name, String target) throws IOException {
        Files.createSymbolicLink(name, name.getFileSystem().getPath(target));
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder, OWNER_FOLDER);
    }

    @Override
    public void remove(Path path) throws IOException {
        Files.delete(path);
    }

    @Override
    public void forceFile(Path file) throws IOException {
        force(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        force(folder);
    }

    private void force(Path path) throws IOException {
        refuseWhatWaits(path);
        try (FileChannel channel = FileChannel.open(path, Set.of(READ, NOFOLLOW_LINKS))) {
            channel.force(true);
        }
    }

    @Override
    public HeldLock lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, Set.of(READ, WRITE, CREATE, NOFOLLOW_LINKS), OWNER_FILE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (java.nio.channels.OverlappingFileLockException e) {
            // This very process holds it. The channel stays open on purpose: closing it would give that lock away.
            return null;
        }
        if (lock == null) {
            channel.close();
            return null;
        }
        Stat locked = stat(file);
        return new HeldLock() {
            @Override
            public boolean stillNamed() throws IOException {
                Stat now = stat(file);
                return now != null && locked != null && now.sameFile(locked);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
