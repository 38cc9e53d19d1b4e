package dev.reeve.program;

import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Words with places of an event in them: {@code try {attempt} of {max_retries}}. */
record Phrase(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9_.*]+)\\}");
    private static final int LONGEST = 300;

    static final Type<Phrase> TYPE = value -> {
        String text = Texts.line(LONGEST).read(value);
        return text == null ? null : new Phrase(text);
    };

    List<Way> ways() {
        return PLACE.matcher(text)
                .results()
                .map(place -> Way.of(place.group(1)))
                .toList();
    }

    String of(JsonNode event) {
        return line(event, node -> node.isContainer() ? "?" : node.asString(), "?");
    }

    /** As a person is shown it. A place alone is shown whole, with its line breaks. */
    String shown(JsonNode event) {
        Matcher place = PLACE.matcher(text);
        if (place.matches()) {
            return Way.of(place.group(1)).in(event).stream()
                    .map(Phrase::written)
                    .collect(Collectors.joining("\n"));
        }
        return line(event, Phrase::written, "");
    }

    private static String written(JsonNode node) {
        return node.isContainer() ? node.toString() : node.asString();
    }

    private String line(JsonNode event, Function<JsonNode, String> word, String none) {
        Matcher places = PLACE.matcher(text);
        StringBuilder said = new StringBuilder();
        while (places.find()) {
            List<JsonNode> there = Way.of(places.group(1)).in(event);
            places.appendReplacement(said, Matcher.quoteReplacement(there.isEmpty() ? none : word.apply(there.get(0))));
        }
        places.appendTail(said);
        return Plain.line(said.toString(), LONGEST);
    }
}
