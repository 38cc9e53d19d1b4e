package dev.reeve.task;

import dev.reeve.files.Json;
import dev.reeve.text.Quoted;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an agent says of how far it is: a line of {@code door/notes.jsonl}.
 *
 * <pre>
 * {"text":"half way","percent":50}
 * </pre>
 *
 * <p>Agents write it with {@code echo}, so that nothing is refused: whatever has another form is shown as it stands.
 *
 * @param at where its line begins in the file
 * @param text short, on one line, with nothing in it that a terminal obeys; may be empty if there is a percentage
 * @param percent from 0 to 100; null if it does not say
 */
public record Note(long at, String text, Integer percent) {

    private static final int LONGEST = 200;

    /** @return null for a line with nothing in it */
    static Note of(long at, byte[] line) {
        ObjectNode object = Json.parseObject(line);
        String text = object == null ? null : Json.text(object, "text");
        Integer percent = object == null ? null : percent(Json.number(object, "percent"));
        if (text == null && percent == null) {
            text = new String(line, StandardCharsets.UTF_8);
        }
        String shown = text == null ? "" : oneLine(text);
        return shown.isEmpty() && percent == null ? null : new Note(at, shown, percent);
    }

    private static Integer percent(Double number) {
        return number != null && number >= 0 && number <= 100 ? number.intValue() : null;
    }

    private static String oneLine(String text) {
        // a line may be as long as what is read at once
        String line = Quoted.beginning(text, LONGEST).replaceAll("\\s+", " ").strip();
        return Quoted.harmless(line) + (text.codePointCount(0, text.length()) > LONGEST ? "…" : "");
    }

    /** As a person reads it: {@code half way (50%)}. */
    @Override
    public String toString() {
        if (percent == null) {
            return text;
        }
        return text.isEmpty() ? percent + "%" : text + " (" + percent + "%)";
    }
}
