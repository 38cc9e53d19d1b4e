package dev.reeve.program;

import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Where in a JSON object something is: names with dots between them; {@code *} is everything that is there. */
record Way(List<String> steps) {

    private static final Pattern DOT = Pattern.compile("\\.");

    static final Type<Way> TYPE = value -> {
        String text = Texts.line(200).read(value);
        return text == null
                ? null
                : text.startsWith(".") || text.endsWith(".") || text.contains("..")
                        ? value.wrong(
                                "a step without a name", "expected names with dots between them, as in usage.input")
                        : of(text);
    };

    static Way of(String text) {
        return new Way(List.of(DOT.split(text)));
    }

    String first() {
        return steps.get(0);
    }

    /** What is there, but for {@code null}. */
    List<JsonNode> in(JsonNode event) {
        List<JsonNode> here = List.of(event);
        for (String step : steps) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : here) {
                step(node, step, next);
            }
            here = next;
        }
        return here;
    }

    private static void step(JsonNode node, String step, List<JsonNode> next) {
        if (step.equals("*")) {
            for (JsonNode one : node) {
                add(one, next);
            }
        } else if (node.isObject()) {
            add(node.get(step), next);
        } else if (node.isArray() && step.matches("\\d{1,6}")) {
            add(node.get(Integer.parseInt(step)), next);
        }
    }

    private static void add(JsonNode node, List<JsonNode> next) {
        if (node != null && !node.isNull()) {
            next.add(node);
        }
    }
}
