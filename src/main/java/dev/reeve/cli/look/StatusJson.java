package dev.reeve.cli.look;

import dev.reeve.cli.look.StatusReport.Entry;
import dev.reeve.cli.look.StatusReport.Listing;
import dev.reeve.files.Json;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Wait;
import java.util.Locale;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is going on, for programs: in the form of status.json, whether or not a supervisor wrote one. What only a
 * supervisor knows is left out, or null, where none is alive.
 */
final class StatusJson {

    private StatusJson() {}

    /** @param endedToo with the tasks that have ended */
    static ObjectNode of(StatusReport report, boolean endedToo) {
        ObjectNode node = Json.object();
        node.put("timestamp", report.now().toString());
        node.put("workspace", report.workspace());
        node.set(
                "supervisor",
                report.supervisor() == null ? null : report.supervisor().brief());
        pass(report, node, "watch");
        node.put("stop", report.stop() == null ? null : report.stop().strip().equals("now") ? "now" : "stop");
        pass(report, node, "max_concurrent");
        node.put("dropped_count", report.dropped());
        list(node, "active", report.running(), StatusJson::active);
        node.put("queued_count", report.queued().count());
        list(node, "queued", report.queued(), StatusJson::queued);
        node.put("waiting_count", report.waiting().count());
        list(node, "waiting", report.waiting(), StatusJson::waiting);
        node.put("held_count", report.held().count());
        list(node, "held", report.held(), StatusJson::held);
        node.put("failed_count", report.failed().count());
        if (endedToo) {
            list(node, "failed", report.failed(), StatusJson::ended);
            node.put("done_count", report.done().count());
            list(node, "done", report.done(), StatusJson::ended);
        }
        pass(report, node, "problems");
        pass(report, node, "today");
        return node;
    }

    private static void pass(StatusReport report, ObjectNode node, String key) {
        JsonNode value = report.published() == null ? null : report.published().get(key);
        if (value != null) {
            node.set(key, value);
        }
    }

    private static void list(ObjectNode node, String key, Listing listing, BiConsumer<ObjectNode, TaskRecord> more) {
        ArrayNode array = node.putArray(key);
        for (Entry entry : listing.shown()) {
            ObjectNode line = array.addObject();
            line.put("id", entry.id());
            if (entry.record() != null) {
                Json.put(line, "label", entry.record().label());
                Json.put(line, "agent", entry.record().agent());
                if (entry.record().isBeingChecked()) {
                    line.put("checks", entry.record().gate().words());
                }
                more.accept(line, entry.record());
            }
            copy(entry, line, "timeout_at");
            copy(entry, line, "state");
            copy(entry, line, "missing");
            copy(entry, line, "waiting_for_children");
            copy(entry, line, "retrying");
            if (entry.note() != null) {
                line.put("note", entry.note().text());
            }
            if (entry.note() != null && entry.note().percent() != null) {
                line.put("percent", entry.note().percent());
            }
        }
    }

    private static void copy(Entry entry, ObjectNode line, String key) {
        if (entry.published() != null && entry.published().get(key) != null) {
            line.set(key, entry.published().get(key));
        }
    }

    private static void ended(ObjectNode line, TaskRecord record) {
        Json.put(line, "reason", record.why());
        if (record.harvest() != null) {
            line.put("complete", record.harvest().complete());
            line.put("degraded", record.harvest().degraded());
        }
    }

    private static void active(ObjectNode line, TaskRecord record) {
        Json.put(line, "parent", record.kin() == null ? null : record.kin().parent());
        AttemptRecord attempt = record.lastAttempt();
        if (attempt != null) {
            line.put("attempt", attempt.number());
            Json.put(line, "started_at", attempt.startedAt());
            line.put("state", attempt.stop() == null ? "running" : "stopping");
        }
    }

    private static void held(ObjectNode line, TaskRecord record) {
        Json.put(line, "reason", record.why());
        if (record.question() != null) {
            line.put("asks", record.question().name().toLowerCase(Locale.ROOT));
            Json.put(line, "until", record.waitsFor().until());
        }
    }

    private static void queued(ObjectNode line, TaskRecord record) {
        line.put("priority", record.priority());
        Json.put(line, "requested_by", record.requestedBy());
        Json.put(line, "queued_at", record.queuedAt());
    }

    private static void waiting(ObjectNode line, TaskRecord record) {
        Wait wait = record.waitsFor();
        if (wait != null) {
            Json.put(
                    line,
                    "cause",
                    wait.cause() == null ? null : wait.cause().name().toLowerCase(Locale.ROOT));
            Json.put(line, "reason", wait.reason());
            Json.put(line, "until", wait.until());
        }
    }
}
