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
