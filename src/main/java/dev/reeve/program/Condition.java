package dev.reeve.program;

import dev.reeve.text.Lists;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What has to stand at one place of an event for a rule to hold.
 *
 * @param texts one of these, in any case; {@code *} in one stands for any letters, so that {@code "*"} alone means that
 *     anything is there
 */
record Condition(Way way, List<String> texts) {

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
                Way.of(way),
                texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList())));
        return List.copyOf(all);
    };

    boolean holds(JsonNode event) {
        return way.in(event).stream().anyMatch(this::isOne);
    }

    private boolean isOne(JsonNode node) {
        String found = node.isContainer() ? "" : node.asString().toLowerCase(Locale.ROOT);
        return texts.stream().anyMatch(text -> fits(text, found));
    }

    /** In one pass from left to right: each part between two stars is taken where it is first found. */
    private static boolean fits(String wanted, String found) {
        String[] parts = wanted.split("\\*", -1);
        String last = parts[parts.length - 1];
        if (parts.length == 1) {
            return found.equals(wanted);
        }
        if (!found.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int next = found.indexOf(parts[i], at);
            if (next < 0) {
                return false;
            }
            at = next + parts[i].length();
        }
        return found.length() - at >= last.length() && found.endsWith(last);
    }
}
