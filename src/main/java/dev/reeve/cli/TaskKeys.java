package dev.reeve.cli;

import dev.reeve.files.Json;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The keys of a task that can be given on the command line. Their values are checked where every task's are. */
final class TaskKeys {

    @Option(names = "--label", paramLabel = "LABEL", description = "A name of your own for it.")
    private String label;

    @Option(names = "--priority", paramLabel = "N", description = "1 urgent, 2 usual, 3 background.")
    private Integer priority;

    @Option(names = "--group", paramLabel = "GROUP", description = "The concurrency group that it belongs to.")
    private String group;

    @Option(
            names = "--after",
            paramLabel = "ID",
            description = "Start it after this task has ended, with its result. May be repeated.")
    private List<String> after = new ArrayList<>();

    @Option(names = "--not-before", paramLabel = "TIME", description = "Start it then: a time, or a duration from now.")
    private String notBefore;

    @Option(names = "--deadline", paramLabel = "TIME", description = "Give it up then: a time, or a duration from now.")
    private String deadline;

    @Option(names = "--task-timeout", paramLabel = "DURATION", description = "How long one attempt may take.")
    private String timeout;

    @Option(names = "--retries", paramLabel = "N", description = "How often a failed attempt is tried again.")
    private Integer retries;

    @Option(names = "--model", paramLabel = "MODEL", description = "The model, over the agent's own.")
    private String model;

    @Option(names = "--cwd", paramLabel = "DIR", description = "The working directory of its process.")
    private String cwd;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "A second task with this key is answered with the first one's result.")
    private String idempotencyKey;

    String label() {
        return label;
    }

    /** What was given, as a task file has it. */
    ObjectNode given() {
        ObjectNode keys = Json.object();
        Json.put(keys, "label", label);
        number(keys, "priority", priority);
        Json.put(keys, "group", group);
        if (!after.isEmpty()) {
            ArrayNode ids = keys.putArray("after");
            after.forEach(ids::add);
        }
        Json.put(keys, "not_before", notBefore);
        Json.put(keys, "deadline", deadline);
        Json.put(keys, "timeout", timeout);
        number(keys, "retries", retries);
        Json.put(keys, "model", model);
        Json.put(keys, "cwd", cwd);
        Json.put(keys, "idempotency_key", idempotencyKey);
        return keys;
    }

    private static void number(ObjectNode keys, String key, Integer value) {
        if (value != null) {
            keys.put(key, value);
        }
    }
}
