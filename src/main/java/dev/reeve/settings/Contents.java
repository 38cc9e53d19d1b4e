package dev.reeve.settings;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import dev.reeve.text.Parsed;
import dev.reeve.text.Place;
import dev.reeve.text.Places;
import dev.reeve.text.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The bytes of a configuration file, or the problem that there are none. */
final class Contents {

    private Contents() {}

    /**
     * @param file as problems name it
     * @param limit one byte more than this is read, so that the reader can tell that it is too large
     * @param ifMissing what to do when it is not there
     */
    static Parsed<byte[]> read(Disk disk, Path path, String file, int limit, String ifMissing) {
        try {
            Stat stat = disk.stat(path);
            if (stat == null) {
                return bad(file, "missing", ifMissing);
            }
            if (!stat.isFile()) {
                return bad(file, "no regular file", "put the file itself here, not a link or a folder");
            }
            return new Parsed.Good<>(disk.read(path, 0, limit + 1), Places.NONE, List.of());
        } catch (NoSuchFileException e) {
            return bad(file, "missing", ifMissing);
        } catch (IOException e) {
            return bad(file, "can't be read: " + reason(e), "mend its permissions, or the disk");
        }
    }

    /** Why, in words and without the path. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (e instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static Parsed<byte[]> bad(String file, String what, String advice) {
        return new Parsed.Bad<>(List.of(Problem.error(file, Place.WHOLE, what, advice)));
    }
}
