package dev.reeve.text;

/** A piece of somebody's text within a sentence: short, on one line, with nothing in it that a terminal obeys. */
public final class Quoted {

    private static final int LONGEST = 60;
    private static final int LONGEST_PATH = 1000;

    private Quoted() {}

    public static String of(String text) {
        String shown = first(LONGEST, text);
        return "`" + harmless(shown) + (shown.length() < text.length() ? "…" : "") + "`";
    }

    /** A path, or several: as it is, so that it can be copied, unless it is longer than any that a person writes. */
    public static String path(String text) {
        String shown = first(LONGEST_PATH, text);
        return harmless(shown) + (shown.length() < text.length() ? "…" : "");
    }

    /** As much of a text as makes no difference to how it is quoted: the whole may be as long as a file. */
    static String beginning(String text) {
        return first(LONGEST + 1, text);
    }

    /** So many letters of it at most. */
    public static String beginning(String text, int most) {
        return first(most, text);
    }

    private static String first(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        String enough = text.substring(0, Math.min(text.length(), 2 * most));
        return enough.codePointCount(0, enough.length()) <= most
                ? enough
                : enough.substring(0, enough.offsetByCodePoints(0, most));
    }

    /** The whole text, on one line, with nothing in it that a terminal obeys. */
    public static String harmless(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isSafe(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format("\\u%04x", c));
            }
        });
        return shown.toString();
    }

    private static boolean isSafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
