package dev.reeve.event;

import dev.reeve.text.Node;
import dev.reeve.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A rule: what it takes, and what becomes of that.
 *
 * @param number in the order of the file, from 1
 * @param place where it stands in reeve.yaml
 * @param agents who does it; several of whom one is picked, or all
 * @param templates of the keys whose values an event fills, and which the rule has
 * @param others more keys of a task, as they stand there
 */
public record Route(
        int number,
        Place place,
        When when,
        List<String> agents,
        Pick pick,
        Map<String, Template> templates,
        List<Node.Entry> others) {

    static final String TASK = "task";
    static final String SESSION = "session";
    static final String LABEL = "label";
    static final String KEY = "idempotency_key";

    /** How people are told of it. */
    public String name() {
        return "rule " + number + " (reeve.yaml:" + place.line() + ")";
    }

    /** The value of a key with these fields; null if the rule does not have the key. */
    String filled(String key, Node.Mapping fields) throws Missing {
        Template template = templates.get(key);
        if (template == null) {
            return null;
        }
        try {
            List<Piece> pieces = template.fill(fields);
            return switch (key) {
                case SESSION -> Safe.session(pieces);
                case LABEL -> Safe.label(pieces);
                default -> Safe.key(pieces);
            };
        } catch (Missing e) {
            throw new Missing("`" + key + "`: " + e.getMessage());
        }
    }

    /**
     * What a task that was dropped without an agent gets of it, beside the agent: each key that it may not have itself.
     * They stand at no place of its file.
     */
    public List<Node.Entry> keys(Node.Mapping fields) throws Missing {
        List<Node.Entry> keys = new ArrayList<>();
        for (String key : List.of(SESSION, LABEL, KEY)) {
            String value = filled(key, fields);
            if (value != null && !value.isBlank()) {
                keys.add(entry(key, new Node.Scalar(value, false, Place.WHOLE)));
            }
        }
        for (Node.Entry other : others) {
            keys.add(entry(other.key().text(), other.value()));
        }
        return keys;
    }

    private static Node.Entry entry(String key, Node value) {
        return new Node.Entry(new Node.Scalar(key, true, Place.WHOLE), value);
    }
}
