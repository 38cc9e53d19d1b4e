package dev.reeve.supervisor;

import dev.reeve.event.Pick;
import dev.reeve.event.Route;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who gets what a rule takes. */
final class Picking {

    private final Kit kit;
    private final Board board;
    private final RoundRobin turns;

    Picking(Kit kit, Board board, RoundRobin turns) {
        this.kit = kit;
        this.board = board;
        this.turns = turns;
    }

    /** @return nobody if none of the rule's agents is there */
    List<String> pick(Route rule) throws IOException {
        List<String> there = there(rule);
        if (there.size() < 2 || rule.pick() == Pick.ALL) {
            return there;
        }
        return List.of(rule.pick() == Pick.ROUND_ROBIN ? turns.take(there) : leastLoaded(there));
    }

    /** Those of its agents that there are. */
    List<String> there(Route rule) {
        return rule.agents().stream().filter(kit.team().get().names()::contains).toList();
    }

    private String leastLoaded(List<String> agents) {
        Map<String, Integer> load = new HashMap<>();
        for (Card card : board.all()) {
            if (!card.where().state().ended()) {
                load.merge(card.agent(), 1, Integer::sum);
            }
        }
        return agents.stream()
                .min(Comparator.comparing((String agent) -> load.getOrDefault(agent, 0)))
                .orElseThrow();
    }
}
