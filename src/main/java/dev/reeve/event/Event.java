package dev.reeve.event;

import dev.reeve.task.FrontMatter;
import dev.reeve.task.TaskFile;
import dev.reeve.text.JsonText;
import dev.reeve.text.Node;
import dev.reeve.text.Parsed;
import dev.reeve.text.Place;
import dev.reeve.text.Places;
import dev.reeve.text.Problem;
import dev.reeve.text.Quoted;
import dev.reeve.text.Report;
import dev.reeve.text.Texts;
import dev.reeve.text.Utf8;
import dev.reeve.text.Value;
import dev.reeve.text.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that happened outside, as a file tells it.
 *
 * <pre>
 * customer_query-17.json  {"from": "ann", "body": {"subject": "My order"}}
 * data_ready.yaml         path: /data/2026-11-20
 * mail-3.md               ---
 *                         from: ann            fields; what stands below is the field body
 *                         ---
 *                         Where is my order?
 * </pre>
 *
 * @param name under which it was dropped
 * @param type its field {@code type}, else its name up to the first dot, or dash with digits
 * @param fields all that it tells, the type among them
 * @param text all of it, as it was written
 */
public record Event(String name, String type, Node.Mapping fields, String text) {

    /** The largest event in bytes. What is large is named by its path. */
    public static final int LIMIT = TaskFile.LIMIT;

    static final String TYPE = "type";

    private static final String BODY = "body";
    private static final int LONGEST_TYPE = 100;
    private static final Pattern TYPE_IN_NAME = Pattern.compile("(.*?)(-\\d.*|\\..*)?", Pattern.DOTALL);

    /** What is wrong with a file of this size, so that nobody reads it to find out. */
    public static Optional<Problem> tooLarge(String name, long size) {
        return size <= LIMIT
                ? Optional.empty()
                : Optional.of(Problem.error(
                        name,
                        Place.WHOLE,
                        size + " bytes are too many for an event, which has at most " + LIMIT,
                        "put what is large into a file of its own, and its path into the event"));
    }

    /** @param name under which it was dropped */
    public static Parsed<Event> read(String name, byte[] content) {
        Optional<Problem> tooLarge = tooLarge(name, content.length);
        if (tooLarge.isPresent()) {
            return new Parsed.Bad<>(List.of(tooLarge.get()));
        }
        Report report = new Report(name);
        String extension = TaskFile.extension(name).orElse(null);
        if (extension == null) {
            report.error(
                    Place.WHOLE,
                    "no kind of event",
                    "expected a name that ends in .json, .yaml, .yml, .md, .markdown or .txt");
            return report.bad();
        }
        String text = Utf8.decode(content, report);
        if (text == null) {
            return report.bad();
        }
        if (text.isBlank()) {
            report.error(Place.WHOLE, "the file is empty", "write what happened into it");
            return report.bad();
        }
        Node root = switch (extension) {
            case "json" -> JsonText.parse(text, report);
            case "yaml", "yml" -> YamlText.parse(text, 0, report);
            case "txt" -> withBody(new Node.Mapping(List.of(), Place.WHOLE), text);
            default -> markdown(text, report);
        };
        if (root != null && !(root instanceof Node.Mapping)) {
            report.error(
                    root.place(), "no keys and values", "expected the fields of an event, as in {\"from\": \"ann\"}");
        }
        if (report.hasErrors() || !(root instanceof Node.Mapping fields)) {
            return report.bad();
        }
        String type = type(name, fields, report);
        return report.result(() -> new Event(name, type, withType(fields, type), text), Places.NONE);
    }

    private static Node markdown(String text, Report report) {
        FrontMatter parts = FrontMatter.split(text, report);
        Node root = parts == null ? null : YamlText.parse(parts.yaml(), 1, report);
        return root instanceof Node.Mapping fields && Fields.at(fields, BODY) == null
                ? withBody(fields, parts.body())
                : root;
    }

    private static Node.Mapping withBody(Node.Mapping fields, String body) {
        return body.isBlank() ? fields : with(fields, BODY, body.strip());
    }

    private static Node.Mapping withType(Node.Mapping fields, String type) {
        return type == null || Fields.at(fields, TYPE) != null ? fields : with(fields, TYPE, type);
    }

    private static Node.Mapping with(Node.Mapping fields, String key, String text) {
        List<Node.Entry> entries = new ArrayList<>(fields.entries());
        entries.removeIf(entry -> entry.key().text().equals(key));
        entries.add(new Node.Entry(new Node.Scalar(key, true, Place.WHOLE), new Node.Scalar(text, false, Place.WHOLE)));
        return new Node.Mapping(List.copyOf(entries), fields.place());
    }

    private static String type(String name, Node.Mapping fields, Report report) {
        Node written = Fields.at(fields, TYPE);
        if (written != null) {
            return Texts.line(LONGEST_TYPE).read(new Value(TYPE, written, report));
        }
        String type = typeIn(name);
        if (type.isBlank() || type.length() > LONGEST_TYPE) {
            report.error(
                    Place.WHOLE,
                    "nobody can tell what kind of event " + Quoted.of(name) + " is",
                    "give it a field `type`, or a name such as customer_query-17.json");
            return null;
        }
        return type;
    }

    /** What a name says of the type. */
    public static String typeIn(String name) {
        Matcher form = TYPE_IN_NAME.matcher(name);
        return form.matches() ? form.group(1) : name;
    }
}
