package dev.reeve.files;

import java.time.Instant;

/**
 * What a look at a path tells.
 *
 * @param inode the file's identity on its device, the same after a rename
 * @param device which file system it is on
 */
public record Stat(Kind kind, long inode, long device, long size, Instant modified) {

    /** OTHER is a device, a socket, a FIFO: never opened. */
    public enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    public boolean isFile() {
        return kind == Kind.FILE;
    }

    public boolean isFolder() {
        return kind == Kind.FOLDER;
    }

    public boolean sameFile(Stat other) {
        return inode == other.inode && device == other.device;
    }
}
