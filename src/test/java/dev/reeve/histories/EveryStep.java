package dev.reeve.histories;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A short history, with a fault at each single step that its supervisors take. */
final class EveryStep {

    /** What may happen before a step. */
    enum Fault {
        KILLED,
        KILLED_WITHIN,
        KILLED_FOR_LONG,
        POWER_ALL,
        POWER_NOTHING,
        POWER_SOME,
        POWER_WITHIN,
        FULL_ONCE,
        FULL_FOR_A_WHILE,
        SHIMS_RUSH,
        SHIMS_STARVE;

        Deed at(int step) {
            return switch (this) {
                case KILLED -> new Faults.Kill(false, Duration.ZERO);
                case KILLED_WITHIN -> new Faults.Kill(true, Duration.ZERO);
                case KILLED_FOR_LONG -> new Faults.Kill(false, Duration.ofMinutes(1));
                case POWER_ALL -> new Faults.PowerCut(Wreckage.Left.ALL, step, false);
                case POWER_NOTHING -> new Faults.PowerCut(Wreckage.Left.NOTHING, step, false);
                case POWER_SOME -> new Faults.PowerCut(Wreckage.Left.SOME, step, false);
                case POWER_WITHIN -> new Faults.PowerCut(Wreckage.Left.ALL, step, true);
                case FULL_ONCE -> new Faults.FullDisk(Duration.ofNanos(1));
                case FULL_FOR_A_WHILE -> new Faults.FullDisk(Duration.ofSeconds(12));
                case SHIMS_RUSH -> new Faults.Rush();
                case SHIMS_STARVE -> new Faults.Starved(Duration.ofSeconds(1));
            };
        }
    }

    /** Where one failed, and how to see it again. */
    record Failure(ShortHistory history, Fault fault, int step, Throwable failure) {

        String where() {
            return "'" + history + "', " + fault + " before step " + step;
        }

        @Override
        public String toString() {
            return where() + ": " + failure + "\nTo see its steps:\n  mvn test -Dtest=Replay -Dreeve.history='"
                    + history + "' -Dreeve.fault=" + fault + " -Dreeve.step=" + step;
        }
    }

    private final ShortHistory history;
    private final Trials trials;

    EveryStep(ShortHistory history, Mutation mutation) {
        this.history = history;
        this.trials = new Trials(mutation);
    }

    /** How many steps its supervisors take if nothing goes wrong. */
    int steps() {
        int[] steps = {0};
        Throwable failure = trials.failure(history.undisturbed(), new StepLog() {
            @Override
            public void note(String what) {}

            @Override
            public void step(int number, String what) {
                steps[0]++;
            }
        });
        if (failure != null) {
            throw new AssertionError("'" + history + "', undisturbed: " + failure, failure);
        }
        return steps[0];
    }

    List<Failure> failures(Fault fault) {
        return at(fault).toList();
    }

    /** Null if there is none. */
    Failure anyFailure(Fault fault) {
        return at(fault).findAny().orElse(null);
    }

    /** Where some of what was not forced survives, and some not: as other seeds have it. */
    Failure anyFailureOfSome(int seed) {
        return IntStream.rangeClosed(1, steps())
                .parallel()
                .mapToObj(step -> {
                    Deed cut = new Faults.PowerCut(Wreckage.Left.SOME, seed * 10_000L + step, false);
                    Throwable failure = trials.failure(history.with(step, cut));
                    return failure == null ? null : new Failure(history, Fault.POWER_SOME, step, failure);
                })
                .filter(Objects::nonNull)
                .findAny()
                .orElse(null);
    }

    /** After the first fault at each step the next supervisor gets on for this many steps, and the second comes. */
    Failure anyFailureOfTwo(Fault first, int more, Fault second) {
        return IntStream.rangeClosed(1, steps())
                .parallel()
                .mapToObj(step -> {
                    int then = step + more;
                    Throwable failure = trials.failure(history.with(step, first.at(step), then, second.at(then)));
                    return failure == null ? null : new Failure(history, first, step, failure);
                })
                .filter(Objects::nonNull)
                .findAny()
                .orElse(null);
    }

    private Stream<Failure> at(Fault fault) {
        return IntStream.rangeClosed(1, steps())
                .parallel()
                .mapToObj(step -> {
                    Throwable failure = trials.failure(history.with(step, fault.at(step)));
                    return failure == null ? null : new Failure(history, fault, step, failure);
                })
                .filter(Objects::nonNull);
    }
}
