package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.sim.Steps;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
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
        fullAtEachStep(scenario, Duration.ZERO);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void forAWhile(Scenario scenario) throws IOException {
        fullAtEachStep(scenario, FULL_FOR);
    }

    private static void fullAtEachStep(Scenario scenario, Duration span) throws IOException {
        Trial usual = Trial.of(scenario);
        FillsUp never = new FillsUp(usual, Integer.MAX_VALUE, Duration.ZERO);
        usual.start(never);
        never.counts = true;
        usual.untilQuiet();

        Violations violations = new Violations();
        IntStream.rangeClosed(1, never.steps)
                .parallel()
                .forEach(step -> violations.in("full at step " + step + " for " + span, () -> {
                    Trial trial = Trial.of(scenario);
                    FillsUp disk = new FillsUp(trial, step, span);
                    trial.start(disk);
                    disk.counts = true;
                    trial.untilQuiet();
                    new Verdict(trial, false).check();
                }));
        violations.none();
    }

    /** Refuses what takes space, half way through it. */
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
