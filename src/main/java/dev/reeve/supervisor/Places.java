package dev.reeve.supervisor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Who has a place where. A start takes one place in each resource that it needs, all or none.
 *
 * <p>A task that waits for its children lends its places to its descendants: each place serves one of them at a time, and
 * whoever has borrowed one and waits in turn lends that on. So however deep a team is nested, one place at the top is
 * enough for it, and never more are at work than there are places.
 *
 * <p>Only what is held is kept here; how many places there are is asked each time, so that a change of the configuration
 * is in force at once.
 */
final class Places {

    private final Map<Resource, Set<String>> holders = new HashMap<>();
    private final Map<String, List<Resource>> held = new LinkedHashMap<>();
    /** The ancestors of those that have any, nearest first. */
    private final Map<String, List<String>> lineages = new HashMap<>();

    private final Set<String> lending = new HashSet<>();

    /**
     * Those of the needed resources that have no place left, in their order. Empty: it could start.
     *
     * @param lineage its ancestors, nearest first
     */
    List<Resource> missing(List<Resource> needs, List<String> lineage, ToIntFunction<Resource> width) {
        return needs.stream()
                .filter(need -> {
                    int taken = taken(need);
                    return taken >= width.applyAsInt(need) && taken < taken(need, lineage);
                })
                .toList();
    }

    /** Takes them, whether there is room or not: what runs, runs, and counts. */
    void take(String holder, List<String> lineage, List<Resource> needs) {
        giveBack(holder);
        held.put(holder, List.copyOf(needs));
        relate(holder, lineage);
        needs.forEach(need ->
                holders.computeIfAbsent(need, any -> new LinkedHashSet<>()).add(holder));
    }

    /** @param lineage the ancestors of a holder, nearest first */
    void relate(String holder, List<String> lineage) {
        if (!lineage.isEmpty() && held.containsKey(holder)) {
            lineages.put(holder, List.copyOf(lineage));
        }
    }

    void giveBack(String holder) {
        lending.remove(holder);
        lineages.remove(holder);
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

    /** Its descendants may use its places from here on. */
    void lend(String holder) {
        if (held.containsKey(holder)) {
            lending.add(holder);
        }
    }

    boolean lends(String holder) {
        return lending.contains(holder);
    }

    /** @return false if one of its places is still in use and there is no other: it goes on lending all of them */
    boolean takeBack(String holder, ToIntFunction<Resource> width) {
        if (!lending.contains(holder)) {
            return true;
        }
        Map<Resource, Integer> before = new HashMap<>();
        held.get(holder).forEach(resource -> before.put(resource, taken(resource)));
        lending.remove(holder);
        boolean room = before.keySet().stream()
                .allMatch(resource -> taken(resource) <= Math.max(width.applyAsInt(resource), before.get(resource)));
        if (!room) {
            lending.add(holder);
        }
        return room;
    }

    /** How many places are in use or lent. */
    int taken(Resource resource) {
        return taken(resource, null);
    }

    /** @param more the lineage of one more holder; null for none */
    private int taken(Resource resource, List<String> more) {
        Set<String> all = holders(resource);
        int count = all.size() + (more == null ? 0 : 1);
        if (lending.isEmpty()) {
            return count;
        }
        // the nearest lender first: nobody else's choice is wider than his, so that as many borrow as can
        Set<String> used = new HashSet<>();
        int borrowed = 0;
        for (String holder : all) {
            borrowed += borrows(resource, lineages.getOrDefault(holder, List.of()), used) ? 1 : 0;
        }
        borrowed += more != null && borrows(resource, more, used) ? 1 : 0;
        return count - borrowed;
    }

    private boolean borrows(Resource resource, List<String> lineage, Set<String> used) {
        for (String ancestor : lineage) {
            if (lending.contains(ancestor) && holders(resource).contains(ancestor) && used.add(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /** Who has the places, first come first. */
    Set<String> holders(Resource resource) {
        return holders.getOrDefault(resource, Set.of());
    }

    /** A copy to try things on. */
    Places copy() {
        Places copy = new Places();
        held.forEach((holder, needs) -> copy.take(holder, lineages.getOrDefault(holder, List.of()), needs));
        copy.lending.addAll(lending);
        return copy;
    }
}
