package dev.reeve.launch;

import java.nio.charset.StandardCharsets;

/** Text from outside, set apart so that a reader can tell where it begins and ends whatever it says. */
public final class Fence {

    private static final int SHORTEST = 3;

    private Fence() {}

    /** Between two rows of backticks longer than any in the text. */
    public static String around(String text) {
        String fence = "`".repeat(Math.max(SHORTEST, longestRow(text) + 1));
        String newline = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        return fence + "text\n" + text + newline + fence + "\n";
    }

    private static int longestRow(String text) {
        int longest = 0;
        int row = 0;
        for (int i = 0; i < text.length(); i++) {
            row = text.charAt(i) == '`' ? row + 1 : 0;
            longest = Math.max(longest, row);
        }
        return longest;
    }

    /** The beginning of a text that is at most so many bytes long, never half a letter. */
    public static String excerpt(String text, long bytes) {
        long used = 0;
        int end = 0;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            used += Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (used > bytes) {
                return text.substring(0, end);
            }
            end += Character.charCount(letter);
        }
        return text;
    }
}
