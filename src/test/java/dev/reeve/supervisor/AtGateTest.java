package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.supervisor.AfterAttempt.Done;
import dev.reeve.supervisor.AfterAttempt.End;
import dev.reeve.supervisor.AfterAttempt.Fail;
import dev.reeve.supervisor.AfterAttempt.Gated;
import dev.reeve.supervisor.AfterAttempt.Hold;
import dev.reeve.supervisor.AfterAttempt.Next;
import dev.reeve.supervisor.AfterAttempt.Queue;
import dev.reeve.supervisor.AfterAttempt.Rest;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.ChildReport;
import dev.reeve.task.Gate;
import dev.reeve.task.TaskSpec.OnLost;
import dev.reeve.task.Verify;
import dev.reeve.workspace.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes after an answer, and after what was said of it. */
class AtGateTest {

    private static final Team TEAM = ATeam.of("a", "reviewer").team();
    private static final Verify COMMAND = new Verify("make test", null);
    private static final Verify REVIEWER = new Verify(null, "reviewer");

    private static Next next(ARecord record, Outcome outcome) {
        End end = new End(outcome, null, "a reason");
        return AfterAttempt.of(record.record(), State.RUNNING, end, TEAM, ACard.NOON, 0, 0.5);
    }

    private static ARecord answered(Verify by) {
        return ARecord.one().verify(by).attempt("a", null);
    }

    /** The check of attempt 1 is at work, and one answer was sent back for each of these. */
    private static ARecord checking(int rounds, Gate.Round... refused) {
        return ARecord.one()
                .ended(Outcome.OK, 0, null, ACard.NOON)
                .gate(new Gate(1, COMMAND, rounds, List.of(refused)))
                .checking(1);
    }

    private static <T extends Next> T then(Class<T> kind, Next next) {
        return assertInstanceOf(kind, assertInstanceOf(Gated.class, next).then());
    }

    @Test
    void anAnswerGoesToWhoeverChecksIt() {
        Next byCommand = next(answered(COMMAND), Outcome.OK);
        then(Queue.class, byCommand);
        assertEquals(new Gate(1, COMMAND, 3, List.of()), ((Gated) byCommand).gate());
        Next byAgent = next(answered(REVIEWER), Outcome.OK);
        then(Rest.class, byAgent);
        assertEquals(REVIEWER, ((Gated) byAgent).gate().by());
    }

    @Test
    void nobodyReviewsAReview() {
        ARecord review = answered(COMMAND).door("waiting/20261120-120000-k3f9-hi/attempts/1/review");
        assertEquals(new Done(), next(review, Outcome.OK));
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"FAILED", "TIMEOUT", "IDLE"})
    void whateverIsNoYesSendsItBackUntilTheLastRound(Outcome outcome) {
        Next first = next(checking(2), outcome);
        then(Queue.class, first);
        assertEquals(List.of(new Gate.Round(1, 2, null)), ((Gated) first).gate().refused());
        String reason = then(Fail.class, next(checking(2, new Gate.Round(7, 8, null)), outcome))
                .reason();
        assertTrue(reason.contains("attempts/7/") && reason.contains("attempts/8/"), reason);
        assertTrue(reason.contains("attempts/1/") && reason.contains("attempts/2/"), reason);
    }

    @Test
    void aYesEndsIt() {
        assertEquals(new Done(), next(checking(1), Outcome.OK));
    }

    @Test
    void aLostCheckIsRunAgainAndDecidesNothing() {
        assertInstanceOf(Queue.class, next(checking(1), Outcome.LOST));
        assertInstanceOf(Queue.class, next(checking(1).onLost(OnLost.HOLD), Outcome.LOST));
        assertInstanceOf(Queue.class, next(checking(1), Outcome.NEVER));
        assertInstanceOf(Fail.class, next(checking(1).lost(2), Outcome.LOST));
    }

    private static Next reviewed(ChildReport.State state, String text) {
        return reviewed(state, text, "its attempt failed", false);
    }

    private static Next reviewed(ChildReport.State state, String text, String reason, boolean person) {
        Gate gate = new Gate(1, REVIEWER, 2, List.of());
        ARecord record = ARecord.one().ended(Outcome.OK, 0, null, ACard.NOON).gate(gate);
        ChildReport report = new ChildReport(
                "20261120-120000-k3f9-verify-1",
                "verify-1",
                "reviewer",
                state,
                false,
                1,
                "verify-1.json",
                "d",
                true,
                0,
                Duration.ZERO,
                null,
                reason);
        return AtGate.reviewed(record.record(), "verify-1", report, text, person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "Accept.\nWell done.", "\n**ACCEPT**\n"})
    void anAgentAcceptsWithItsFirstLine(String text) {
        assertEquals(new Done(), reviewed(ChildReport.State.DONE, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acceptable, but…", "I accept", "No.\naccept"})
    void everyOtherWordIsFeedback(String text) {
        Next next = reviewed(ChildReport.State.DONE, text);
        then(Queue.class, next);
        assertEquals("children/verify-1/", ((Gated) next).gate().lastRefused().folder());
    }

    @Test
    void aReviewWithoutWordsIsForAPerson() {
        for (Next next :
                List.of(reviewed(ChildReport.State.DONE, " \n"), reviewed(ChildReport.State.FAILED, "accept"))) {
            then(Hold.class, next);
            assertTrue(((Gated) next).gate().isByPerson(), next.toString());
        }
    }

    @Test
    void aPersonSaysYesOrNo() {
        assertEquals(new Done(), reviewed(ChildReport.State.DONE, "Yes.\n", null, true));
        assertEquals(new Done(), reviewed(ChildReport.State.DONE, "accept\n", null, true));
        for (Next next : List.of(
                reviewed(ChildReport.State.DONE, "Yes.\n", null, false),
                reviewed(ChildReport.State.DONE, "no: too long\n", null, true),
                reviewed(ChildReport.State.FAILED, null, PersonsMove.SAID_NO, true))) {
            assertInstanceOf(Queue.class, assertInstanceOf(Gated.class, next).then());
        }
        Next silent = reviewed(ChildReport.State.FAILED, null, "jkw did not answer", true);
        assertInstanceOf(Hold.class, assertInstanceOf(Gated.class, silent).then(), "nobody has said no");
    }
}
