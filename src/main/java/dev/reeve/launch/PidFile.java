package dev.reeve.launch;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code pid} of an attempt: who its shim is. The shim writes it once, before it claims the attempt.
 *
 * <pre>
 * 4711 158311 49f37bb9-c140-4b93-9d22-2fb9f73ecc82\n
 * pid  start  boot
 * </pre>
 *
 * @param shim its start is {@link Identity#UNKNOWN_START} where the system told the shell none
 * @param boot the boot in which this pid means something
 */
public record PidFile(Identity shim, String boot) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17}) ([0-9]+|-) (\\S+)\n");
    private static final int LIMIT = 256;

    /** @return null if there is none, or none that is whole */
    public static PidFile read(Disk disk, AttemptFolder attempt) throws IOException {
        Stat stat = disk.stat(attempt.pid());
        if (stat == null || !stat.isFile()) {
            return null;
        }
        try {
            return parse(new String(disk.read(attempt.pid(), 0, LIMIT), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    static PidFile parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        return new PidFile(new Identity(Long.parseLong(form.group(1)), form.group(2)), form.group(3));
    }
}
