package dev.reeve.program;

import dev.reeve.text.Nearest;
import dev.reeve.text.Quoted;
import dev.reeve.text.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What may stand in braces in a preset's words, to be filled in at each start. */
enum Blank {
    MODEL,
    /** The program's own id of the conversation to go on with. */
    CONVERSATION,
    /** An id made up for a conversation that begins; empty where one goes on. */
    NEW_CONVERSATION,
    /** Several words: what the permissions are in this program's terms. */
    PERMISSIONS,
    /** Several words: what keeps it from reading context files that are in its prompt already. */
    AT_HOME,
    /** Several words: the agent's {@code args}. */
    ARGS,
    TOOLS,
    MCP,
    TIMEOUT,
    DIRECTORY,
    PROMPT,
    TASK,
    DOOR,
    /** The folder of the agent. */
    AGENT,
    SHARED,
    WORKSPACE;

    static final Pattern PATTERN = Pattern.compile("\\{([a-z_]+)\\}");

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String written() {
        return "{" + word() + "}";
    }

    static Blank of(String word) {
        return Arrays.stream(values())
                .filter(blank -> blank.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** @return null if the report says which blank nobody fills */
    static String checked(Value value, String text) {
        for (MatchResult blank : PATTERN.matcher(text).results().toList()) {
            if (of(blank.group(1)) == null) {
                List<String> all = Arrays.stream(values()).map(Blank::word).toList();
                return value.wrong(
                        Quoted.of(blank.group()) + " is filled by nothing", Nearest.advice(blank.group(1), all));
            }
        }
        return text;
    }
}
