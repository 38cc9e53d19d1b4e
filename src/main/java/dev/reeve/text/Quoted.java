package dev.reeve.text;

/** A piece of somebody's text within a sentence: short, on one line, with nothing in it that a terminal obeys. */
public final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    public static String of(String text) {
        boolean isLong = text.codePointCount(0, text.length()) > LONGEST;
        String shown = isLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…" : text;
        return "`" + harmless(shown) + "`";
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
