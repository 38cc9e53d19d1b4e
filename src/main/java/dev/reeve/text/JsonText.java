package dev.reeve.text;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** JSON, read token by token into the same tree as YAML. */
public final class JsonText {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Growth.DEPTH + 1)
                    .build())
            .build();

    private final JsonParser parser;
    private final Report report;
    private final Growth growth = new Growth();

    private JsonText(JsonParser parser, Report report) {
        this.parser = parser;
        this.report = report;
    }

    /** @return null if the report says why it can't be read */
    public static Node parse(String text, Report report) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonText json = new JsonText(parser, report);
            if (parser.nextToken() == null) {
                throw new Unreadable(Place.WHOLE, "the file is empty", "expected a JSON object: {\"task\": \"…\"}");
            }
            Node root = json.tree(1);
            if (parser.nextToken() != null) {
                throw new Unreadable(json.place(), "more text after the end of the object", "remove it");
            }
            return root;
        } catch (StreamConstraintsException e) {
            report.error(
                    place(e.getLocation()),
                    "nested too deep, or a number or name that is too long",
                    "write it flatter, or put the number in quotes");
        } catch (JacksonException e) {
            // never its own words: they may repeat what stands in the file
            report.error(
                    place(e.getLocation()),
                    "this is not JSON",
                    "look for a missing comma, quote or bracket here or just before");
        } catch (Unreadable e) {
            e.tell(report);
        }
        return null;
    }

    private Node tree(int depth) throws Unreadable {
        Place place = place();
        growth.node(place, depth);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            MappingBuilder builder = new MappingBuilder(report);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                Node.Scalar key = scalar(parser.currentName(), false);
                parser.nextToken();
                builder.add(key, tree(depth + 1));
            }
            return builder.build(place);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(tree(depth + 1));
            }
            return new Node.Sequence(List.copyOf(items), place);
        }
        return scalar(parser.getString(), token != JsonToken.VALUE_STRING);
    }

    private Node.Scalar scalar(String text, boolean plain) throws Unreadable {
        Place place = place();
        growth.text(place, text);
        return new Node.Scalar(text, plain, place);
    }

    private Place place() {
        return place(parser.currentTokenLocation());
    }

    private static Place place(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? Place.WHOLE
                : new Place(location.getLineNr(), Math.max(1, location.getColumnNr()));
    }
}
