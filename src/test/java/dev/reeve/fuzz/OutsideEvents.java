package dev.reeve.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.event.Event;
import dev.reeve.event.Missing;
import dev.reeve.event.Route;
import dev.reeve.event.RoutedTask;
import dev.reeve.event.Routing;
import dev.reeve.settings.Settings;
import dev.reeve.settings.SettingsFile;
import dev.reeve.task.TaskFile;
import dev.reeve.text.Parsed;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;

/** Whatever an event says, it is no event, it lacks a field, or it makes a task that can be read. */
final class OutsideEvents {

    private static final List<Route> RULES = rules("""
            routes:
            - when: {agent: "*", label: {exists: true}}
              agent: a
              session: "{{event.agent}}-{{event.label}}"
              label: "{{event.label}}"
              idempotency_key: "{{event.agent}}/{{event.label}}"
              task: "{{event.agent}} says\\n\\n{{event.body}}{{event.task}}\\n\\n{{event.label}}"
            - when: {priority: {above: 1}, type: {matches: "(e|v)+"}}
              agent: a
              task: "{{#event.meta}}{{.}}{{/event.meta}} {{event}}"
            - agent: a
              label: "{{event.type}}"
            """);

    private OutsideEvents() {}

    private static List<Route> rules(String yaml) {
        Parsed<Settings> parsed = SettingsFile.read("reeve.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return ((Parsed.Good<Settings>) parsed).value().routes();
    }

    static void check(String name, byte[] content) {
        Parsed<Event> parsed = Event.read(name, content);
        Told.check(name, parsed);
        if (parsed instanceof Parsed.Good<Event> good) {
            for (Route rule : RULES) {
                Routing.of(List.of(rule), good.value().fields());
                try {
                    byte[] task = RoutedTask.of(rule, good.value(), "a", "files/event.json");
                    Parsed<?> read = TaskFile.read("task.md", task, ZoneOffset.UTC);
                    // many short lines that are fenced may come to more than a task file may have
                    assertTrue(
                            read instanceof Parsed.Good || task.length > TaskFile.LIMIT,
                            () -> read.problems() + "\n" + new String(task, StandardCharsets.UTF_8));
                } catch (Missing e) {
                    Told.check(e.getMessage());
                }
            }
        }
    }
}
