package dev.reeve.cli.submit;

import dev.reeve.files.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The keys of a task that can be given on the command line. Their values are checked where every task's are. */
@Command
final class TaskKeys {

    private static final List<Key> ALL = List.of(
            new Key("label", "--label", "LABEL", String.class, "A name of your own for it."),
            new Key("priority", "--priority", "N", Integer.class, "1 urgent, 2 usual, 3 background."),
            new Key("group", "--group", "GROUP", String.class, "The concurrency group that it belongs to."),
            new Key(
                    "after",
                    "--after",
                    "ID",
                    String[].class,
                    "Start it after this task has ended, with its result. May be repeated."),
            new Key(
                    "not_before",
                    "--not-before",
                    "TIME",
                    String.class,
                    "Start it then: a time, or a duration from now."),
            new Key("deadline", "--deadline", "TIME", String.class, "Give it up then: a time, or a duration from now."),
            new Key("timeout", "--task-timeout", "DURATION", String.class, "How long one attempt may take."),
            new Key("retries", "--retries", "N", Integer.class, "How often a failed attempt is tried again."),
            new Key("model", "--model", "MODEL", String.class, "The model, over the agent's own."),
            new Key(
                    "session",
                    "--session",
                    "LABEL|ID",
                    String.class,
                    "The conversation that it goes on with: a label of your own, an ended task, or continue."),
            new Key(
                    "report_to",
                    "--report-to",
                    "AGENT",
                    String.class,
                    "To whose inbox the result goes when it has ended."),
            new Key(
                    "approve",
                    "--approve",
                    "true|false",
                    Boolean.class,
                    "Whether a person must say yes before it starts."),
            new Key("cwd", "--cwd", "DIR", String.class, "The working directory of its process."),
            new Key("memory", "--memory", "true|false", Boolean.class, "Whether its run has its agent's memory."),
            new Key(
                    "optional",
                    "--optional",
                    "true|false",
                    Boolean.class,
                    "A child: whether its parent can do without it."),
            new Key(
                    "idempotency_key",
                    "--idempotency-key",
                    "KEY",
                    String.class,
                    "A second task with this key is answered with the first one's result."));

    private final Map<String, OptionSpec> options = new LinkedHashMap<>();

    @Spec(Spec.Target.MIXEE)
    private void addTo(CommandSpec command) {
        for (Key key : ALL) {
            OptionSpec option = key.asOption();
            options.put(key.name(), option);
            command.addOption(option);
        }
    }

    /** @return null if none was given */
    String label() {
        return options.get("label").getValue();
    }

    /** What was given, as a task file has it. */
    ObjectNode given() {
        ObjectNode keys = Json.object();
        options.forEach((name, option) -> {
            Object value = option.getValue();
            if (value instanceof Integer number) {
                keys.put(name, number);
            } else if (value instanceof Boolean truth) {
                keys.put(name, truth);
            } else if (value instanceof String[] all) {
                ArrayNode list = keys.putArray(name);
                List.of(all).forEach(list::add);
            } else {
                Json.put(keys, name, value);
            }
        });
        return keys;
    }

    /**
     * @param name in a task file
     * @param option on the command line
     * @param value what stands for its value in the help
     */
    private record Key(String name, String option, String value, Class<?> type, String description) {

        OptionSpec asOption() {
            return OptionSpec.builder(option)
                    .paramLabel(value)
                    .type(type)
                    .description(description)
                    .build();
        }
    }
}
