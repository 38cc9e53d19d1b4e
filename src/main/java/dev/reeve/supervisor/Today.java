package dev.reeve.supervisor;

import java.util.EnumMap;
import java.util.Map;

/** How often each action was taken today, where the person is. */
final class Today {

    private final Map<Action, Integer> counts = new EnumMap<>(Action.class);
    private String date = "";

    /** A new day begins with nothing. */
    void at(String today) {
        if (!today.equals(date)) {
            date = today;
            counts.clear();
        }
    }

    void count(String today, Action action) {
        at(today);
        if (action != null) {
            counts.merge(action, 1, Integer::sum);
        }
    }

    String date() {
        return date;
    }

    int count(Action action) {
        return counts.getOrDefault(action, 0);
    }
}
