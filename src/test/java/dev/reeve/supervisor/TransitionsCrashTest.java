package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.sim.Crash;
import dev.reeve.sim.SimMachine;
import dev.reeve.sim.Steps;
import dev.reeve.sim.Survival;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario, with a crash at every single step that its supervisor takes, in every world that the crash can leave
 * behind. Each must come to the same end.
 */
class TransitionsCrashTest {

    /** A machine as a power cut left it, and where that was. */
    private record Wreck(Trial trial, String where) {}

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    static List<Scenario> scenariosInAnyOrder() {
        return Scenarios.inAnyOrder();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void withoutACrash(Scenario scenario) throws IOException {
        Trial trial = Trial.of(scenario);
        trial.start(Steps.UNDISTURBED);
        trial.untilQuiet();
        new Verdict(trial, false).check();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenariosInAnyOrder")
    void afterAPowerCutAtEveryStep(Scenario scenario) throws IOException {
        Violations violations = new Violations();
        wrecks(scenario).parallelStream()
                .forEach(wreck -> violations.in(wreck.where, () -> {
                    wreck.trial.startTwice();
                    wreck.trial.untilQuiet();
                    new Verdict(wreck.trial, true).check();
                }));
        violations.none();
    }

    /** One run of the scenario, which loses its power in every way at every step. */
    private static List<Wreck> wrecks(Scenario scenario) throws IOException {
        Trial trial = Trial.of(scenario);
        List<Wreck> wrecks = new ArrayList<>();
        int[] step = {0};
        trial.start((what, part) -> {
            String where = "before step " + ++step[0] + " (" + what + "), ";
            SimMachine machine = trial.machine;
            wrecks.add(new Wreck(trial.on(machine.afterPowerCut(Survival.ALL)), where + "all survives"));
            wrecks.add(
                    new Wreck(trial.on(machine.afterPowerCut(Survival.NOTHING)), where + "nothing unforced survives"));
            wrecks.add(new Wreck(
                    trial.on(machine.afterPowerCut(Survival.some(step[0]))), where + "some survives, seed " + step[0]));
            if (part != null) {
                SimMachine torn = machine.afterPowerCut(Survival.ALL);
                part.take(torn.disk);
                wrecks.add(new Wreck(trial.on(torn), where + "torn"));
            }
        });
        trial.untilQuiet();
        assertTrue(step[0] > 0, "there was nothing to crash");
        return wrecks;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void afterAKillAtEveryStep(Scenario scenario) throws IOException {
        Violations violations = new Violations();
        steps(scenario, false).parallelStream()
                .forEach(step -> killedAt(scenario, step, false, Duration.ZERO, violations));
        violations.none();
    }

    /** In the middle of what is written, where that can be half there. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void afterAKillWithinEveryWrite(Scenario scenario) throws IOException {
        Violations violations = new Violations();
        steps(scenario, true).parallelStream()
                .forEach(step -> killedAt(scenario, step, true, Duration.ZERO, violations));
        violations.none();
    }

    /** Nobody starts it again for a long while, and what was at work ends meanwhile. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void afterAKillAndALongAbsence(Scenario scenario) throws IOException {
        Violations violations = new Violations();
        steps(scenario, false).parallelStream()
                .forEach(step -> killedAt(scenario, step, false, Duration.ofMinutes(1), violations));
        violations.none();
    }

    /** The numbers of the steps of one run. @param writes only those that can be half done */
    private static List<Integer> steps(Scenario scenario, boolean writes) throws IOException {
        Trial trial = Trial.of(scenario);
        List<Integer> steps = new ArrayList<>();
        int[] step = {0};
        trial.start((what, part) -> {
            step[0]++;
            if (!writes || part != null) {
                steps.add(step[0]);
            }
        });
        trial.untilQuiet();
        return steps;
    }

    private static void killedAt(Scenario scenario, int step, boolean torn, Duration down, Violations violations) {
        violations.in("step " + step + (torn ? ", torn" : "") + ", down for " + down, () -> {
            Trial trial = Trial.of(scenario);
            Crash crash = crash(trial, step, torn);
            trial.kill();
            if (!down.isZero() && trial.machine.processes.ofTasks().isEmpty()) {
                // as if it had been started again at once
                return;
            }
            try {
                trial.machine.time.advance(down);
                trial.startTwice();
                trial.untilQuiet();
                new Verdict(trial, false).check();
            } catch (AssertionError | Exception e) {
                throw new AssertionError(crash.getMessage() + ": " + e, e);
            }
        });
    }

    private static Crash crash(Trial trial, int step, boolean torn) throws IOException {
        try {
            trial.start(trial.killedAt(step, torn));
            trial.untilQuiet();
        } catch (Crash crash) {
            return crash;
        }
        throw new AssertionError("this time it had fewer steps");
    }
}
