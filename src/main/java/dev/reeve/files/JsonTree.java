package dev.reeve.files;

import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tree from its tokens, and its tokens from the tree. Jackson's mapper does the same, but it is made for classes of
 * every kind: to set it up takes longer than all the rest of a command.
 */
final class JsonTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTree() {}

    /** The value that begins with the current token. How deep it may be nested is the parser's to say. */
    static JsonNode read(JsonParser tokens) {
        return switch (tokens.currentToken()) {
            case START_OBJECT -> object(tokens);
            case START_ARRAY -> array(tokens);
            case VALUE_STRING -> NODES.stringNode(tokens.getString());
            case VALUE_NUMBER_INT -> whole(tokens);
            // what a person wrote into `meta` is handed on digit by digit
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(tokens.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new IllegalStateException("no value begins with " + tokens.currentToken());
        };
    }

    private static ObjectNode object(JsonParser tokens) {
        ObjectNode object = NODES.objectNode();
        while (tokens.nextToken() != JsonToken.END_OBJECT) {
            String key = tokens.currentName();
            tokens.nextToken();
            object.set(key, read(tokens));
        }
        return object;
    }

    private static ArrayNode array(JsonParser tokens) {
        ArrayNode array = NODES.arrayNode();
        while (tokens.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(tokens));
        }
        return array;
    }

    private static JsonNode whole(JsonParser tokens) {
        return switch (tokens.getNumberType()) {
            case INT -> NODES.numberNode(tokens.getIntValue());
            case LONG -> NODES.numberNode(tokens.getLongValue());
            default -> NODES.numberNode(tokens.getBigIntegerValue());
        };
    }

    static void write(JsonNode node, JsonGenerator tokens) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                tokens.writeStartObject();
                for (Map.Entry<String, JsonNode> property : node.properties()) {
                    tokens.writeName(property.getKey());
                    write(property.getValue(), tokens);
                }
                tokens.writeEndObject();
            }
            case ARRAY -> {
                tokens.writeStartArray();
                for (JsonNode item : node) {
                    write(item, tokens);
                }
                tokens.writeEndArray();
            }
            case NULL -> tokens.writeNull();
            // the others know how they are written, and ask nobody
            default -> node.serialize(tokens, null);
        }
    }
}
