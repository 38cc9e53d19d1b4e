package dev.reeve.program;

import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Lists;
import dev.reeve.text.Type;
import dev.reeve.text.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What an event tells, if it is one of those that the rule is about.
 *
 * @param retrying null if it tells of no retry of the program's own
 * @param end null if it does not tell how the run went
 * @param forgotten the program knows nothing of the conversation that it was to go on with
 * @param show what a person is shown of it; null for what it tells
 */
record Rule(
        List<Condition> when,
        Map<Taking, List<Way>> takes,
        Phrase retrying,
        Told.End end,
        boolean forgotten,
        Phrase show) {

    private static final Key<List<Condition>> WHEN = new Key<>("when", Condition.ALL);
    private static final Key<Phrase> SHOW = new Key<>("show", Phrase.TYPE);
    private static final Key<Phrase> RETRYING = new Key<>("retrying", Phrase.TYPE);
    private static final Key<Told.End> END = new Key<>("end", Words.of(Told.End.class));
    private static final Key<Boolean> FORGOTTEN = new Key<>("forgotten", Words.TRUE_OR_FALSE);
    private static final Map<Taking, Key<List<Way>>> TAKES = new EnumMap<>(Taking.class);

    private static final Form FORM = Form.of(WHEN, RETRYING, END, FORGOTTEN, SHOW);

    static {
        for (Taking taking : Taking.values()) {
            Key<List<Way>> key = new Key<>(taking.key(), Lists.of(Way.TYPE));
            TAKES.put(taking, key);
            FORM.and(key);
        }
    }

    static final Type<Rule> TYPE = value -> {
        Fields fields = FORM.read(value);
        if (fields == null) {
            return null;
        }
        if (!fields.has(WHEN)) {
            return value.wrong("no `when`", "write which events it is about, as in when: {type: result}");
        }
        Map<Taking, List<Way>> takes = new EnumMap<>(Taking.class);
        TAKES.forEach((taking, key) -> {
            List<Way> ways = fields.read(key);
            if (ways != null) {
                takes.put(taking, ways);
            }
        });
        List<Condition> when = fields.read(WHEN, List.of());
        return new Rule(
                when, takes, fields.read(RETRYING), fields.read(END), fields.read(FORGOTTEN, false), fields.read(SHOW));
    };

    boolean isAbout(JsonNode event) {
        return when.stream().allMatch(condition -> condition.holds(event));
    }

    /** All that is there of this. */
    List<JsonNode> all(Taking taking, JsonNode event) {
        return takes.getOrDefault(taking, List.of()).stream()
                .flatMap(way -> way.in(event).stream())
                .toList();
    }

    /** The names at the top of an event without which this rule has nothing to say. */
    Set<String> names() {
        List<Way> all = new ArrayList<>();
        when.forEach(condition -> all.add(condition.way()));
        takes.values().forEach(all::addAll);
        if (retrying != null) {
            all.addAll(retrying.ways());
        }
        Set<String> names = new HashSet<>();
        all.forEach(way -> names.add(way.first()));
        return names;
    }
}
