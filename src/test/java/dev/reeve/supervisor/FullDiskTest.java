package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.sim.Steps;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The disk is full at any one step, or from that step on for a while: nothing escapes the loop, and nothing is lost. */
class FullDiskTest {

    private static final Duration FULL_FOR = Duration.ofSeconds(12);

    static List<Scenario> scenarios() {
        return Scenarios.inAnyOrder();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void atOneStep(Scenario scenario) throws IOException {
        Violations violations = new Violations();
        for (int step = 1; fullAt(scenario, step, Duration.ZERO, violations); step++) {
            // until the scenario has fewer steps than that
        }
        violations.none();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void forAWhile(Scenario scenario) throws IOException {
        Violations violations = new Violations();
        for (int step = 1; fullAt(scenario, step, FULL_FOR, violations); step++) {
            // until the scenario has fewer steps than that
        }
        violations.none();
    }

    /** @return false if the scenario came to its end before that step */
    private static boolean fullAt(Scenario scenario, int step, Duration span, Violations violations)
            throws IOException {
        Trial trial = Trial.of(scenario);
        FillsUp disk = new FillsUp(trial, step, span);
        trial.start(disk);
        disk.counts = true;
        violations.in("full at step " + step + " for " + span, () -> {
            trial.untilQuiet();
            new Verdict(trial, false).check();
        });
        return disk.steps >= step;
    }

    /** Refuses what takes space, half way through it. What is started already may begin on a full disk too. */
    private static final class FillsUp implements Steps {

        private final Trial trial;
        private final int first;
        private final Duration span;
        private long end;
        private boolean counts;
        private int steps;

        FillsUp(Trial trial, int first, Duration span) {
            this.trial = trial;
            this.first = first;
            this.span = span;
        }

        @Override
        public void before(String what, Part part) throws IOException {
            boolean takesSpace = !what.startsWith("remove") && !what.startsWith("signal") && !what.startsWith("spawn");
            if (!counts || !takesSpace) {
                return;
            }
            steps++;
            if (steps == first) {
                end = trial.machine.time.nanos() + span.toNanos();
            }
            if (steps >= first && (steps == first || trial.machine.time.nanos() < end)) {
                assertTrue(steps < first + 10_000, "it hammers a full disk");
                if (part != null) {
                    part.take(trial.machine.disk);
                }
                throw new FileSystemException(what, null, "No space left on device");
            }
        }
    }
}
