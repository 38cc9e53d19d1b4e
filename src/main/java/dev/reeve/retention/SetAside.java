package dev.reeve.retention;

import dev.reeve.files.Disk;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where that is which goes, beside the days that it is of. Under a dot-name, so that nobody takes half of something for
 * all of it.
 *
 * <pre>
 * done/.trim-2026-10-01/&lt;id&gt;/        set aside, and still whole
 * done/.trimmed-2026-10-01/&lt;id&gt;/     told, and being removed
 * </pre>
 */
final class SetAside {

    private static final Pattern FORM = Pattern.compile("\\.(trim|trimmed)-(\\d{4}-\\d{2}-\\d{2})(\\.\\d+)?");

    private SetAside() {}

    static Path of(Path days, String date) {
        return days.resolve(".trim-" + date);
    }

    /** A name that is free: what could not be removed may have the usual one. */
    static Path told(Disk disk, Path days, String date) throws IOException {
        Path told = days.resolve(".trimmed-" + date);
        for (int more = 2; disk.stat(told) != null; more++) {
            told = days.resolve(".trimmed-" + date + "." + more);
        }
        return told;
    }

    /** Whose folder this is that was set aside; null if it is none. */
    static String dateOf(String name) {
        Matcher form = FORM.matcher(name);
        return form.matches() && Where.isDate(form.group(2)) ? form.group(2) : null;
    }

    static boolean isTold(String name) {
        return name.startsWith(".trimmed-");
    }
}
