package dev.reeve.cli.tree;

import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.Table;
import dev.reeve.files.Json;
import dev.reeve.task.Harvest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The children of one task, a line each. */
public final class ChildrenTable {

    private ChildrenTable() {}

    public static Table of(List<Member> children, Instant now) {
        Table table = new Table("CHILD", "AGENT", "STATE", "AT WORK", "TASK", "REASON");
        for (Member child : children) {
            Duration ran = child.ran(now);
            table.row(
                    child.place(),
                    child.agent(),
                    child.state() + (child.harvest() == null ? "" : ", " + words(child.harvest())),
                    ran == null ? null : Phrases.elapsed(ran),
                    child.id(),
                    Phrases.or(child.reason(), ""));
        }
        return table;
    }

    /** In a line of its own: {@code 50 children, 45 done, 5 failed}. */
    public static String count(List<Member> children) {
        long ok = children.stream().filter(Member::ok).count();
        long ended = children.stream().filter(Member::ended).count();
        long open = children.size() - ended;
        return Phrases.count(children.size())
                + (children.size() == 1 ? " child, " : " children, ")
                + Phrases.count(ok) + " done"
                + (ended > ok ? ", " + Phrases.count(ended - ok) + " failed" : "")
                + (open > 0 ? ", " + Phrases.count(open) + " not ended" : "");
    }

    /** As in {@code degraded, 45/50}. */
    public static String words(Harvest harvest) {
        return (harvest.degraded() ? "degraded, " : "") + harvest.complete();
    }

    public static ArrayNode json(List<Member> children) {
        ArrayNode array = Json.array();
        children.forEach(child -> array.add(json(child)));
        return array;
    }

    static ObjectNode json(Member member) {
        ObjectNode node = Json.object();
        Json.put(node, "as", member.place());
        Json.put(node, "id", member.id());
        Json.put(node, "label", member.label());
        Json.put(node, "agent", member.agent());
        node.put("state", member.state());
        Duration ran = member.ended() ? member.ran(null) : null;
        if (ran != null) {
            node.put("seconds", ran.toMillis() / 1000.0);
        }
        if (member.harvest() != null) {
            node.put("complete", member.harvest().complete());
            node.put("degraded", member.harvest().degraded());
        }
        Json.put(node, "reason", member.reason());
        if (member.report() != null && member.report().optional()) {
            node.put("optional", true);
        }
        return node;
    }
}
