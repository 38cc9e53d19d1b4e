package dev.reeve.task;

import dev.reeve.files.Json;
import dev.reeve.text.Durations;
import dev.reeve.text.Key;
import dev.reeve.text.Node;
import dev.reeve.text.Place;
import dev.reeve.text.Quoted;
import dev.reeve.text.Report;
import dev.reeve.text.Value;
import dev.reeve.workspace.Where;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of {@code record.json}, read strictly. Reeve wrote it, but a person may have edited it since: what Reeve would
 * not have written is refused, because half of an edit that was understood is worse than none.
 *
 * @param under what stands before its keys where they are told: {@code wait.}
 */
record Written(String under, ObjectNode node) {

    /** Nothing that Reeve would have written. */
    static final class Unwritten extends Exception {
        private static final long serialVersionUID = 1;

        Unwritten(String what) {
            super(what, null, false, false);
        }
    }

    Unwritten wrong(String key, String what) {
        return new Unwritten(Quoted.of(under + key) + ": " + what);
    }

    /** @return null if it is not there */
    private JsonNode get(String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    String text(String key) throws Unwritten {
        JsonNode value = get(key);
        if (value != null && !value.isString()) {
            throw wrong(key, "no text");
        }
        return value == null ? null : value.stringValue();
    }

    <T> T needed(String key, T value) throws Unwritten {
        if (value == null) {
            throw wrong(key, "missing");
        }
        return value;
    }

    /** A whole number within these bounds, or null. */
    Integer whole(String key, int least, int most) throws Unwritten {
        JsonNode value = get(key);
        if (value == null) {
            return null;
        }
        Long number = value.isIntegralNumber() ? Json.whole(node, key) : null;
        if (number == null || number < least || number > most) {
            throw wrong(key, "expected a whole number from " + least + " to " + most);
        }
        return number.intValue();
    }

    int count(String key) throws Unwritten {
        Integer number = whole(key, 0, Integer.MAX_VALUE - 1);
        return number == null ? 0 : number;
    }

    Double number(String key) throws Unwritten {
        JsonNode value = get(key);
        Double number = Json.number(node, key);
        if (value != null && number == null) {
            throw wrong(key, "no number");
        }
        return number;
    }

    Boolean truth(String key) throws Unwritten {
        JsonNode value = get(key);
        if (value != null && !value.isBoolean()) {
            throw wrong(key, "expected true or false");
        }
        return value == null ? null : value.booleanValue();
    }

    Instant time(String key) throws Unwritten {
        Instant time = text(key) == null ? null : Json.instant(node, key);
        if (time == null && get(key) != null) {
            throw wrong(key, Quoted.of(text(key)) + " is no time");
        }
        return time;
    }

    Duration duration(String key) throws Unwritten {
        String text = text(key);
        try {
            Duration duration = text == null ? null : Duration.parse(text);
            if (duration != null && (duration.isNegative() || duration.compareTo(Durations.LONGEST) > 0)) {
                throw wrong(key, Quoted.of(text) + " is out of bounds");
            }
            return duration;
        } catch (DateTimeException e) {
            throw wrong(key, Quoted.of(text) + " is no duration");
        }
    }

    Where where(String key) throws Unwritten {
        String text = text(key);
        Where where = text == null ? null : Where.parse(text);
        if (where == null && text != null) {
            throw wrong(key, Quoted.of(text) + " is no folder of tasks");
        }
        return where;
    }

    List<String> texts(String key) throws Unwritten {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items(key)) {
            if (!item.isString()) {
                throw wrong(key, "no list of texts");
            }
            texts.add(item.stringValue());
        }
        return List.copyOf(texts);
    }

    private ArrayNode items(String key) throws Unwritten {
        JsonNode value = get(key);
        if (value != null && !value.isArray()) {
            throw wrong(key, "no list");
        }
        return value == null ? Json.array() : (ArrayNode) value;
    }

    <E extends Enum<E>> E word(Class<E> type, String key) throws Unwritten {
        String text = text(key);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        throw wrong(key, Quoted.of(text) + " is no word for it");
    }

    /** What a task file may say under this key. */
    <T> T as(Key<T> key) throws Unwritten {
        JsonNode value = get(key.name());
        if (value == null) {
            return null;
        }
        Report report = new Report("");
        T read = key.type().read(new Value(under + key.name(), plain(key.name(), value), report));
        if (report.hasErrors()) {
            throw new Unwritten(report.problems().get(0).what());
        }
        return read;
    }

    private Node plain(String key, JsonNode value) throws Unwritten {
        if (value instanceof ArrayNode array) {
            List<Node> items = new ArrayList<>();
            for (JsonNode item : array) {
                items.add(plain(key, item));
            }
            return new Node.Sequence(List.copyOf(items), Place.WHOLE);
        }
        if (value instanceof ObjectNode object) {
            List<Node.Entry> entries = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                Node.Scalar name = new Node.Scalar(entry.getKey(), false, Place.WHOLE);
                entries.add(new Node.Entry(name, plain(key, entry.getValue())));
            }
            return new Node.Mapping(List.copyOf(entries), Place.WHOLE);
        }
        if (!value.isString() && !value.isIntegralNumber()) {
            throw wrong(key, "neither a text nor a whole number");
        }
        return new Node.Scalar(value.asString(), false, Place.WHOLE);
    }

    /** @return null if it is not there */
    Written object(String key) throws Unwritten {
        JsonNode value = get(key);
        if (value != null && !value.isObject()) {
            throw wrong(key, "no object");
        }
        return value == null ? null : new Written(under + key + ".", (ObjectNode) value);
    }

    List<Written> objects(String key) throws Unwritten {
        List<Written> objects = new ArrayList<>();
        for (JsonNode item : items(key)) {
            if (!(item instanceof ObjectNode object)) {
                throw wrong(key, "no list of objects");
            }
            objects.add(new Written(under + key + "[" + objects.size() + "].", object));
        }
        return objects;
    }
}
