package dev.reeve.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.sim.Crash;
import dev.reeve.sim.Steps;
import dev.reeve.sim.Survival;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A life of an inbox, cut off at each of its steps: nothing is lost, and nothing that was marked comes again. */
class InboxCrashTest {

    enum Fault {
        KILLED,
        KILLED_WITHIN_A_WRITE,
        POWER_ALL,
        POWER_NOTHING,
        POWER_SOME,
        POWER_SOME_OTHER;

        Survival survival(int step) {
            return switch (this) {
                case KILLED, KILLED_WITHIN_A_WRITE -> null;
                case POWER_ALL -> Survival.ALL;
                case POWER_NOTHING -> Survival.NOTHING;
                case POWER_SOME -> Survival.some(step);
                case POWER_SOME_OTHER -> Survival.some(-step);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverItsLastStepWas(Fault fault) throws IOException {
        int step = 1;
        while (isCutOff(fault, step)) {
            step++;
        }
        assertTrue(step > 50, "only " + step + " steps");
    }

    private static boolean isCutOff(Fault fault, int step) throws IOException {
        int[] steps = {0};
        StringBuilder where = new StringBuilder();
        Life life = new Life();
        life.live(
                (what, part) -> {
                    if (++steps[0] != step) {
                        return;
                    }
                    where.append(what);
                    if (fault == Fault.KILLED_WITHIN_A_WRITE && part != null) {
                        part.take(life.disk());
                    }
                    throw new Crash(what);
                },
                () -> life.died(fault.survival(step)));
        assertEquals("", life.broken(), () -> fault + " at step " + step + ", " + where);
        return steps[0] >= step;
    }

    @Test
    void undisturbed() throws IOException {
        Life life = new Life();
        life.live(Steps.UNDISTURBED, () -> {});
        assertEquals("", life.broken());
    }
}
