package dev.reeve.histories;

import java.util.ArrayList;
import java.util.List;

/** Takes deeds out of a history as long as it still fails. */
final class Shrinker {

    private Shrinker() {}

    /** Says whether a history fails. */
    interface Fails {
        boolean fails(History history);
    }

    static History shrink(History history, Fails trial) {
        History smallest = history;
        for (int chunk = Math.max(1, history.deeds().size() / 2); chunk > 0; chunk /= 2) {
            boolean shrunk = true;
            while (shrunk) {
                shrunk = false;
                for (int from = 0; from < smallest.deeds().size(); from += chunk) {
                    List<Planned> fewer = new ArrayList<>(smallest.deeds());
                    fewer.subList(from, Math.min(from + chunk, fewer.size())).clear();
                    History candidate = smallest.with(fewer);
                    if (trial.fails(candidate)) {
                        smallest = candidate;
                        shrunk = true;
                        break;
                    }
                }
            }
        }
        return smallest;
    }
}
