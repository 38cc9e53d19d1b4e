package dev.reeve.histories;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The proof can fail: whatever is left out or swapped in the code's dealings with the disk is noticed by some history. It
 * tells which, and at which step or seed.
 */
@Tag("profile")
@Tag("mutations")
class MutationsTest {

    @TestFactory
    Stream<DynamicTest> everyForceIsNeeded() {
        return Mutations.forces().entrySet().stream()
                .map(one -> noticed(new WithoutForce(one.getKey()), one.getValue()));
    }

    @TestFactory
    Stream<DynamicTest> theOrderOfEveryTwoStepsIsNeeded() {
        Map<Swapped.Pair, Set<ShortHistory>> pairs = Mutations.pairs();
        return pairs.entrySet().stream()
                .filter(one -> Commuting.why(one.getKey()) == null)
                .map(one -> noticed(Swapped.of(one.getKey()), one.getValue()));
    }

    @ParameterizedTest
    @EnumSource
    void anAttemptIsClaimedByOneAlone(ClaimedTwice mutation) {
        check(mutation, new LinkedHashSet<>(ShortHistories.all()));
    }

    private static DynamicTest noticed(Mutation mutation, Set<ShortHistory> histories) {
        return DynamicTest.dynamicTest(mutation.toString(), () -> check(mutation, histories));
    }

    private static void check(Mutation mutation, Set<ShortHistory> histories) {
        String by = Mutations.caughtBy(mutation, histories);
        assertNotNull(by, mutation + ": nobody notices");
        System.out.println(mutation + "\n    noticed by " + by);
    }
}
