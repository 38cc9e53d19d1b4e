package dev.reeve.histories;

import java.util.LinkedHashMap;
import java.util.Map;

/** Steps that may change places with those beside them: the reasons for which nobody can notice. */
final class Commuting {

    private static final Map<String, String> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put("status.json", "it tells of the moment, and is written anew");
        REASONS.put("STATUS.md", "it tells of the moment, and is written anew");
    }

    private Commuting() {}

    /** Why the order of these two does not matter; null if it does. */
    static String why(Swapped.Pair pair) {
        return REASONS.entrySet().stream()
                .filter(reason -> pair.toString().contains(reason.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
