package dev.reeve.program;

import dev.reeve.text.Lists;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What has to stand at one place of an event for a rule to hold.
 *
 * @param texts one of these; {@code *} in one stands for any letters, so that {@code "*"} alone means that anything is
 *     there
 */
record Condition(Way way, List<Pattern> texts) {

    private static final Type<Map<String, List<String>>> WRITTEN =
            Lists.map(Texts.line(200), Lists.of(Texts.line(500)));

    /** All of them must hold. */
    static final Type<List<Condition>> ALL = value -> {
        Map<String, List<String>> written = WRITTEN.read(value);
        if (written == null) {
            return null;
        }
        List<Condition> all = new ArrayList<>();
        written.forEach((way, texts) -> all.add(new Condition(
                Way.of(way), texts.stream().map(Condition::pattern).toList())));
        return List.copyOf(all);
    };

    private static Pattern pattern(String text) {
        return Pattern.compile(
                Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    }

    boolean holds(JsonNode event) {
        return way.in(event).stream().anyMatch(this::isOne);
    }

    private boolean isOne(JsonNode node) {
        String text = node.isContainer() ? "" : node.asString();
        return texts.stream().anyMatch(pattern -> pattern.matcher(text).matches());
    }
}
