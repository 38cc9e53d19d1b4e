package dev.reeve.supervisor;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Who has a place where. A start takes one place in each resource that it needs, all or none.
 *
 * <p>Only what is held is kept here; how many places there are is asked each time, so that a change of the configuration
 * is in force at once.
 */
final class Places {

    private final Map<Resource, Set<String>> holders = new HashMap<>();
    private final Map<String, List<Resource>> held = new HashMap<>();

    /** Those of the needed resources that have no place left, in their order. Empty: it could start. */
    List<Resource> missing(List<Resource> needs, ToIntFunction<Resource> width) {
        return needs.stream()
                .filter(need -> taken(need) >= width.applyAsInt(need))
                .toList();
    }

    /** Takes them, whether there is room or not: what runs, runs, and counts. */
    void take(String holder, List<Resource> needs) {
        giveBack(holder);
        held.put(holder, List.copyOf(needs));
        needs.forEach(need ->
                holders.computeIfAbsent(need, any -> new LinkedHashSet<>()).add(holder));
    }

    void giveBack(String holder) {
        List<Resource> before = held.remove(holder);
        if (before == null) {
            return;
        }
        for (Resource resource : before) {
            Set<String> others = holders.get(resource);
            others.remove(holder);
            if (others.isEmpty()) {
                holders.remove(resource);
            }
        }
    }

    int taken(Resource resource) {
        return holders(resource).size();
    }

    /** Who has the places, first come first. */
    Set<String> holders(Resource resource) {
        return holders.getOrDefault(resource, Set.of());
    }

    /** A copy to try things on. */
    Places copy() {
        Places copy = new Places();
        held.forEach(copy::take);
        return copy;
    }
}
