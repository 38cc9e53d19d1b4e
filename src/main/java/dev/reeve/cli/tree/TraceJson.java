package dev.reeve.cli.tree;

import dev.reeve.cost.Sum;
import dev.reeve.cost.UsageFile;
import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.task.AttemptRecord;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A tree for programs: each task is an object, its children are in it. */
final class TraceJson {

    private final Durable durable;
    private final Workspace workspace;

    TraceJson(Durable durable, Workspace workspace) {
        this.durable = durable;
        this.workspace = workspace;
    }

    ObjectNode of(Member member) throws IOException {
        ObjectNode node = ChildrenTable.json(member);
        if (member.report() != null) {
            node.put("asked_by_attempt", member.report().attempt());
        }
        if (member.sighting() != null) {
            node.put("folder", workspace.shown(member.sighting().folder().path()));
            Sum cost = UsageFile.ofTask(durable, member.sighting().folder());
            if (cost != null) {
                node.set("usage", cost.json());
            }
        }
        Timeline timeline = Timeline.of(durable.disk(), member);
        Json.put(node, "accepted_at", timeline.acceptedAt());
        Json.put(node, "ended_at", timeline.endedAt());
        ArrayNode attempts = node.putArray("attempts");
        ArrayNode events = node.putArray("events");
        for (Timeline.Moment moment : timeline.moments()) {
            if (moment.attempt() != null) {
                attempt(attempts.addObject(), moment.attempt());
                continue;
            }
            ObjectNode event = events.addObject();
            Json.put(event, "timestamp", moment.at());
            event.put("action", moment.action());
            Json.put(event, "reason", moment.reason());
        }
        ArrayNode children = node.putArray("children");
        for (Member child : member.children()) {
            children.add(of(child));
        }
        return node;
    }

    private static void attempt(ObjectNode node, AttemptRecord attempt) {
        node.put("number", attempt.number());
        Json.put(node, "agent", attempt.agent());
        Json.put(node, "started_at", attempt.startedAt());
        Json.put(node, "ended_at", attempt.endedAt());
        if (attempt.ended()) {
            node.put("outcome", attempt.outcome().name().toLowerCase(Locale.ROOT));
        }
        if (attempt.exit() != null) {
            node.put("exit", attempt.exit());
        }
        seconds(node, "seconds", attempt.startedAt(), attempt.endedAt());
        if (attempt.waited() != null) {
            node.put("waited", attempt.waited().toMillis() / 1000.0);
        }
        Json.put(node, "reason", attempt.reason());
    }

    private static void seconds(ObjectNode node, String key, Instant from, Instant to) {
        if (from != null && to != null) {
            node.put(key, Duration.between(from, to).toMillis() / 1000.0);
        }
    }
}
