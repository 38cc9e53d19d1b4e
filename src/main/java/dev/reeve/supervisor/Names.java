package dev.reeve.supervisor;

import dev.reeve.text.Quoted;
import java.nio.charset.StandardCharsets;

/**
 * The names that things may be dropped under: letters and digits of any language, the space, and the usual marks. Quotes,
 * line breaks and pictures are refused, because such a name breaks the scripts that people run over the folders.
 */
final class Names {

    private static final String MARKS = " ._-+,()[]{}@=~&%!;:$^";
    private static final int LONGEST = 200;

    private Names() {}

    /** What is wrong with a name; null if nothing is. */
    static String wrong(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return "its name is longer than " + LONGEST + " bytes";
        }
        int bad = name.codePoints()
                .filter(point -> !Character.isLetterOrDigit(point) && !isMark(point))
                .findFirst()
                .orElse(-1);
        if (bad < 0) {
            return null;
        }
        return "its name has "
                + (Character.isISOControl(bad) ? "the control character " : Quoted.of(Character.toString(bad)) + ", ")
                + "U+%04X".formatted(bad) + " in it";
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return MARKS.indexOf(point) >= 0
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** As much of a name as is safe to build another from. */
    static String safe(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        return safe.length() > 80 ? safe.substring(0, 80) : safe;
    }
}
