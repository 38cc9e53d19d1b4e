package dev.reeve.cli.submit;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Inside;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.UserError;
import dev.reeve.files.Json;
import dev.reeve.task.TaskFile;
import dev.reeve.task.TaskSpec;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One task for each of many files, and perhaps one after them all: what is to be made, checked before anything is. */
final class FanOut {

    private final Invocation invocation;
    private final Whose whose;
    private final Inside inside;
    private final ZoneId zone;

    /** @param inside null if nobody's children are made */
    FanOut(Invocation invocation, Whose whose, Inside inside) {
        this.invocation = invocation;
        this.whose = whose;
        this.inside = inside;
        this.zone = whose.settings().value() == null
                ? ZoneId.systemDefault()
                : whose.settings().value().zone();
    }

    /**
     * @param name the same for the same tasks of the same files, and no other
     * @param parts in their order; the one after them all is the last
     */
    record Plan(String name, List<Part> parts) {}

    /**
     * @param keys of the command line
     * @param attachments that go along with each
     */
    Plan plan(Each each, List<String> words, ObjectNode keys, List<Path> attachments) throws IOException {
        if (keys.has("idempotency_key")) {
            throw new UserError(Exit.USAGE, "--idempotency-key means one task, and --each makes many.");
        }
        Keyed task = new Keyed(TaskSource.of(each.task(words), invocation), zone);
        checkAgent(task, keys);
        Keyed then = each.then() == null ? null : new Keyed(TaskSource.of(List.of(each.then()), invocation), zone);
        if (then != null) {
            checkAgent(then, Json.object());
            checkAfter(then);
        }
        List<Share> batches = Share.of(each, attachments, invocation.origin().directory());
        checkLimits(batches.size() + (then == null ? 0 : 1));

        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(task.bytes()).add(Json.line(keys)).add(then == null ? new byte[0] : then.bytes());
        for (Share batch : batches) {
            batch.addTo(fingerprint);
        }
        Ids ids = ids(fingerprint, batches.size() + 1);
        List<Part> parts = new ArrayList<>();
        String prefix = keys.has("label") ? Json.text(keys, "label") + " " : "";
        for (Share batch : batches) {
            parts.add(part(ids.next(prefix + batch.label()), task, keys, batch));
        }
        if (then != null) {
            parts.add(last(ids, then, keys, parts));
        }
        for (Part part : parts) {
            part.task().with(part.keys());
        }
        return new Plan(fingerprint.hex(), parts);
    }

    private void checkAgent(Keyed task, ObjectNode keys) throws IOException {
        String agent = task.spec() == null ? null : task.spec().agent();
        if (keys.has("agent")) {
            agent = Json.text(keys, "agent");
        }
        if (agent != null) {
            whose.check(agent);
        } else if (inside == null) {
            whose.checkDefault();
        }
    }

    private static void checkAfter(Keyed then) {
        if (then.spec() != null && !then.spec().after().isEmpty()) {
            throw new UserError(
                    Exit.USAGE, "the task of --then has an `after` of its own. Leave it out: it comes after them all.");
        }
    }

    private void checkLimits(int tasks) {
        if (tasks - 1 > TaskFile.MOST_AFTER) {
            throw new UserError(
                    Exit.USAGE,
                    "these would be " + tasks + " tasks, and one can wait for " + TaskFile.MOST_AFTER
                            + " at most. Make fewer of them with --batch.");
        }
        if (inside != null && whose.settings().value() != null) {
            int most = whose.settings().value().limits().maxTree();
            if (tasks + 1 > most) {
                throw new UserError(
                        Exit.USAGE,
                        "these would be " + tasks + " children, and `limits.max_tree` allows a tree of " + most
                                + " tasks. Make fewer of them with --batch, or raise it in reeve.yaml.");
            }
        }
    }

    private static Part part(String id, Keyed task, ObjectNode keys, Share batch) {
        ObjectNode all = keys.deepCopy();
        all.remove("label");
        if (task.spec() == null || task.spec().inputs().isEmpty()) {
            ArrayNode inputs = all.putArray("inputs");
            batch.names().forEach(name -> inputs.add("files/" + name));
        }
        return new Part(id, task, all, batch.attached());
    }

    private static Part last(Ids ids, Keyed then, ObjectNode keys, List<Part> before) {
        TaskSpec spec = then.spec();
        ObjectNode all = Json.object();
        ArrayNode after = all.putArray("after");
        before.forEach(part -> after.add(part.id()));
        if (spec == null || spec.afterFailed() == null) {
            all.put("after_failed", "run");
        }
        if (keys.has("group") && (spec == null || spec.group() == null)) {
            all.set("group", keys.get("group"));
        }
        String label = spec == null || spec.label() == null ? "then" : spec.label();
        return new Part(ids.next(label), then, all, new TreeMap<>());
    }

    /**
     * Ids that sort in the order in which they are asked for. A second attempt that makes the same children comes to the
     * same ids, and so to the same children.
     */
    private Ids ids(Fingerprint fingerprint, int most) {
        Instant now = invocation.now();
        long first = invocation.random().getAsLong();
        if (inside != null) {
            Instant given = TaskId.givenAt(inside.task().id());
            now = given == null ? now : given;
            first = fingerprint.add(inside.task().id()).number();
        }
        return new Ids(now, Math.floorMod(first, TaskId.NUMBERS - most));
    }

    private static final class Ids {
        private final Instant at;
        private long number;

        Ids(Instant at, long first) {
            this.at = at;
            this.number = first;
        }

        String next(String words) {
            return TaskId.numbered(at, number++, words);
        }
    }
}
