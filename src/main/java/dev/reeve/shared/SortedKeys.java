package dev.reeve.shared;

import dev.reeve.files.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The same tree with the keys of each object in order, so that a diff shows what has changed and nothing else. */
final class SortedKeys {

    private SortedKeys() {}

    static JsonNode of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode sorted = Json.object();
            List<String> names = new ArrayList<>(object.propertyNames());
            names.sort(null);
            names.forEach(name -> sorted.set(name, of(object.get(name))));
            return sorted;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode items = Json.array();
            list.forEach(item -> items.add(of(item)));
            return items;
        }
        return node;
    }
}
