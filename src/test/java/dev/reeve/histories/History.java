package dev.reeve.histories;

import dev.reeve.sim.SimWatcher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that happens to a workspace, from one seed.
 *
 * @param files of the workspace at the beginning; null for a folder
 * @param good what the files of the configuration say again at the end, so that everything can come to rest
 */
record History(
        long seed, Map<String, String> files, Map<String, String> good, SimWatcher.Mood watcher, List<Planned> deeds) {

    History {
        deeds = List.copyOf(deeds);
    }

    History with(List<Planned> fewer) {
        return new History(seed, files, good, watcher, fewer);
    }

    /** Only these of its deeds, by their numbers. */
    History only(Set<Integer> kept) {
        return with(deeds.stream().filter(deed -> kept.contains(deed.number())).toList());
    }

    /** The drops that are in it, by the slugs of their tasks. */
    Map<String, Drop> drops() {
        return deeds.stream()
                .filter(planned -> planned.deed() instanceof Drop)
                .map(planned -> (Drop) planned.deed())
                .collect(Collectors.toMap(drop -> drop.work().slug(), drop -> drop));
    }

    boolean has(Class<? extends Deed> kind) {
        return deeds.stream().anyMatch(planned -> kind.isInstance(planned.deed()));
    }

    /** Deeds that are done to this task by its slug. */
    boolean touches(String slug) {
        return deeds.stream()
                .anyMatch(planned ->
                        planned.deed() instanceof AtTask deed && deed.slug().equals(slug));
    }

    @Override
    public String toString() {
        return "seed " + seed + ", watcher " + watcher + "\n  reeve.yaml: "
                + files.get("reeve.yaml").strip().replace("\n", "; ") + "\n"
                + deeds.stream().map(planned -> "  " + planned).collect(Collectors.joining("\n"));
    }
}
