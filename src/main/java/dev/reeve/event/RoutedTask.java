package dev.reeve.event;

import dev.reeve.files.Json;
import dev.reeve.launch.Fence;
import dev.reeve.text.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

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
        return ("---\nagent: " + Json.line(Json.text(agent)) + "\n"
                        + keys(rule, event.fields()).stream()
                                .map(key -> key + "\n")
                                .collect(Collectors.joining())
                        + "---\n" + words(rule, event, file) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The rule's keys as a task file has them, a line each: what is JSON is YAML as well. */
    public static List<String> keys(Route rule, Node.Mapping fields) throws Missing {
        return rule.keys(fields).stream()
                .map(entry -> entry.key().text() + ": " + Json.line(AsJson.of(entry.value())))
                .toList();
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
