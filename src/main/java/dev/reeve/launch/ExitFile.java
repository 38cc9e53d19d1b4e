package dev.reeve.launch;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.Stat;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code exit} of an attempt: whose it is, and how it ended. Whoever makes this file has the attempt, and only one can.
 *
 * <pre>
 * (nothing)        the shim has made it, and has run nothing yet: it is about to, or died, or the disk was full
 * (a space)        the shim has claimed it: its program runs, or the shim died
 *  143\n           the shim's program ended with this status
 * never\n          the supervisor closed it: nobody ran it, and nobody will
 * </pre>
 *
 * <p>Nothing counts before its newline, and what has another form is a claim without an end.
 */
public final class ExitFile {

    private static final Pattern STATUS = Pattern.compile(" ([0-9]{1,3})\n");
    private static final String NEVER = "never\n";
    private static final int LIMIT = 16;

    private ExitFile() {}

    /** What the file says. */
    public sealed interface State permits Missing, Empty, Claimed, Ended, Never {}

    public record Missing() implements State {}

    public record Empty() implements State {}

    public record Claimed() implements State {}

    public record Ended(int status) implements State {}

    public record Never() implements State {}

    public static State read(Disk disk, AttemptFolder attempt) throws IOException {
        Stat stat = disk.stat(attempt.exit());
        if (stat == null) {
            return new Missing();
        }
        if (!stat.isFile() || stat.size() >= LIMIT) {
            return new Claimed();
        }
        try {
            return parse(new String(disk.read(attempt.exit(), 0, LIMIT), StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            return new Missing();
        }
    }

    static State parse(String text) {
        if (text.isEmpty()) {
            return new Empty();
        }
        if (text.equals(NEVER)) {
            return new Never();
        }
        Matcher status = STATUS.matcher(text);
        return status.matches() ? new Ended(Integer.parseInt(status.group(1))) : new Claimed();
    }

    /**
     * Closes an attempt that nobody has claimed, for good.
     *
     * @return false if somebody has it: read again
     */
    public static boolean closeNever(Durable durable, AttemptFolder attempt) throws IOException {
        return durable.linkUnforced(attempt.exit(), NEVER.getBytes(StandardCharsets.US_ASCII));
    }
}
