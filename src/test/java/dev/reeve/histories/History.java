package dev.reeve.histories;

import dev.reeve.sim.SimWatcher;
import dev.reeve.workspace.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that happens to a workspace, from one seed.
 *
 * @param files of the workspace at the beginning; null for a folder
 * @param ends of some tasks, by their slugs
 * @param good what the files of the configuration say again at the end, so that everything can come to rest
 */
record History(
        long seed,
        Map<String, String> files,
        Map<String, String> good,
        SimWatcher.Mood watcher,
        List<Planned> deeds,
        Map<String, End> ends) {

    /** Where a task has to end, whatever happens on the way. @param state null: nowhere, it is cancelled */
    record End(State state) {}

    History {
        deeds = List.copyOf(deeds);
    }

    History with(List<Planned> fewer) {
        return new History(seed, files, good, watcher, fewer, ends);
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

    /** Shims are quick, but now and then a machine is so busy that others come between any two of their steps. */
    Duration shimPace() {
        return Duration.ofMillis(seed % 4 == 3 ? 1 + seed % 200 : 1);
    }

    private Stream<Deed> all() {
        return deeds.stream().map(Planned::deed).flatMap(History::parts);
    }

    private static Stream<Deed> parts(Deed deed) {
        if (deed instanceof WhenSeen when) {
            return Stream.concat(Stream.of(deed), when.deeds().stream().flatMap(History::parts));
        }
        return deed instanceof AtStep at ? Stream.concat(Stream.of(deed), parts(at.deed())) : Stream.of(deed);
    }

    boolean has(Class<? extends Deed> kind) {
        return all().anyMatch(kind::isInstance);
    }

    boolean any(Predicate<Deed> wanted) {
        return all().anyMatch(wanted);
    }

    /** Deeds that are done to this task by its slug. */
    boolean touches(String slug) {
        return any(deed -> deed instanceof AtTask task && task.slug().equals(slug));
    }

    @Override
    public String toString() {
        return "seed " + seed + ", watcher " + watcher + "\n  reeve.yaml: "
                + files.get("reeve.yaml").strip().replace("\n", "; ") + "\n"
                + deeds.stream().map(planned -> "  " + planned).collect(Collectors.joining("\n"));
    }
}
