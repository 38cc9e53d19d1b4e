package dev.reeve.task;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.files.Stat;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
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
        try {
            return recordIn(disk, folder);
        } catch (Written.Unwritten e) {
            return null;
        }
    }

    /** What keeps a record from being read, for the person who edited it; null if nothing does. */
    public static String wrong(Disk disk, TaskFolder folder) throws IOException {
        try {
            return recordIn(disk, folder) == null ? "there is none" : null;
        } catch (Written.Unwritten e) {
            return e.getMessage();
        }
    }

    private static TaskRecord recordIn(Disk disk, TaskFolder folder) throws IOException, Written.Unwritten {
        Stat stat = disk.stat(folder.record());
        if (stat == null) {
            return null;
        }
        if (!stat.isFile()) {
            throw new Written.Unwritten("it is no regular file");
        }
        byte[] content;
        try {
            content = disk.read(folder.record(), 0, LIMIT);
        } catch (NoSuchFileException e) {
            return null;
        }
        ObjectNode node = Json.parseObject(content);
        if (node == null) {
            throw new Written.Unwritten("it is no JSON object");
        }
        return RecordReader.record(new Written("", node));
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
        if (record.kin() != null) {
            kinToJson(node, record.kin());
        }
        if (record.letters() != null) {
            lettersToJson(node, record);
        }
        if (record.harvest() != null) {
            node.put("complete", record.harvest().complete());
            node.put("degraded", record.harvest().degraded());
        }
        if (record.gate() != null) {
            node.set("gate", gateToJson(record.gate()));
        }
        if (record.approved()) {
            node.put("approved", true);
        }
        node.set("task", specToJson(record.spec()));
        return node;
    }

    private static void kinToJson(ObjectNode node, Kin kin) {
        node.put("parent", kin.parent());
        node.put("root", kin.root());
        node.put("depth", kin.depth());
        ObjectNode asked = node.putObject("asked");
        asked.put("as", kin.place());
        asked.put("attempt", kin.attempt());
        asked.put("digest", kin.digest());
        if (kin.alone()) {
            node.put("alone", true);
        }
    }

    private static void lettersToJson(ObjectNode node, TaskRecord record) {
        if (record.kin() == null) {
            Json.put(node, "root", record.letters().root());
        }
        if (record.hops() > 0) {
            node.put("hops", record.hops());
        }
        if (record.portion() != null) {
            node.set("messages", record.portion().json());
        }
    }

    private static ObjectNode gateToJson(Gate gate) {
        ObjectNode node = Json.object();
        node.put("attempt", gate.attempt());
        if (gate.by() != null) {
            node.set("by", verifyToJson(gate.by()));
        }
        node.put("max_rounds", gate.rounds());
        ArrayNode refused = node.putArray("refused");
        for (Gate.Round round : gate.refused()) {
            ObjectNode one = refused.addObject();
            one.put("attempt", round.attempt());
            if (round.child() == null) {
                one.put("check", round.check());
            } else {
                one.put("child", round.child());
            }
        }
        return node;
    }

    private static ObjectNode verifyToJson(Verify verify) {
        ObjectNode node = Json.object();
        Json.put(node, "command", verify.command());
        Json.put(node, "agent", verify.agent());
        return node;
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
        Json.put(node, "waited", attempt.waited());
        if (attempt.shown() != null && attempt.shown().portion() != null) {
            node.set("messages", attempt.shown().portion().json());
        }
        if (attempt.shown() != null && attempt.shown().own() != null) {
            node.set("inbox", attempt.shown().own().json());
        }
        if (attempt.isCheck()) {
            node.put("verifies", attempt.verifies());
        }
        if (attempt.strand() != null) {
            node.set("program", attempt.strand().json());
        }
        return node;
    }

    private static ObjectNode waitToJson(Wait wait) {
        ObjectNode node = Json.object();
        node.put("cause", word(wait.cause()));
        node.put("reason", wait.reason());
        Json.put(node, "until", wait.until());
        node.set("on", texts(wait.on()));
        return node;
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
        Json.put(node, "session", spec.session());
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
        if (spec.optional() != null) {
            node.put("optional", spec.optional());
        }
        if (spec.verify() != null) {
            node.set("verify", verifyToJson(spec.verify()));
        }
        if (spec.maxRounds() != null) {
            node.put("max_rounds", spec.maxRounds());
        }
        Json.put(node, "report_to", spec.reportTo());
        spec.bounds().putInto(node);
        if (spec.meta() != null) {
            node.set("meta", spec.meta());
        }
        return node;
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode array = Json.array();
        values.forEach(array::add);
        return array;
    }

    static String word(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
