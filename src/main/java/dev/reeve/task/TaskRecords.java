package dev.reeve.task;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.AttemptRecord.Stop;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes {@code record.json}.
 *
 * <pre>
 * {"id":"20261120-140211-k3f9-hi", "at":"queue", "next":"running", "agent":"hello", "label":"hi", "priority":2,
 *  "door":"agents/hello/tasks", "dropped":"hi.md", "requested_by":"person", "accepted_at":"…", "queued_at":"…",
 *  "failures":0, "lost":0, "attempts":[{"number":1,"agent":"hello","started_at":"…","boot":"49f3…",
 *  "pid_namespace":"pid:[4026531836]","outcome":"ok","exit":0}],
 *  "wait":{"cause":"retry","reason":"…","until":"…","on":[]}, "answer":1, "task":{"text":"…", …}}
 * </pre>
 */
public final class TaskRecords {

    /** Larger than any record of Reeve's: a task's text is bounded when it is accepted. */
    private static final int LIMIT = 32 << 20;

    private TaskRecords() {}

    /** @return null if there is no record, or none that can be read */
    public static TaskRecord read(Disk disk, TaskFolder folder) throws IOException {
        byte[] content;
        try {
            content = disk.read(folder.record(), 0, LIMIT);
        } catch (java.nio.file.NoSuchFileException e) {
            return null;
        }
        ObjectNode node = Json.parseObject(content);
        return node == null ? null : fromJson(node);
    }

    public static void write(Durable durable, TaskFolder folder, TaskRecord record) throws IOException {
        durable.replace(folder.record(), bytes(record));
    }

    public static byte[] bytes(TaskRecord record) {
        return Json.file(toJson(record));
    }

    static ObjectNode toJson(TaskRecord record) {
        ObjectNode node = Json.object();
        node.put("id", record.id());
        node.put("revision", record.revision());
        Json.put(node, "at", record.at());
        Json.put(node, "next", record.next());
        Json.put(node, "agent", record.agent());
        node.put("label", record.label());
        node.put("priority", record.priority());
        node.put("door", record.door());
        node.put("dropped", record.dropped());
        node.put("requested_by", record.requestedBy());
        Json.put(node, "accepted_at", record.acceptedAt());
        Json.put(node, "queued_at", record.queuedAt());
        Json.put(node, "deadline", record.deadline());
        Json.put(node, "not_before", record.notBefore());
        if (!record.after().isEmpty()) {
            node.set("after", texts(record.after()));
        }
        node.put("failures", record.failures());
        node.put("lost", record.lost());
        ArrayNode attempts = node.putArray("attempts");
        record.attempts().forEach(attempt -> attempts.add(attemptToJson(attempt)));
        if (record.waitsFor() != null) {
            node.set("wait", waitToJson(record.waitsFor()));
        }
        node.put("answer", record.answer());
        Json.put(node, "why", record.why());
        Json.put(node, "duplicate_of", record.duplicateOf());
        node.set("task", specToJson(record.spec()));
        return node;
    }

    static TaskRecord fromJson(ObjectNode node) {
        String id = Json.text(node, "id");
        if (id == null || !(node.get("task") instanceof ObjectNode spec)) {
            return null;
        }
        List<AttemptRecord> attempts = new ArrayList<>();
        for (JsonNode attempt : each(node, "attempts")) {
            attempts.add(attemptFromJson(attempt));
        }
        return new TaskRecord(
                id,
                where(node, "at"),
                where(node, "next"),
                Json.text(node, "agent"),
                Json.text(node, "label"),
                number(node, "priority"),
                Json.text(node, "door"),
                Json.text(node, "dropped"),
                Json.text(node, "requested_by"),
                Json.instant(node, "accepted_at"),
                Json.instant(node, "queued_at"),
                Json.instant(node, "deadline"),
                Json.instant(node, "not_before"),
                textsOf(node, "after"),
                number(node, "failures"),
                number(node, "lost"),
                List.copyOf(attempts),
                node.get("wait") instanceof ObjectNode wait ? waitFromJson(wait) : null,
                number(node, "answer"),
                Json.text(node, "why"),
                Json.text(node, "duplicate_of"),
                specFromJson(spec),
                number(node, "revision"));
    }

    private static ObjectNode attemptToJson(AttemptRecord attempt) {
        ObjectNode node = Json.object();
        node.put("number", attempt.number());
        node.put("agent", attempt.agent());
        Json.put(node, "started_at", attempt.startedAt());
        Json.put(node, "boot", attempt.boot());
        Json.put(node, "pid_namespace", attempt.pidNamespace());
        Json.put(node, "ended_at", attempt.endedAt());
        Json.put(node, "outcome", word(attempt.outcome()));
        if (attempt.exit() != null) {
            node.put("exit", attempt.exit());
        }
        Json.put(node, "reason", attempt.reason());
        if (attempt.stop() != null) {
            ObjectNode stop = node.putObject("stop");
            Json.put(stop, "because", word(attempt.stop().because()));
            Json.put(stop, "by", attempt.stop().by());
            Json.put(stop, "reason", attempt.stop().reason());
            Json.put(stop, "at", attempt.stop().at());
        }
        return node;
    }

    private static AttemptRecord attemptFromJson(JsonNode node) {
        JsonNode stop = node.get("stop");
        Long exit = Json.whole(node, "exit");
        return new AttemptRecord(
                number(node, "number"),
                Json.text(node, "agent"),
                Json.instant(node, "started_at"),
                Json.text(node, "boot"),
                Json.text(node, "pid_namespace"),
                Json.instant(node, "ended_at"),
                value(Outcome.class, Json.text(node, "outcome")),
                exit == null ? null : exit.intValue(),
                Json.text(node, "reason"),
                stop == null
                        ? null
                        : new Stop(
                                value(Stop.Because.class, Json.text(stop, "because")),
                                Json.text(stop, "by"),
                                Json.text(stop, "reason"),
                                Json.instant(stop, "at")));
    }

    private static ObjectNode waitToJson(Wait wait) {
        ObjectNode node = Json.object();
        node.put("cause", word(wait.cause()));
        node.put("reason", wait.reason());
        Json.put(node, "until", wait.until());
        node.set("on", texts(wait.on()));
        return node;
    }

    private static Wait waitFromJson(ObjectNode node) {
        return new Wait(
                value(Wait.Cause.class, Json.text(node, "cause")),
                Json.text(node, "reason"),
                Json.instant(node, "until"),
                textsOf(node, "on"));
    }

    private static ObjectNode specToJson(TaskSpec spec) {
        ObjectNode node = Json.object();
        node.put("text", spec.text());
        Json.put(node, "agent", spec.agent());
        Json.put(node, "label", spec.label());
        if (spec.priority() != null) {
            node.put("priority", spec.priority());
        }
        Json.put(node, "model", spec.model());
        Json.put(node, "cwd", spec.cwd());
        Json.put(node, "timeout", spec.timeout());
        Json.put(node, "idle_timeout", spec.idleTimeout());
        Json.put(node, "deadline", spec.deadline());
        Json.put(node, "deadline_at", spec.deadlineAt());
        if (spec.retries() != null) {
            node.put("retries", spec.retries());
        }
        Json.put(node, "backoff", spec.backoff());
        Json.put(node, "on_lost", word(spec.onLost()));
        Json.put(node, "not_before", spec.notBefore());
        Json.put(node, "not_before_in", spec.notBeforeIn());
        if (!spec.after().isEmpty()) {
            node.set("after", texts(spec.after()));
        }
        Json.put(node, "after_failed", word(spec.afterFailed()));
        Json.put(node, "group", spec.group());
        if (!spec.inputs().isEmpty()) {
            node.set("inputs", texts(spec.inputs()));
        }
        Json.put(node, "output", word(spec.output()));
        if (spec.memory() != null) {
            node.put("memory", spec.memory());
        }
        Json.put(node, "idempotency_key", spec.idempotencyKey());
        Json.put(node, "fallback", spec.fallback());
        if (spec.meta() != null) {
            node.set("meta", spec.meta());
        }
        return node;
    }

    private static TaskSpec specFromJson(ObjectNode node) {
        Long priority = Json.whole(node, "priority");
        Long retries = Json.whole(node, "retries");
        return new TaskSpec(
                Json.text(node, "text"),
                Json.text(node, "agent"),
                Json.text(node, "label"),
                priority == null ? null : priority.intValue(),
                Json.text(node, "model"),
                Json.text(node, "cwd"),
                duration(node, "timeout"),
                duration(node, "idle_timeout"),
                duration(node, "deadline"),
                Json.instant(node, "deadline_at"),
                retries == null ? null : retries.intValue(),
                duration(node, "backoff"),
                value(TaskSpec.OnLost.class, Json.text(node, "on_lost")),
                Json.instant(node, "not_before"),
                duration(node, "not_before_in"),
                textsOf(node, "after"),
                value(TaskSpec.AfterFailed.class, Json.text(node, "after_failed")),
                Json.text(node, "group"),
                textsOf(node, "inputs"),
                value(TaskSpec.OutputFormat.class, Json.text(node, "output")),
                node.has("memory") ? Json.isTrue(node, "memory") : null,
                Json.text(node, "idempotency_key"),
                Json.text(node, "fallback"),
                node.get("meta") instanceof ObjectNode meta ? meta : null);
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode array = Json.array();
        values.forEach(array::add);
        return array;
    }

    private static List<String> textsOf(JsonNode node, String key) {
        List<String> values = new ArrayList<>();
        for (JsonNode value : each(node, key)) {
            values.add(value.stringValue());
        }
        return List.copyOf(values);
    }

    private static Iterable<JsonNode> each(JsonNode node, String key) {
        return node.get(key) instanceof ArrayNode array ? array : List.of();
    }

    private static int number(JsonNode node, String key) {
        Long value = Json.whole(node, key);
        return value == null ? 0 : value.intValue();
    }

    private static Where where(JsonNode node, String key) {
        String text = Json.text(node, key);
        return text == null ? null : Where.parse(text);
    }

    private static Duration duration(JsonNode node, String key) {
        String text = Json.text(node, key);
        return text == null ? null : Duration.parse(text);
    }

    private static String word(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E value(Class<E> type, String word) {
        return word == null ? null : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
