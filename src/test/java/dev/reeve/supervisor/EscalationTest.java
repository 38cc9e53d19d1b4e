package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.supervisor.AfterAttempt.End;
import dev.reeve.supervisor.AfterAttempt.Fail;
import dev.reeve.supervisor.AfterAttempt.Next;
import dev.reeve.supervisor.AfterAttempt.Queue;
import dev.reeve.task.AttemptRecord.Outcome;
import org.junit.jupiter.api.Test;

/** Who is asked when a person has not answered. */
class EscalationTest {

    private static final Team TEAM =
            ATeam.of("c").person("a", "b").person("b", "a").broken("broken").team();

    private static Next after(ARecord record) {
        return Escalation.of(record.record(), new End(Outcome.TIMEOUT, null, "nobody answered"), TEAM);
    }

    private static String next(ARecord record) {
        return assertInstanceOf(Queue.class, after(record)).agent();
    }

    @Test
    void theTasksOwnWordComesFirst() {
        assertEquals("b", next(ARecord.one().attempt("a", null)));
        assertEquals("c", next(ARecord.one().fallback("c").attempt("a", null)));
        assertEquals(
                "broken", next(ARecord.one().fallback("broken").attempt("a", null)), "it waits until it is mended");
    }

    @Test
    void nobodyIsAskedTwice() {
        ARecord record = ARecord.one()
                .ended(Outcome.TIMEOUT, null, "nobody answered", ACard.NOON)
                .attempt("b", null);
        assertTrue(assertInstanceOf(Fail.class, after(record)).reason().contains("nobody answered"));
    }

    @Test
    void oneWhoIsNotThereIsPassedOver() {
        assertEquals("b", next(ARecord.one().fallback("ghost").attempt("a", null)));
    }
}
