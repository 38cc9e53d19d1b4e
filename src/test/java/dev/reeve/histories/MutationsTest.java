package dev.reeve.histories;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
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

    /** What became of each, for {@code target/mutations.txt}. */
    private static final Map<String, String> NOTICED = new ConcurrentSkipListMap<>();

    @TestFactory
    Stream<DynamicTest> everyForceIsNeeded() {
        return Mutations.forces().entrySet().stream()
                .filter(one -> isWanted(one.getValue()))
                .map(one -> noticed(new WithoutForce(one.getKey()), one.getValue()));
    }

    @TestFactory
    Stream<DynamicTest> theOrderOfEveryTwoStepsIsNeeded() {
        Map<Swapped.Pair, Set<ShortHistory>> pairs = Mutations.pairs();
        pairs.keySet().stream()
                .filter(pair -> Commuting.why(pair) != null)
                .forEach(pair -> NOTICED.put("not swapped: " + pair, Commuting.why(pair)));
        return pairs.entrySet().stream()
                .filter(one -> Commuting.why(one.getKey()) == null && isWanted(one.getValue()))
                .map(one -> noticed(Swapped.of(one.getKey()), one.getValue()));
    }

    @ParameterizedTest
    @EnumSource
    void anAttemptIsClaimedByOneAlone(ClaimedTwice mutation) {
        check(mutation, new LinkedHashSet<>(ShortHistories.all()));
    }

    /** {@code -Dreeve.mutations=teams}: only what no single task comes to. */
    private static boolean isWanted(Set<ShortHistory> histories) {
        Set<String> teams =
                ShortHistories.ofTeams().stream().map(one -> one.name).collect(Collectors.toSet());
        return !"teams".equals(System.getProperty("reeve.mutations"))
                || histories.stream().allMatch(one -> teams.contains(one.name));
    }

    private static DynamicTest noticed(Mutation mutation, Set<ShortHistory> histories) {
        return DynamicTest.dynamicTest(mutation.toString(), () -> check(mutation, histories));
    }

    private static void check(Mutation mutation, Set<ShortHistory> histories) {
        String by = Mutations.caughtBy(mutation, histories);
        String result = by == null ? "NOBODY NOTICES" : "noticed by " + by;
        NOTICED.put(mutation.toString(), result);
        System.out.println(mutation + "\n    " + result);
        assertNotNull(by, mutation + ": nobody notices");
    }

    @AfterAll
    static void table() throws IOException {
        List<String> lines = NOTICED.entrySet().stream()
                .map(one -> one.getKey() + "\n    " + one.getValue())
                .toList();
        Files.write(Path.of("target", "mutations.txt"), lines);
    }
}
