package dev.reeve.launch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine has no memory, no process or no open file left for another program. What was to be started is not to blame,
 * and may be started later. A process may have come of it all the same: the files of its attempt tell.
 */
public final class MachineFull extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * ENOMEM, ENFILE, EMFILE, and EAGAIN of Linux and of macOS; or Java's own helper could not be loaded. Java has no other
     * way to tell them.
     */
    private static final Pattern FULL =
            Pattern.compile("\\berror[=:] ?(?:(?:11|12|23|24|35)\\b[, ]*(.*)|0, (.*spawn helper.*))");

    public MachineFull(String reason) {
        super(reason);
    }

    /** What kept a program from being started, told apart. */
    static IOException orOther(IOException e) {
        if (e instanceof FileSystemException || e.getCause() instanceof FileNotFoundException) {
            // its streams, which were made for it just now
            return because(e.getMessage(), e);
        }
        Matcher full = FULL.matcher(String.valueOf(e.getMessage()));
        return full.find() ? because(full.group(full.group(1) == null ? 2 : 1), e) : e;
    }

    static MachineFull because(String reason, Throwable cause) {
        MachineFull full = new MachineFull(reason);
        full.initCause(cause);
        return full;
    }
}
