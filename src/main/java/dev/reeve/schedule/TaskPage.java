package dev.reeve.schedule;

import dev.reeve.files.Json;
import dev.reeve.text.Node;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The task file that a schedule makes: its own keys but for those that say when, and the words below them. */
final class TaskPage {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+-]+");

    /** Nobody waits for what comes by itself. */
    private static final String BACKGROUND = "priority: 3\n";

    private TaskPage() {}

    static String of(String name, Node.Mapping keys, String body) {
        List<Node.Entry> own = keys.entries().stream()
                .filter(entry -> isSaid(entry)
                        && !ScheduleKeys.NAMES.contains(entry.key().text()))
                .toList();
        StringBuilder page = new StringBuilder("---\n");
        for (Node.Entry entry : own) {
            page.append(written(entry)).append('\n');
        }
        if (!has(own, "label")) {
            page.append("label: ").append(quoted(name)).append('\n');
        }
        if (!has(own, "priority")) {
            page.append(BACKGROUND);
        }
        page.append("---\n").append(body);
        return page.append(body.endsWith("\n") ? "" : "\n").toString();
    }

    static boolean isSaid(Node.Entry entry) {
        return !(entry.value() instanceof Node.Scalar scalar && scalar.isNothing());
    }

    private static boolean has(List<Node.Entry> entries, String key) {
        return entries.stream().anyMatch(entry -> entry.key().text().equals(key));
    }

    private static String written(Node.Entry entry) {
        return written(entry.key()) + ": " + written(entry.value());
    }

    /** As JSON, which is YAML too; what stood there without quotes may mean a number or a word, and stays so. */
    private static String written(Node node) {
        if (node instanceof Node.Sequence list) {
            return list.items().stream().map(TaskPage::written).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof Node.Mapping map) {
            return map.entries().stream().map(TaskPage::written).collect(Collectors.joining(", ", "{", "}"));
        }
        Node.Scalar scalar = (Node.Scalar) node;
        boolean asItIs = scalar.plain() && PLAIN.matcher(scalar.text()).matches();
        return asItIs || scalar.isNothing() ? asItIs ? scalar.text() : "null" : quoted(scalar.text());
    }

    private static String quoted(String text) {
        return Json.line(Json.text(text));
    }
}
