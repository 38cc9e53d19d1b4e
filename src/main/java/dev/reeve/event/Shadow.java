package dev.reeve.event;

import dev.reeve.text.Value;
import java.util.List;

/** A rule that never comes to its turn, because an earlier one takes all that it would take. Not every such is seen. */
final class Shadow {

    private Shadow() {}

    static void warn(List<Route> routes, Value value) {
        for (int later = 1; later < routes.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (routes.get(earlier).when().covers(routes.get(later).when())) {
                    value.report()
                            .warning(
                                    routes.get(later).place(),
                                    "rule " + routes.get(later).number() + " never takes anything: rule "
                                            + routes.get(earlier).number() + ", line "
                                            + routes.get(earlier).place().line() + ", takes all that it would",
                                    "put it before that one, or leave it out");
                    break;
                }
            }
        }
    }
}
