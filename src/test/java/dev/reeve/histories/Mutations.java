package dev.reeve.histories;

import dev.reeve.histories.EveryStep.Failure;
import dev.reeve.histories.EveryStep.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;

/** What can be changed in the code's dealings with the disk, and which history notices. */
final class Mutations {

    /** The quickest to notice come first. */
    private static final List<Fault> FAULTS = List.of(
            Fault.KILLED,
            Fault.SHIMS_RUSH,
            Fault.POWER_NOTHING,
            Fault.POWER_SOME,
            Fault.POWER_ALL,
            Fault.FULL_ONCE,
            Fault.KILLED_FOR_LONG);

    private static final int MOST_HISTORIES = 100;
    private static final int OTHER_SEEDS = 12;
    private static final int FEW_HISTORIES = 4;
    private static final int MOST_STEPS_BETWEEN = 61;

    /** Up to here no step between two faults is left out: recovery is short. */
    private static final int CLOSE = 61;

    private static final int RANDOM_HISTORIES = 400;
    private static final int RANDOM_TEAMS = 100;

    private Mutations() {}

    /** Every force that any short history comes to, with those that do. */
    static Map<Site, Set<ShortHistory>> forces() {
        return met(seen -> new WithoutForce(
                site -> {
                    seen.accept(site);
                    return false;
                },
                "listening"));
    }

    /** Every two steps that follow upon each other. */
    static Map<Swapped.Pair, Set<ShortHistory>> pairs() {
        return met(Swapped::listening);
    }

    private static <T extends Comparable<T>> Map<T, Set<ShortHistory>> met(Function<Consumer<T>, Mutation> listener) {
        Map<T, Set<ShortHistory>> met = new TreeMap<>();
        for (ShortHistory history : ShortHistories.all()) {
            Set<T> seen = new ConcurrentSkipListSet<>();
            EveryStep every = new EveryStep(history, listener.apply(seen::add));
            every.steps();
            // in recovery there is more to see
            every.failures(Fault.POWER_NOTHING);
            every.failures(Fault.KILLED);
            seen.forEach(one ->
                    met.computeIfAbsent(one, any -> new LinkedHashSet<>()).add(history));
        }
        return met;
    }

    /** The first history that notices, in words; null if none does. */
    static String caughtBy(Mutation mutation, Set<ShortHistory> histories) {
        List<ShortHistory> shortest = new ArrayList<>(histories);
        shortest.sort(
                Comparator.comparing(history -> history.undisturbed().deeds().size()));
        List<ShortHistory> some = shortest.subList(0, Math.min(MOST_HISTORIES, shortest.size()));
        for (ShortHistory history : some) {
            EveryStep every = new EveryStep(history, mutation);
            try {
                every.steps();
            } catch (AssertionError e) {
                return firstLine(e);
            }
        }
        for (Fault fault : FAULTS) {
            for (ShortHistory history : some) {
                Failure failure = new EveryStep(history, mutation).anyFailure(fault);
                if (failure != null) {
                    return failure.where() + ": " + firstLine(failure.failure());
                }
            }
        }
        for (int seed = 1; seed <= OTHER_SEEDS; seed++) {
            for (ShortHistory history : some.subList(0, Math.min(FEW_HISTORIES, some.size()))) {
                Failure failure = new EveryStep(history, mutation).anyFailureOfSome(seed);
                if (failure != null) {
                    return failure.where() + ", seed " + seed + ": " + firstLine(failure.failure());
                }
            }
        }
        for (int more = 1; more <= MOST_STEPS_BETWEEN; more += more < CLOSE ? 1 : 6) {
            for (ShortHistory history : some.subList(0, Math.min(FEW_HISTORIES, some.size()))) {
                String by = ofTwo(new EveryStep(history, mutation), more);
                if (by != null) {
                    return by;
                }
            }
        }
        Trials trials = new Trials(mutation);
        return LongStream.range(-RANDOM_TEAMS, RANDOM_HISTORIES)
                .parallel()
                .mapToObj(seed -> {
                    Throwable failure = trials.failure(Menu.of(seed));
                    return failure == null ? null : "seed " + seed + ": " + firstLine(failure);
                })
                .filter(Objects::nonNull)
                .findAny()
                .orElse(null);
    }

    private static String ofTwo(EveryStep every, int more) {
        for (Fault first : List.of(Fault.KILLED, Fault.POWER_NOTHING)) {
            Fault second = first == Fault.KILLED ? Fault.POWER_NOTHING : Fault.KILLED;
            Failure failure = every.anyFailureOfTwo(first, more, second);
            if (failure != null) {
                return failure.where() + ", and " + second + " " + more + " steps after that: "
                        + firstLine(failure.failure());
            }
        }
        return null;
    }

    private static String firstLine(Throwable failure) {
        String words = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return words.length() > 160 ? words.substring(0, 160) + "…" : words;
    }
}
