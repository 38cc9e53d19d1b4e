package dev.reeve.real;

import dev.reeve.files.Json;
import dev.reeve.files.NotJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a prompt tells the model to do, in lines of its own:
 *
 * <pre>
 * STUB: call TOOL {…}    call it; several are called one after the other
 * STUB: say TEXT         answer so; `turn` in it becomes the number of the prompt in its conversation
 * STUB: tokens IN OUT    say that each answer took so many
 * STUB: fail STATUS      fail so
 * </pre>
 */
record Script(List<Call> calls, String text, long input, long output, int failure) {

    private static final String BEGIN = "STUB: ";

    /** A call of a tool, with its arguments as an object or, for tools that take one, a text. */
    record Call(String tool, JsonNode arguments) {}

    static boolean isIn(String text) {
        return text.lines().anyMatch(line -> line.strip().startsWith(BEGIN));
    }

    static Script of(Asked asked) {
        List<Call> calls = new ArrayList<>();
        String text = "done";
        long[] tokens = {10, 2};
        int failure = 0;
        String prompt = asked.prompts().isEmpty()
                ? ""
                : asked.prompts().get(asked.prompts().size() - 1);
        for (String line : prompt.lines().map(String::strip).toList()) {
            if (!line.startsWith(BEGIN)) {
                continue;
            }
            String[] words = line.substring(BEGIN.length()).split(" ", 3);
            String rest = line.substring(BEGIN.length() + words[0].length()).strip();
            switch (words[0]) {
                case "call" -> calls.add(new Call(words[1], json(words[2])));
                case "say" ->
                    text = rest.replace("turn", Integer.toString(asked.prompts().size()));
                case "tokens" -> tokens = new long[] {Long.parseLong(words[1]), Long.parseLong(words[2])};
                case "fail" -> failure = Integer.parseInt(words[1]);
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new Script(calls, text, tokens[0], tokens[1], failure);
    }

    /** The tool call that comes next. @return null if it is time for the answer */
    Call next(Asked asked) {
        return asked.results() < calls.size() ? calls.get(asked.results()) : null;
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (NotJson e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
