package dev.reeve.event;

import java.util.regex.Pattern;

/**
 * A text that lets itself be looked at only so often. A person's regular expression meets texts of strangers, and of some
 * expressions there are texts for which a search never ends.
 */
final class Bounded implements CharSequence {

    /** Some milliseconds' worth, and far more than a search without detours takes. */
    private static final int LOOKS = 4_000_000;

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private final int[] left;

    private Bounded(String text, int[] left) {
        this.text = text;
        this.left = left;
    }

    /** @return false also if nobody can tell in time */
    static boolean find(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Bounded(text, new int[] {LOOKS})).find();
        } catch (TooLong | StackOverflowError e) {
            // of some expressions the search goes a level deeper with each letter
            return false;
        }
    }

    @Override
    public char charAt(int index) {
        if (left[0]-- <= 0) {
            throw new TooLong();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new Bounded(text.substring(start, end), left);
    }

    @Override
    public String toString() {
        return text;
    }
}
