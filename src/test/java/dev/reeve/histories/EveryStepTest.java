package dev.reeve.histories;

import static org.junit.jupiter.api.Assertions.fail;

import dev.reeve.histories.EveryStep.Failure;
import dev.reeve.histories.EveryStep.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every short history, with a fault at every single step. */
class EveryStepTest {

    /** What each build tries, one for each history, in turn; the others are tried where there is more time. */
    private static final List<Fault> IN_TURN =
            List.of(Fault.KILLED, Fault.POWER_NOTHING, Fault.FULL_ONCE, Fault.SHIMS_RUSH);

    /** Of those that take many steps, because tasks have to do with each other or wait for long: one for each, in turn. */
    private static final List<Fault> OF_LONG_ONES_IN_TURN = List.of(Fault.KILLED, Fault.POWER_NOTHING);

    private static final int SHOWN = 4;

    static List<ShortHistory> histories() {
        return ShortHistories.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void comesToItsRightEnd(ShortHistory history) {
        with(inEachBuild(history), history);
    }

    @Tag("profile")
    @Tag("histories")
    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void comesToItsRightEndInEveryCase(ShortHistory history) {
        with(EnumSet.complementOf(EnumSet.copyOf(inEachBuild(history))), history);
    }

    private static Set<Fault> inEachBuild(ShortHistory history) {
        int longOne = place(history, ShortHistories.longOnes());
        return longOne >= 0
                ? EnumSet.of(OF_LONG_ONES_IN_TURN.get(longOne % OF_LONG_ONES_IN_TURN.size()))
                : EnumSet.of(IN_TURN.get(place(history, histories()) % IN_TURN.size()));
    }

    /** Negative if it is none of them. */
    private static int place(ShortHistory history, List<ShortHistory> all) {
        return all.stream().map(one -> one.name).toList().indexOf(history.name);
    }

    private static void with(Set<Fault> faults, ShortHistory history) {
        EveryStep every = new EveryStep(history, Mutation.NONE);
        List<Failure> failures =
                faults.stream().flatMap(fault -> every.failures(fault).stream()).toList();
        if (!failures.isEmpty()) {
            fail(failures.size() + " of them:\n"
                    + failures.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining("\n")));
        }
    }
}
