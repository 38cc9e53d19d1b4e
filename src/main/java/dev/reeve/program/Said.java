package dev.reeve.program;

import java.util.function.Consumer;

/** Lines and pieces of lines for a person. What was said last is not said twice: many programs end with their last words. */
final class Said {

    private static final int LONGEST_LINE = 500;
    private static final int REMEMBERED = 1 << 16;

    private final Consumer<String> reader;
    private final StringBuilder last = new StringBuilder();
    private boolean midLine;

    Said(Consumer<String> reader) {
        this.reader = reader;
    }

    void line(String words) {
        block(Plain.line(words, LONGEST_LINE));
    }

    /** Lines of their own. */
    void block(String words) {
        String plain = Plain.text(words).strip();
        boolean again = plain.contentEquals(last.toString().strip());
        endLine();
        if (plain.isEmpty() || again) {
            return;
        }
        last.setLength(0);
        remember(plain);
        reader.accept(plain + "\n");
    }

    /** More of what is being said. */
    void more(String words) {
        String plain = Plain.text(words);
        if (plain.isEmpty()) {
            return;
        }
        if (!midLine) {
            last.setLength(0);
        }
        remember(plain);
        midLine = true;
        reader.accept(plain);
    }

    void endLine() {
        if (midLine) {
            reader.accept("\n");
            midLine = false;
        }
    }

    private void remember(String words) {
        last.append(words, 0, Math.min(words.length(), REMEMBERED - Math.min(REMEMBERED, last.length())));
    }
}
