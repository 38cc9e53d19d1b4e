package dev.reeve.supervisor;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person has written, as an answer to a question that can be answered with yes or no.
 *
 * @param words what stands behind the yes or no; all of it if there is neither
 */
record Reply(Meaning meaning, String words) {

    /** What it begins with. */
    enum Meaning {
        YES,
        NO,
        NEITHER
    }

    private static final Pattern FORM = Pattern.compile(
            "(yes|no)(?![\\p{L}\\p{N}_'\u2019-])[\\s,.:;!\u2013\u2014-]*(.*)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    static Reply of(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? new Reply(Meaning.valueOf(form.group(1).toUpperCase(Locale.ROOT)), form.group(2))
                : new Reply(Meaning.NEITHER, text.strip());
    }

    /** A reason in one line, with what it adds. */
    String after(String reason) {
        String line = words.strip().replaceAll("\\s+", " ");
        return line.isEmpty() ? reason : reason + ": " + line;
    }
}
