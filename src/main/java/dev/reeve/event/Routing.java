package dev.reeve.event;

import dev.reeve.text.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rule takes something: the first that fits.
 *
 * @param rule null if none does
 * @param passed the others, and why not
 */
public record Routing(Route rule, List<Passed> passed) {

    /** @param why it does not take it */
    public record Passed(Route rule, String why) {
        @Override
        public String toString() {
            return rule.name() + ": " + why;
        }
    }

    /** What rules see of a task: its keys, and what is under {@code meta} as if it stood beside them. */
    public static Node.Mapping fieldsOfTask(Node.Mapping keys) {
        List<Node.Entry> all = new ArrayList<>(keys.entries());
        if (Fields.at(keys, "meta") instanceof Node.Mapping meta) {
            meta.entries().stream()
                    .filter(entry -> Fields.at(keys, entry.key().text()) == null)
                    .forEach(all::add);
        }
        return new Node.Mapping(List.copyOf(all), keys.place());
    }

    public static Routing of(List<Route> rules, Node.Mapping fields) {
        Route taken = null;
        List<Passed> passed = new ArrayList<>();
        for (Route rule : rules) {
            String why = rule.when().whyNot(fields);
            if (why == null && taken != null) {
                why = "it would, but rule " + taken.number() + " comes first";
            }
            if (why == null) {
                taken = rule;
            } else {
                passed.add(new Passed(rule, why));
            }
        }
        return new Routing(taken, List.copyOf(passed));
    }
}
