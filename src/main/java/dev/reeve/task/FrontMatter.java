package dev.reeve.task;

import dev.reeve.text.Place;
import dev.reeve.text.Report;

/** Markdown in its two parts. The YAML begins on the file's second line. */
public record FrontMatter(String yaml, String body) {

    private static final String FENCE = "---";

    /** @return null if the report says that the front matter has no end */
    public static FrontMatter split(String text, Report report) {
        int end = lineEnd(text, 0);
        if (!isFence(text, 0, end)) {
            return new FrontMatter("", text);
        }
        int first = Math.min(end + 1, text.length());
        for (int start = first; start < text.length(); ) {
            end = lineEnd(text, start);
            if (isFence(text, start, end)) {
                return new FrontMatter(text.substring(first, start), text.substring(Math.min(end + 1, text.length())));
            }
            start = end + 1;
        }
        report.error(
                new Place(1, 1),
                "front matter that begins here and has no end",
                "write a line `---` after its last key; if it is a line of the task, put an empty line before it");
        return null;
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private static boolean isFence(String text, int start, int end) {
        return text.startsWith(FENCE, start)
                && text.substring(start + FENCE.length(), end).isBlank();
    }
}
