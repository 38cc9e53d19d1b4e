package dev.reeve.files;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as Reeve writes it: a tree, never bound to classes, so that a record's code shows the file's form. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** A file of its own, for people to read. */
    public static byte[] file(JsonNode node) {
        return (PRETTY.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** On one line. */
    public static String line(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** The object in these bytes, or null if they are something else. */
    public static ObjectNode parseObject(byte[] content) {
        try {
            return MAPPER.readTree(content) instanceof ObjectNode object ? object : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Any value, or null if the text is not JSON. */
    public static JsonNode parse(byte[] content) {
        try {
            JsonNode node = MAPPER.readTree(content);
            return node == null || node.isMissingNode() ? null : node;
        } catch (JacksonException e) {
            return null;
        }
    }

    public static String text(JsonNode object, String key) {
        JsonNode value = object.get(key);
        return value == null || !value.isString() ? null : value.stringValue();
    }

    public static Instant instant(JsonNode object, String key) {
        String text = text(object, key);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    public static Long whole(JsonNode object, String key) {
        JsonNode value = object.get(key);
        return value == null || !value.canConvertToLong() ? null : value.longValue();
    }

    public static boolean isTrue(JsonNode object, String key) {
        JsonNode value = object.get(key);
        return value != null && value.isBoolean() && value.booleanValue();
    }

    /** Sets a text, or leaves the key out when there is none. */
    public static void put(ObjectNode object, String key, Object value) {
        if (value != null) {
            object.put(key, value.toString());
        }
    }
}
