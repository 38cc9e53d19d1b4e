package dev.reeve.cli.look;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Inside;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.Poll;
import dev.reeve.cli.tasks.Rest;
import dev.reeve.files.Json;
import dev.reeve.task.ChildReport;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Waits for the children of the task in which it is called, as {@code children/index.json} tells of them. */
final class Children {

    private static final int LIMIT = 64 << 20;

    /** What was dropped and not taken yet can't be told from a child that has not ended. */
    private record Look(boolean pending, Map<String, ObjectNode> all) {
        long open() {
            return all.values().stream().filter(child -> !ended(child)).count();
        }
    }

    private final Invocation invocation;
    private final Inside inside;

    Children(Invocation invocation, Inside inside) {
        this.invocation = invocation;
        this.inside = inside;
    }

    /** @param any end with the first that had not ended yet @param limit null for as long as it takes */
    int await(boolean any, Duration limit) throws IOException {
        Look before = look();
        if (before.all.isEmpty() && !before.pending) {
            invocation.note("this task has asked for no children.");
            return Exit.DONE;
        }
        if (!before.pending && before.open() == 0) {
            before.all.values().forEach(this::tell);
            return exit(before);
        }
        Rest rest = Rest.begin(invocation, inside);
        try {
            return await(before, any, limit);
        } finally {
            rest.close();
        }
    }

    private int await(Look before, boolean any, Duration limit) throws IOException {
        Map<String, ObjectNode> told = new HashMap<>();
        if (any) {
            before.all.forEach((label, child) -> {
                if (ended(child)) {
                    told.put(label, child);
                }
            });
        }
        Poll poll = invocation.poll(limit).brisk();
        while (true) {
            Look now = look();
            for (Map.Entry<String, ObjectNode> child : now.all.entrySet()) {
                if (ended(child.getValue()) && told.put(child.getKey(), child.getValue()) == null) {
                    tell(child.getValue());
                    if (any) {
                        return ok(child.getValue()) ? Exit.DONE : Exit.FAILED;
                    }
                }
            }
            if (!now.pending && now.open() == 0) {
                return exit(now);
            }
            if (!poll.again()) {
                invocation.note(now.open() + " have not ended when the time was up; they go on.");
                return Exit.TIMED_OUT;
            }
        }
    }

    /** The doors first: what leaves them is in the index by then. */
    private Look look() throws IOException {
        boolean pending = false;
        for (String name : invocation.disk().list(inside.attempt().spawn())) {
            pending |= !name.startsWith(".");
        }
        Map<String, ObjectNode> all = new HashMap<>();
        byte[] content = invocation.durable().readIfThere(inside.task().childrenIndex(), LIMIT);
        ObjectNode index = content == null ? null : Json.parseObject(content);
        if (index != null && index.get("children") instanceof ArrayNode children) {
            for (JsonNode child : children) {
                all.put(Json.text(child, "as"), (ObjectNode) child);
            }
        }
        return new Look(pending, all);
    }

    private static boolean ended(ObjectNode child) {
        return !ChildReport.State.OPEN.word().equals(Json.text(child, "state"));
    }

    private static boolean ok(ObjectNode child) {
        return ChildReport.State.DONE.word().equals(Json.text(child, "state"));
    }

    private static int exit(Look look) {
        boolean good = look.all.values().stream().allMatch(child -> ok(child) || child.has("optional"));
        return good ? Exit.DONE : Exit.FAILED;
    }

    private void tell(ObjectNode child) {
        String reason = Json.text(child, "reason");
        invocation.say(Json.text(child, "as") + " " + Json.text(child, "state")
                + (reason == null ? "" : ": " + Phrases.line(reason)));
        invocation.terminal().out().flush();
    }
}
