package dev.reeve.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every short history, with every fault at every single step. */
class EveryStepTest {

    private static final int SHOWN = 8;

    static List<ShortHistory> histories() {
        return ShortHistories.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void comesToItsRightEnd(ShortHistory history) {
        EveryStep every = new EveryStep(history, Mutation.NONE);
        List<String> failures = new ArrayList<>();
        for (EveryStep.Fault fault : EveryStep.Fault.values()) {
            failures.addAll(every.failures(fault));
        }
        assertEquals(
                "",
                String.join("\n", failures.subList(0, Math.min(SHOWN, failures.size()))),
                failures.size() + " of them");
    }
}
