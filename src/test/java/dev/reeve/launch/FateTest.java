package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.reeve.launch.Fate.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The table of recovery, row by row in another notation, against every combination that there is. */
class FateTest {

    private static final ExitFile.State MISSING = new ExitFile.Missing();
    private static final ExitFile.State EMPTY = new ExitFile.Empty();
    private static final ExitFile.State CLAIMED = new ExitFile.Claimed();
    private static final ExitFile.State ENDED = new ExitFile.Ended(1);
    private static final ExitFile.State NEVER = new ExitFile.Never();

    private record Row(String seen, Predicate<Facts> fits, Fate fate) {}

    private static final List<Row> TABLE = List.of(
            new Row("other boot, recorded", s -> !s.sameBoot() && s.recordEnded(), Fate.ENDED),
            new Row("other boot, never", s -> !s.sameBoot() && is(s, NEVER), Fate.CLOSED),
            new Row("other boot, stop", s -> !s.sameBoot() && s.stopDecided(), Fate.KILLED),
            new Row("other boot", s -> !s.sameBoot(), Fate.LOST),
            new Row("missing", s -> is(s, MISSING), Fate.CLOSE),
            new Row("elsewhere, never", s -> !s.sameNamespace() && is(s, NEVER), Fate.CLOSED),
            new Row("elsewhere, recorded", s -> !s.sameNamespace() && s.recordEnded(), Fate.ENDED),
            new Row("elsewhere", s -> !s.sameNamespace(), Fate.HOLD),
            new Row("over, left over", s -> !is(s, CLAIMED) && !is(s, EMPTY) && s.anyAlive(), Fate.STOP),
            new Row("never", s -> is(s, NEVER), Fate.CLOSED),
            new Row("status", s -> is(s, ENDED), Fate.ENDED),
            new Row("at work", s -> s.shimAlive() && !s.stopDecided() && !s.recordEnded(), Fate.READOPT),
            new Row("to be stopped", Facts::anyAlive, Fate.STOP),
            new Row("gone, recorded", Facts::recordEnded, Fate.ENDED),
            new Row("gone, empty", s -> is(s, EMPTY), Fate.CLOSED),
            new Row("gone, stop", Facts::stopDecided, Fate.KILLED),
            new Row("gone", s -> true, Fate.LOST));

    @Test
    void everyCombinationHasTheFateOfItsRow() {
        List<String> used = new ArrayList<>();
        for (Facts facts : everything()) {
            Row row =
                    TABLE.stream().filter(r -> r.fits().test(facts)).findFirst().orElseThrow();
            assertEquals(row.fate(), Fate.of(facts), row.seen() + ": " + facts);
            used.add(row.seen());
        }
        assertEquals(TABLE.size(), used.stream().distinct().count(), "every row is met");
    }

    @Test
    void whatMayLiveIsNeverTakenAsOver() {
        for (Facts facts : everything()) {
            if (facts.sameBoot() && facts.sameNamespace() && facts.anyAlive()) {
                Fate fate = Fate.of(facts);
                for (Fate end : List.of(Fate.ENDED, Fate.KILLED, Fate.LOST, Fate.CLOSED)) {
                    assertNotEquals(end, fate, facts.toString());
                }
            }
        }
    }

    @Test
    void whatWasDecidedToBeStoppedIsNeverTakenOver() {
        for (Facts facts : everything()) {
            if (facts.stopDecided()) {
                assertNotEquals(Fate.READOPT, Fate.of(facts), facts.toString());
            }
        }
    }

    private static boolean is(Facts facts, ExitFile.State state) {
        return facts.exit().equals(state);
    }

    private static List<Facts> everything() {
        List<Facts> all = new ArrayList<>();
        for (ExitFile.State exit : List.of(MISSING, EMPTY, CLAIMED, ENDED, NEVER)) {
            for (int bits = 0; bits < 64; bits++) {
                all.add(new Facts(
                        exit,
                        (bits & 1) != 0,
                        (bits & 2) != 0,
                        (bits & 4) != 0,
                        (bits & 8) != 0,
                        (bits & 16) != 0,
                        (bits & 32) != 0));
            }
        }
        return all;
    }
}
