package dev.reeve.supervisor;

import dev.reeve.files.Json;
import dev.reeve.task.Note;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code STATUS.md}: the same as {@code status.json}, for people. What waits for a person comes first. */
final class StatusPage {

    private final StringBuilder page = new StringBuilder();
    private final ObjectNode status;

    private StatusPage(ObjectNode status) {
        this.status = status;
    }

    static String of(ObjectNode status) {
        return new StatusPage(status).write();
    }

    private String write() {
        page.append("# Status\n\n");
        page.append("Written ").append(text(status, "timestamp")).append(" by the supervisor with pid ");
        page.append(status.get("supervisor").get("pid").asString()).append(", which started ");
        page.append(text(status.get("supervisor"), "started_at")).append(".\n\n");
        section(
                "Held: waits for a person",
                "held",
                "held_count",
                node -> task(node) + ": " + firstLine(text(node, "reason")) + " (`held/" + text(node, "id")
                        + "/why.md`)");
        if (status.hasNonNull("stop")) {
            page.append("**A file STOP keeps anything new from starting.** Remove it to go on: `rm STOP`.\n\n");
        }
        if ("scanning".equals(text(status, "watch"))) {
            page.append("There are no file events: folders are looked at every few seconds instead.\n\n");
        }
        section("Problems", "problems", null, node -> "- `" + text(node, "where") + "`: " + text(node, "what"));
        section(
                "Alerts of the last day",
                "alerts",
                null,
                node -> "- " + text(node, "timestamp") + " `" + text(node, "where") + "`: "
                        + firstLine(text(node, "what")));
        section(
                "Running",
                "active",
                null,
                node -> task(node) + ", attempt " + node.get("attempt").asString()
                        + ", since " + text(node, "started_at")
                        + (node.has("checks") ? ", being checked, " + text(node, "checks") : "")
                        + (node.has("parent") ? ", child of `" + text(node, "parent") + "`" : "")
                        + (node.has("waiting_for_children") ? ", waits for its children" : "")
                        + ("stopping".equals(text(node, "state")) ? ", being stopped" : "")
                        + (node.has("retrying") ? ", retrying: " + text(node, "retrying") : "")
                        + note(node));
        section("Queued", "queued", "queued_count", this::queued);
        section(
                "Waiting",
                "waiting",
                "waiting_count",
                node -> task(node) + ": " + firstLine(text(node, "reason"))
                        + (node.has("until") ? " (until " + text(node, "until") + ")" : ""));
        int failed = status.get("failed_count").asInt();
        if (failed > 0) {
            page.append("## Failed\n\n").append(failed).append(failed == 1 ? " task" : " tasks");
            page.append(" in `failed/`, each with its `why.md`.\n\n");
        }
        today();
        return page.toString();
    }

    private String queued(JsonNode node) {
        StringBuilder line = new StringBuilder(task(node))
                .append(", priority ")
                .append(node.get("priority").asString());
        if (node.has("checks")) {
            line.append(", being checked, ").append(text(node, "checks"));
        }
        if (node.get("missing") instanceof ArrayNode missing && !missing.isEmpty()) {
            line.append(": ");
            String between = "";
            for (JsonNode place : missing) {
                line.append(between).append(place.asString());
                between = "; ";
            }
        }
        return line.toString();
    }

    private void section(String title, String key, String count, java.util.function.Function<JsonNode, String> line) {
        if (!(status.get(key) instanceof ArrayNode nodes) || nodes.isEmpty()) {
            return;
        }
        page.append("## ").append(title).append("\n\n");
        for (JsonNode node : nodes) {
            page.append(line.apply(node)).append('\n');
        }
        int all = count == null ? nodes.size() : status.get(count).asInt();
        if (all > nodes.size()) {
            page.append("- … and ").append(all - nodes.size()).append(" more\n");
        }
        page.append('\n');
    }

    private void today() {
        JsonNode today = status.get("today");
        page.append("## Today, ").append(text(today, "date")).append("\n\n");
        String between = "";
        for (String key : new String[] {"accepted", "done", "failed", "retried", "rejected"}) {
            page.append(between).append(today.get(key).asString()).append(' ').append(key);
            between = ", ";
        }
        if (today.has("cost_usd")) {
            page.append(". Spent: $").append(today.get("cost_usd").asString());
            page.append(", ").append(today.get("tokens").asString()).append(" tokens");
        }
        page.append(".\n");
    }

    private static String note(JsonNode node) {
        if (!node.has("note")) {
            return "";
        }
        return ": "
                + new Note(
                        0,
                        text(node, "note"),
                        node.has("percent") ? node.get("percent").asInt() : null);
    }

    private static String task(JsonNode node) {
        return "- `" + text(node, "id") + "` " + (node.has("agent") ? "(" + text(node, "agent") + ")" : "");
    }

    private static String text(JsonNode node, String key) {
        String text = Json.text(node, key);
        return text == null ? "" : text;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
