package dev.reeve.cli.demo;

import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that happened, as a line of {@code logs/audit-<date>.jsonl} tells it.
 *
 * @param task its id; for what never became a task, the folder that it is in now
 * @param state the folder that the task is in from here on; null for what never became one
 * @param text in words
 */
public record Event(Instant at, String task, State state, String text) {

    private static final Pattern MOMENT = Pattern.compile("\\bat (\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z)");

    /** @return null for a line that is of no interest to somebody who looks on */
    public static Event of(ObjectNode line) {
        String action = Json.text(line, "action");
        Instant at = Json.instant(line, "timestamp");
        if (action == null || at == null) {
            return null;
        }
        String task = Json.text(line, "task");
        String reason = Json.text(line, "reason");
        String told = reason == null ? "" : relative(reason.lines().findFirst().orElse(""), at);
        return switch (action) {
            case "accept" -> new Event(at, task, State.QUEUE, "taken " + told);
            case "start" ->
                new Event(
                        at,
                        task,
                        State.RUNNING,
                        Json.text(line, "agent_id") + ", attempt " + Json.whole(line, "attempt"));
            case "wait", "retry" -> new Event(at, task, State.WAITING, told);
            case "release" -> new Event(at, task, State.QUEUE, "goes on");
            case "exit" -> new Event(at, task, State.QUEUE, told);
            case "hold" -> new Event(at, task, State.HELD, told);
            case "finish" -> new Event(at, task, State.DONE, told);
            case "fail" -> new Event(at, task, State.FAILED, told);
            case "reject" -> new Event(at, Json.text(line, "about"), null, told);
            default -> null;
        };
    }

    /** "at 14:02 and so many seconds" is of little use to somebody who looks on: "in 2.1 s" is. */
    private static String relative(String reason, Instant now) {
        Matcher moment = MOMENT.matcher(reason);
        return moment.replaceAll(found -> "in " + seconds(Duration.between(now, Instant.parse(found.group(1)))) + " s");
    }

    /** One digit after the point. */
    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", Math.max(0, time.toMillis()) / 1000.0);
    }

    /** The name that the task has for people. */
    public String label() {
        return TaskId.isOne(task) ? TaskId.slugOf(task) : task;
    }
}
