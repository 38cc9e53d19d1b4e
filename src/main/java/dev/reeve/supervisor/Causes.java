package dev.reeve.supervisor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** An error of the disk, as a person would say it. */
final class Causes {

    /** ENOSPC and EDQUOT, as Linux and macOS say them. */
    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "Disc quota exceeded");

    private Causes() {}

    static String words(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there";
        }
        if (e instanceof AccessDeniedException denied) {
            return "no permission " + (denied.getOtherFile() == null ? "for " : "to move ") + files(denied);
        }
        if (e instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is there already";
        }
        if (e instanceof DirectoryNotEmptyException full) {
            return full.getFile() + " is not empty";
        }
        if (e instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason() + " (" + files(failed) + ")";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** What wants a person's eye then. Java tells a full disk by the system's words alone. */
    static Alert.Kind alert(IOException e) {
        String kind = kind(e);
        return FULL.stream().anyMatch(kind::contains) ? Alert.Kind.DISK : Alert.Kind.PROBLEM;
    }

    /** The same for the same trouble, whichever file it meets. */
    static String kind(IOException e) {
        String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return e.getClass().getName() + ": " + reason;
    }

    /** Of a move both ends: nobody can tell which of the two folders is to blame. */
    private static String files(FileSystemException e) {
        return e.getOtherFile() == null ? e.getFile() : e.getFile() + " to " + e.getOtherFile();
    }
}
