package dev.reeve.task;

import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.JsonText;
import dev.reeve.text.Key;
import dev.reeve.text.Node;
import dev.reeve.text.Parsed;
import dev.reeve.text.Place;
import dev.reeve.text.Problem;
import dev.reeve.text.Report;
import dev.reeve.text.Utf8;
import dev.reeve.text.YamlText;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A dropped task file.
 *
 * <pre>
 * hi.md, hi.markdown      ---
 *                         agent: writer          front matter, which may be missing
 *                         ---
 *                         Say hi.                the task
 * hi.txt                  Say hi.                all of it is the task
 * hi.json                 {"agent": "writer", "task": "Say hi."}
 * hi.yaml, hi.yml         agent: writer
 *                         task: Say hi.
 * </pre>
 */
public final class TaskFile {

    /** The largest task file in bytes. What a task needs beside its words belongs into its folder's other files. */
    public static final int LIMIT = 1 << 20;

    /** Of as many tasks can one wait for. Each has an id of up to 61 letters, and all stand in one file. */
    public static final int MOST_AFTER = 10_000;

    private static final List<String> EXTENSIONS = List.of("md", "markdown", "txt", "json", "yaml", "yml");

    private TaskFile() {}

    /** The extension of a name that a task file may have, in lower case, without its dot. */
    public static Optional<String> extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(extension) ? Optional.of(extension) : Optional.empty();
    }

    /** What is wrong with a file of this size, so that nobody reads it to find out. */
    public static Optional<Problem> tooLarge(String fileName, long size) {
        return size <= LIMIT
                ? Optional.empty()
                : Optional.of(Problem.error(
                        fileName,
                        Place.WHOLE,
                        size + " bytes are too many for a task file, which has at most " + LIMIT,
                        "put what is large beside the task: a folder with task.md and the other files"));
    }

    /**
     * Reads what was dropped.
     *
     * @param zone in which a time without a zone is meant
     */
    public static Parsed<TaskSpec> read(String fileName, byte[] content, ZoneId zone) {
        return read(fileName, content, zone, own -> List.of());
    }

    /** Keys that a task gets from elsewhere, by those that it has itself. Of a key that it has, its own value stays. */
    @FunctionalInterface
    public interface More {
        List<Node.Entry> keys(Node.Mapping own);
    }

    /** The same, with more keys than it has itself. */
    public static Parsed<TaskSpec> read(String fileName, byte[] content, ZoneId zone, More more) {
        Optional<Problem> tooLarge = tooLarge(fileName, content.length);
        if (tooLarge.isPresent()) {
            return new Parsed.Bad<>(List.of(tooLarge.get()));
        }
        Report report = new Report(fileName);
        Optional<String> extension = extension(fileName);
        if (extension.isEmpty()) {
            report.error(
                    Place.WHOLE,
                    "no kind of task file",
                    "expected a name that ends in ." + String.join(", .", EXTENSIONS));
            return report.bad();
        }
        String text = Utf8.decode(content, report);
        if (text == null) {
            return report.bad();
        }
        if (text.isBlank()) {
            report.error(Place.WHOLE, "the file is empty", "write the task into it");
            return report.bad();
        }
        return switch (extension.get()) {
            case "txt" -> plain(text, zone, report, more);
            case "json" -> structured(JsonText.parse(text, report), zone, report, more);
            case "yaml", "yml" -> structured(YamlText.parse(text, 0, report), zone, report, more);
            default -> markdown(text, zone, report, more);
        };
    }

    private static Node with(Node root, More more) {
        if (!(root instanceof Node.Mapping own)) {
            return root;
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        more.keys(own).forEach(entry -> entries.put(entry.key().text(), entry));
        for (Node.Entry entry : own.entries()) {
            // a key with nothing behind it is not written
            if (!(entry.value() instanceof Node.Scalar scalar && scalar.isNothing())) {
                entries.put(entry.key().text(), entry);
            } else {
                entries.putIfAbsent(entry.key().text(), entry);
            }
        }
        return new Node.Mapping(List.copyOf(entries.values()), own.place());
    }

    private static Parsed<TaskSpec> plain(String text, ZoneId zone, Report report, More more) {
        Node none = with(new Node.Mapping(List.of(), Place.WHOLE), more);
        Fields fields = TaskKeys.FRONT_MATTER.read(none, report);
        return report.result(() -> TaskKeys.spec(words(text), fields, zone), fields.places());
    }

    private static Parsed<TaskSpec> structured(Node root, ZoneId zone, Report report, More more) {
        if (root == null) {
            return report.bad();
        }
        Fields fields = TaskKeys.STRUCTURED.read(with(root, more), report);
        String task = fields.read(TaskKeys.TASK, "");
        if (!fields.has(TaskKeys.TASK) && root instanceof Node.Mapping) {
            report.error(Place.WHOLE, "no `task`", "write what is to be done after `task`");
        } else if (task.isBlank() && !report.hasErrors()) {
            fields.wrong(TaskKeys.TASK, "empty", "write what is to be done");
        }
        return report.result(() -> TaskKeys.spec(words(task), fields, zone), fields.places());
    }

    private static Parsed<TaskSpec> markdown(String text, ZoneId zone, Report report, More more) {
        FrontMatter parts = FrontMatter.split(text, report);
        if (parts == null) {
            return report.bad();
        }
        if (parts.body().isBlank()) {
            report.error(
                    Place.WHOLE, "no task below the front matter", "write what is to be done after the second `---`");
        }
        Node root = YamlText.parse(parts.yaml(), 1, report);
        if (root == null) {
            return report.bad();
        }
        Fields fields = TaskKeys.FRONT_MATTER.read(with(root, more), report);
        return report.result(() -> TaskKeys.spec(words(parts.body()), fields, zone), fields.places());
    }

    /** The keys that stand above a task in Markdown, and those of a file that makes tasks. */
    public static Form frontMatterWith(Key<?>... more) {
        return TaskKeys.frontMatter().and(more);
    }

    /** What keys of {@link #frontMatterWith} ask for. @param body what stands below them */
    public static TaskSpec spec(String body, Fields fields, ZoneId zone) {
        return TaskKeys.spec(words(body), fields, zone);
    }

    /** Without the empty lines around it; the first line keeps its indentation, which may mean something. */
    private static String words(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            if (text.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return text.substring(start).stripTrailing();
    }
}
