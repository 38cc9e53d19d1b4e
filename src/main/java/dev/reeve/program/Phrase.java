package dev.reeve.program;

import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        Matcher places = PLACE.matcher(text);
        StringBuilder said = new StringBuilder();
        while (places.find()) {
            List<JsonNode> there = Way.of(places.group(1)).in(event);
            String word = there.isEmpty() || there.get(0).isContainer()
                    ? "?"
                    : there.get(0).asString();
            places.appendReplacement(said, Matcher.quoteReplacement(word));
        }
        places.appendTail(said);
        return Plain.line(said.toString(), LONGEST);
    }
}
