package dev.reeve.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk, in single steps. A crash may fall before, between or after any two of them, and what was not forced may be
 * gone afterwards: data that {@link #forceFile} was not told of, names that {@link #forceFolder} was not told of.
 *
 * <p>The contract, which every implementation is held to by one suite of tests:
 *
 * <ul>
 *   <li>A missing file is a {@link java.nio.file.NoSuchFileException}, a taken name a
 *       {@link java.nio.file.FileAlreadyExistsException}; everything else is another {@link IOException}.
 *   <li>No step follows a symbolic link in the last name of its path.
 *   <li>{@link #create} and {@link #link} are claims: of two callers, one wins.
 *   <li>{@link #rename} takes the place of a file that has the new name already, silently, as POSIX does; callers never
 *       rename over a name that could be taken by somebody else's file.
 * </ul>
 */
public interface Disk {

    /** The names in a folder, in no order. */
    List<String> list(Path folder) throws IOException;

    /** What stands at this path, or null if nothing does. */
    Stat stat(Path path) throws IOException;

    /** Up to {@code limit} bytes of a regular file, from {@code offset} on; fewer when the file ends. */
    byte[] read(Path file, long offset, int limit) throws IOException;

    /** Makes a file that was not there, for its owner only. */
    void create(Path file, byte[] content) throws IOException;

    /** Adds to the end of a file in one write, making the file if need be. Whoever is told of an error adds it again. */
    void append(Path file, byte[] content) throws IOException;

    /** One atomic rename, on one file system. */
    void rename(Path from, Path to) throws IOException;

    /** A second name for a file. */
    void link(Path existing, Path name) throws IOException;

    /** A symbolic link, with its target as written. */
    void symlink(Path name, String target) throws IOException;

    /** Makes one folder, for its owner only. Its parent is never made in passing. */
    void makeFolder(Path folder) throws IOException;

    /** Removes a file, a link, or an empty folder. */
    void remove(Path path) throws IOException;

    /** What was written to the file outlasts a power cut from here on. */
    void forceFile(Path file) throws IOException;

    /** The names in the folder, as they are now, outlast a power cut from here on. */
    void forceFolder(Path folder) throws IOException;

    /**
     * The kernel's own lock on a file, made if need be, or null if another process has it. It ends with the process. No
     * code may open this file a second time: closing any descriptor of it gives a POSIX lock away.
     */
    HeldLock lock(Path file) throws IOException;

    /** A kernel lock in force. */
    interface HeldLock extends AutoCloseable {
        /** True while the path still names the file that is locked. */
        boolean stillNamed() throws IOException;

        @Override
        void close() throws IOException;
    }
}
