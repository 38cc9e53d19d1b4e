package dev.reeve.task;

import dev.reeve.files.Json;
import dev.reeve.text.Node;
import dev.reeve.text.Texts;
import dev.reeve.text.Value;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code meta}: a map that is passed through. Only what JSON writes without quotes is a number, true, false or null;
 * everything else stays the text that it was.
 */
final class MetaMap {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,17})\\.\\d{1,18}");

    private MetaMap() {}

    static ObjectNode read(Value value) {
        if (value.node() instanceof Node.Mapping mapping) {
            return object(value, mapping);
        }
        return value.wrong("no map", "expected names with their values, as in {ticket: 4711}");
    }

    private static ObjectNode object(Value value, Node.Mapping mapping) {
        ObjectNode object = Json.object();
        for (Node.Entry entry : mapping.entries()) {
            String key = Texts.ANY.read(value.part("", entry.key()));
            if (key != null) {
                object.set(key, json(value.part("." + key, entry.value())));
            }
        }
        return object;
    }

    private static JsonNode json(Value value) {
        if (value.node() instanceof Node.Mapping mapping) {
            return object(value, mapping);
        }
        if (value.node() instanceof Node.Sequence sequence) {
            ArrayNode array = Json.array();
            for (Node item : sequence.items()) {
                array.add(json(value.part("[]", item)));
            }
            return array;
        }
        return scalar(value, (Node.Scalar) value.node());
    }

    private static JsonNode scalar(Value value, Node.Scalar scalar) {
        String text = scalar.text();
        var factory = Json.object();
        if (scalar.isNothing()) {
            return factory.nullNode();
        }
        if (!scalar.plain()) {
            return factory.stringNode(Texts.ANY.read(value));
        }
        if (text.equals("true") || text.equals("false")) {
            return factory.booleanNode(text.equals("true"));
        }
        if (WHOLE.matcher(text).matches()) {
            return factory.numberNode(Long.parseLong(text));
        }
        if (DECIMAL.matcher(text).matches()) {
            return factory.numberNode(new BigDecimal(text));
        }
        return factory.stringNode(Texts.ANY.read(value));
    }
}
