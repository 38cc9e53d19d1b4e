package dev.reeve.task;

import dev.reeve.files.Json;
import dev.reeve.task.TaskSpec.OutputFormat;
import dev.reeve.task.Wait.Cause;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person has written, as an answer to a question that can be answered with yes or no.
 *
 * @param words what stands behind the yes or no; all of it if there is neither
 */
public record Reply(Meaning meaning, String words) {

    /** The largest answer in bytes. */
    public static final int LIMIT = TaskFile.LIMIT;

    /** What it begins with. */
    public enum Meaning {
        YES,
        NO,
        NEITHER
    }

    private static final Pattern FORM = Pattern.compile(
            "(yes|no)(?![\\p{L}\\p{N}_'\u2019-])[\\s,.:;!\u2013\u2014-]*(.*)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    public static Reply of(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? new Reply(Meaning.valueOf(form.group(1).toUpperCase(Locale.ROOT)), form.group(2))
                : new Reply(Meaning.NEITHER, text.strip());
    }

    /** A reason in one line, with what it adds. */
    public String after(String reason) {
        String line = words.strip().replaceAll("\\s+", " ");
        return line.isEmpty() ? reason : reason + ": " + line;
    }

    /** Why this is no answer to what a person is asked about a task; null if it is one. */
    public static String wrong(TaskRecord asked, byte[] content) {
        if (content.length > LIMIT) {
            return "it is larger than " + LIMIT + " bytes";
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return "it is not UTF-8";
        }
        if (text.isBlank()) {
            return "it is empty";
        }
        if (asked.question() == Cause.APPROVAL && of(text).meaning == Meaning.NEITHER) {
            return "it begins with neither yes nor no, which is what is asked";
        }
        boolean json = asked.question() == Cause.ANSWER && asked.spec().output() == OutputFormat.JSON;
        return json && !Json.isValue(content) ? "it is not JSON, as `output: json` asks for" : null;
    }
}
