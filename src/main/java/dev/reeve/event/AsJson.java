package dev.reeve.event;

import dev.reeve.files.Json;
import dev.reeve.text.Node;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What people wrote, as JSON: what JSON writes without quotes is a number or a truth, everything else the text it was. */
final class AsJson {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?");

    private AsJson() {}

    static JsonNode of(Node node) {
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = Json.object();
            mapping.entries().forEach(entry -> object.set(entry.key().text(), of(entry.value())));
            return object;
        }
        if (node instanceof Node.Sequence sequence) {
            ArrayNode array = Json.array();
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return of((Node.Scalar) node);
    }

    private static JsonNode of(Node.Scalar scalar) {
        var factory = Json.object();
        String text = scalar.text();
        if (scalar.isNothing()) {
            return factory.nullNode();
        }
        if (scalar.plain() && (text.equals("true") || text.equals("false"))) {
            return factory.booleanNode(text.equals("true"));
        }
        if (scalar.plain() && NUMBER.matcher(text).matches()) {
            return factory.numberNode(new BigDecimal(text));
        }
        return factory.stringNode(text);
    }
}
