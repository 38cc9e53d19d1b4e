package dev.reeve.event;

import dev.reeve.files.Json;
import dev.reeve.launch.Fence;
import dev.reeve.text.Node;
import java.nio.charset.StandardCharsets;

/**
 * The task file that a rule makes of an event.
 *
 * <pre>
 * ---
 * agent: "support"
 * session: "tg-42"
 * ---
 * Answer this customer:
 * …
 * </pre>
 */
public final class RoutedTask {

    /** So much of an event is shown where a rule has no words of its own. */
    private static final int SHOWN = 8 * 1024;

    private RoutedTask() {}

    /** @param file the event's, as the task has it */
    public static byte[] of(Route rule, Event event, String agent, String file) throws Missing {
        StringBuilder task = new StringBuilder("---\n");
        key(task, "agent", new Node.Scalar(agent, false, rule.place()));
        for (Node.Entry entry : rule.keys(event.fields())) {
            key(task, entry.key().text(), entry.value());
        }
        task.append("---\n").append(words(rule, event, file)).append('\n');
        return task.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What is JSON is YAML as well. */
    private static void key(StringBuilder task, String key, Node value) {
        task.append(key).append(": ").append(Json.line(AsJson.of(value))).append('\n');
    }

    private static String words(Route rule, Event event, String file) throws Missing {
        Template template = rule.templates().get(Route.TASK);
        if (template == null) {
            String shown = Fence.excerpt(event.text(), SHOWN);
            return "An event came: " + Prose.quoted(event.type()) + ". Do what your instructions say of such.\n\n"
                    + Prose.fenced(file, shown)
                    + "\n\n"
                    + Prose.outside(file);
        }
        try {
            return Prose.of(template.fill(event.fields()), file);
        } catch (Missing e) {
            throw new Missing("`task`: " + e.getMessage());
        }
    }

    /** What its id says it is about. */
    public static String words(Route rule, Event event) throws Missing {
        String label = rule.filled(Route.LABEL, event.fields());
        int dot = event.name().lastIndexOf('.');
        return label != null && !label.isBlank()
                ? label
                : dot > 0 ? event.name().substring(0, dot) : event.name();
    }
}
