package dev.reeve.supervisor;

import dev.reeve.event.Missing;
import dev.reeve.event.Pick;
import dev.reeve.event.Route;
import dev.reeve.event.Routing;
import dev.reeve.task.TaskRecord;
import dev.reeve.text.Node;
import dev.reeve.text.Places;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A dropped task with what the rules of reeve.yaml add to it: one that was dropped at the top and names nobody gets the
 * agent, and the keys that it does not have itself, of the first rule that takes it.
 */
final class ByRules {

    private final Kit kit;
    private final Picking picking;

    ByRules(Kit kit, Picking picking) {
        this.kit = kit;
        this.picking = picking;
    }

    /** @param agent null if no rule has taken it */
    record Sorted(DroppedTask task, String agent) {}

    /** @param before what it was until now; null if it was not accepted yet */
    Sorted read(Path dropped, String door, TaskRecord before) throws IOException {
        List<Route> rules = kit.team().get().settings().routes();
        DroppedTask task = DroppedTask.read(kit, dropped);
        boolean isNobodys = door.equals(Door.EVERYBODYS)
                && task.spec() != null
                && task.spec().agent() == null
                // a conversation that it goes on with has its agent
                && !(task.spec().session() != null && TaskId.isOne(task.spec().session()));
        if (rules.isEmpty() || !isNobodys) {
            return new Sorted(task, null);
        }
        Found found = new Found(rules);
        DroppedTask with = DroppedTask.read(kit, dropped, found::keys);
        if (found.problem != null) {
            return new Sorted(new DroppedTask(null, List.of(found.problem), task.file(), Places.NONE), null);
        }
        return new Sorted(with, found.rule == null ? null : agent(found.rule, before));
    }

    /** Whose it is, it stays: it is read more than once. */
    private String agent(Route rule, TaskRecord before) throws IOException {
        if (before != null && picking.there(rule).contains(before.agent())) {
            return before.agent();
        }
        List<String> picked = picking.pick(rule);
        // one that is not there is told as any other that a task names
        return picked.isEmpty() ? rule.agents().get(0) : picked.get(0);
    }

    /** The rule that takes it, if any. */
    private static final class Found {

        private final List<Route> rules;
        private Route rule;
        private String problem;

        Found(List<Route> rules) {
            this.rules = rules;
        }

        List<Node.Entry> keys(Node.Mapping own) {
            Node.Mapping fields = Routing.fieldsOfTask(own);
            rule = Routing.of(rules, fields).rule();
            if (rule == null) {
                return List.of();
            }
            if (rule.pick() == Pick.ALL) {
                problem = rule.name() + " takes it, and makes a task for each of " + String.join(", ", rule.agents())
                        + ", which one task can't be. Name its agent in it, or drop it into events/.";
                return List.of();
            }
            try {
                return rule.keys(fields);
            } catch (Missing e) {
                problem = rule.name() + " takes it, and can't be followed: " + e.getMessage() + ".";
                return List.of();
            }
        }
    }
}
