package dev.reeve.cost;

import dev.reeve.files.Json;
import dev.reeve.task.Usage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an attempt has spent: a line of the spending log.
 *
 * <pre>
 * {"id":"&lt;task&gt;:1","timestamp":"…","day":"2026-11-20","task":"…","root":"…","attempt":1,"agent":"writer",
 *  "input_tokens":1200,"cached_tokens":1000,"output_tokens":80,"cost_usd":0.0123,"model":"…"}
 * </pre>
 *
 * @param day where the person was, which the budgets of a day and a month go by
 */
public record Spent(
        Instant at, LocalDate day, String task, String root, String label, int attempt, String agent, Usage usage) {

    public String id() {
        return task + ":" + attempt;
    }

    ObjectNode json() {
        ObjectNode line = Json.object();
        line.put("id", id());
        line.put("timestamp", at.toString());
        line.put("day", day.toString());
        line.put("task", task);
        line.put("root", root);
        Json.put(line, "label", label);
        line.put("attempt", attempt);
        line.put("agent", agent);
        UsageFile.put(line, usage);
        return line;
    }

    /** @return null for what is no such line */
    static Spent of(ObjectNode line) {
        Instant at = Json.instant(line, "timestamp");
        String task = Json.text(line, "task");
        String root = Json.text(line, "root");
        String agent = Json.text(line, "agent");
        Long attempt = Json.whole(line, "attempt");
        Usage usage = UsageFile.of(line);
        LocalDate day = day(Json.text(line, "day"));
        boolean whole = at != null && task != null && root != null && agent != null && usage != null && day != null;
        return !whole || attempt == null || attempt < 1 || attempt > Integer.MAX_VALUE
                ? null
                : new Spent(at, day, task, root, Json.text(line, "label"), attempt.intValue(), agent, usage);
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
