package dev.reeve.histories;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Plays many histories side by side, and tells of the first that fails in a way that a person can go on from. */
final class Trials {

    private final Mutation mutation;

    Trials(Mutation mutation) {
        this.mutation = mutation;
    }

    /** What is wrong with a history, or null. */
    Throwable failure(History history) {
        return failure(history, StepLog.NONE);
    }

    Throwable failure(History history, StepLog log) {
        try {
            new Play(history, mutation, log).run();
            return null;
        } catch (IOException | RuntimeException | AssertionError e) {
            return e;
        }
    }

    /** Plays the histories of all these seeds, and fails with the first that fails. */
    void play(LongStream seeds) {
        List<Long> failed = Collections.synchronizedList(new ArrayList<>());
        seeds.parallel().forEach(seed -> {
            if (failure(Menu.of(seed)) != null) {
                failed.add(seed);
            }
        });
        if (!failed.isEmpty()) {
            Collections.sort(failed);
            throw new AssertionError(failed.size() + " histories failed: seeds "
                    + failed.stream().limit(20).map(String::valueOf).collect(Collectors.joining(", ")) + "\n"
                    + report(failed.get(0)));
        }
    }

    String report(long seed) {
        History whole = Menu.of(seed);
        String kind = kind(failure(whole));
        History smallest = Shrinker.shrink(whole, candidate -> kind.equals(kind(failure(candidate))));
        String kept = smallest.deeds().stream()
                .map(planned -> String.valueOf(planned.number()))
                .collect(Collectors.joining(","));
        return "The smallest history that fails in this way:\n" + smallest + "\n" + failure(smallest)
                + "\nTo see its steps:\n  mvn test -Dtest=Replay -Dreeve.seed=" + seed + " -Dreeve.deeds=" + kept;
    }

    /** Two failures that only name other tasks and places are one. */
    private static String kind(Throwable failure) {
        if (failure == null) {
            return "none";
        }
        String words = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return failure.getClass().getSimpleName() + ": "
                + words.replaceAll("[0-9]{8}-[0-9]{6}-[a-z0-9]{4}-", "")
                        .replaceAll("[0-9]+", "N")
                        .replaceAll("(?<=.{40}).*", "");
    }
}
