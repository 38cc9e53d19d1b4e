package dev.reeve.files;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as Reeve writes it: a tree, never bound to classes, so that a record's code shows the file's form. */
public final class Json {

    /** More than any file of Reeve's own has, and few enough for the little memory that it runs in. */
    private static final int MOST_TOKENS = 1_000_000;

    private static final String MISTAKEN =
            "this is not JSON; look for a missing comma, quote or bracket, or a key that is there twice";

    private static final JsonFactory FACTORY = factory().build();
    private static final JsonFactory STRICT =
            factory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final JsonFactory ANY_SIZE = new JsonFactory();

    private static final ObjectWriteContext PRETTY = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            // one counts the depth, so each text gets its own
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private static final Instant FIRST = Instant.parse("-9999-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("+99999-01-01T00:00:00Z");

    private Json() {}

    private static JsonFactoryBuilder factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxTokenCount(MOST_TOKENS)
                        .build());
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    /** A file of its own, for people to read. */
    public static byte[] file(JsonNode node) {
        return (written(node, PRETTY) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** On one line. */
    public static String line(JsonNode node) {
        return written(node, ObjectWriteContext.empty());
    }

    private static String written(JsonNode node, ObjectWriteContext form) {
        StringWriter text = new StringWriter();
        try (JsonGenerator tokens = FACTORY.createGenerator(form, text)) {
            JsonTree.write(node, tokens);
        }
        return text.toString();
    }

    /** The object in these bytes, or null if they are something else. */
    public static ObjectNode parseObject(byte[] content) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), content)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                            && JsonTree.read(parser) instanceof ObjectNode object
                            && parser.nextToken() == null
                    ? object
                    : null;
        } catch (JacksonException | NumberFormatException e) {
            // the second is what its reader of numbers throws at 1e9999999999
            return null;
        }
    }

    /**
     * The one value in these bytes, whatever its kind.
     *
     * @throws NotJson with the place where it ceases to be one; a key that stands twice counts, for one of the two would
     *     be lost
     */
    public static JsonNode parse(byte[] content) throws NotJson {
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), content)) {
            if (parser.nextToken() == null) {
                throw NotJson.atTheBeginning("this is empty, and JSON was expected: {} at least");
            }
            JsonNode value = JsonTree.read(parser);
            if (parser.nextToken() != null) {
                throw NotJson.at(parser.currentTokenLocation(), MISTAKEN);
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw NotJson.at(e.getLocation(), "nested too deep, or a number, a name or all of it is too long");
        } catch (JacksonException e) {
            throw NotJson.at(e.getLocation(), MISTAKEN);
        } catch (NumberFormatException e) {
            throw NotJson.atTheBeginning("a number in it is too large");
        }
    }

    /** True if this is one JSON value, of any size: nothing of it is kept in memory. */
    public static boolean isValue(byte[] content) {
        try (JsonParser parser = ANY_SIZE.createParser(ObjectReadContext.empty(), content)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    public static String text(JsonNode object, String key) {
        JsonNode value = object.get(key);
        return value == null || !value.isString() ? null : value.stringValue();
    }

    /** A time, or null for what is none, and for times so far away that nothing can be reckoned from them. */
    public static Instant instant(JsonNode object, String key) {
        return instant(object.get(key));
    }

    public static Instant instant(JsonNode value) {
        return value == null || !value.isString() ? null : instant(value.stringValue());
    }

    public static Instant instant(String text) {
        try {
            Instant time = Instant.parse(text);
            return time.isBefore(FIRST) || time.isAfter(LAST) ? null : time;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The texts of a list; null if it is none, or if anything else is in it. */
    public static List<String> texts(JsonNode object, String key) {
        if (!(object.get(key) instanceof ArrayNode array)) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array) {
            if (!item.isString()) {
                return null;
            }
            texts.add(item.stringValue());
        }
        return texts;
    }

    public static Long whole(JsonNode object, String key) {
        JsonNode value = object.get(key);
        return value == null || !value.canConvertToLong() ? null : value.longValue();
    }

    /** A number that can be reckoned with, or null: a file may have larger ones in it. */
    public static Double number(JsonNode object, String key) {
        JsonNode value = object.get(key);
        OptionalDouble number = value == null ? OptionalDouble.empty() : value.doubleValueOpt();
        return number.isPresent() ? number.getAsDouble() : null;
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
