package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.supervisor.AfterAttempt.Done;
import dev.reeve.supervisor.AfterAttempt.End;
import dev.reeve.supervisor.AfterAttempt.Fail;
import dev.reeve.supervisor.AfterAttempt.Hold;
import dev.reeve.supervisor.AfterAttempt.Next;
import dev.reeve.supervisor.AfterAttempt.Queue;
import dev.reeve.supervisor.AfterAttempt.Retry;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.AttemptRecord.Stop;
import dev.reeve.task.AttemptRecord.Stop.Because;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskSpec.OnLost;
import dev.reeve.workspace.State;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each outcome, with what the task and its agent say about it. */
class AfterAttemptTest {

    private static final Team TEAM =
            ATeam.of("plain").agent("a", 1, null).agent("helped", 1, "plain").team();

    private static final Set<Outcome> FAILURES = EnumSet.of(Outcome.FAILED, Outcome.TIMEOUT, Outcome.IDLE);

    private static Next next(ARecord record, State here, Outcome outcome) {
        return AfterAttempt.of(record.record(), here, new End(outcome, null, "a reason"), TEAM, ACard.NOON, 0, 0.5);
    }

    private static Next next(ARecord record, Outcome outcome) {
        return next(record.attempt("a", null), State.RUNNING, outcome);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void eachOutcomeWithRetriesLeft(Outcome outcome) {
        Next next = next(ARecord.one(), outcome);
        Class<?> wanted = switch (outcome) {
            case OK -> Done.class;
            case FAILED, TIMEOUT, IDLE -> Retry.class;
            case LOST, LIMITED, NEVER -> Queue.class;
            case KILLED -> Fail.class;
        };
        assertInstanceOf(wanted, next);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void onlyFailuresUseUpRetries(Outcome outcome) {
        Next next = next(ARecord.one().retries(0), outcome);
        assertEquals(FAILURES.contains(outcome) || outcome == Outcome.KILLED, next instanceof Fail, next.toString());
        Next last = next(ARecord.one().retries(3).failures(3), outcome);
        assertEquals(next.getClass(), last.getClass());
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"QUEUE", "HELD", "FAILED", "WAITING", "DONE"})
    void aPersonsMoveWinsOverWhateverBecameOfTheAttempt(State here) {
        for (Outcome outcome : EnumSet.complementOf(EnumSet.of(Outcome.NEVER))) {
            Next next = next(ARecord.one().attempt("a", null), here, outcome);
            Class<?> wanted = switch (here) {
                case QUEUE -> Queue.class;
                case FAILED -> Fail.class;
                default -> Hold.class;
            };
            assertInstanceOf(wanted, next, outcome.toString());
        }
    }

    @Test
    void aStopSaysWhatItWasFor() {
        for (Because because : Because.values()) {
            Stop stop = new Stop(because, "reeve", "that reason", ACard.NOON);
            Next next = next(ARecord.one().attempt("a", stop), State.RUNNING, Outcome.KILLED);
            if (Set.of(Because.HALT, Because.DRAIN, Because.STEER).contains(because)) {
                assertEquals(new Queue("that reason", null), next);
            } else if (because == Because.BUDGET) {
                String reason = assertInstanceOf(Retry.class, next).until().reason();
                assertTrue(reason.contains("was stopped (a reason)"), reason);
            } else {
                assertTrue(assertInstanceOf(Fail.class, next).reason().contains("that reason"), next.toString());
            }
        }
    }

    @Test
    void whatDoesNotCountIsBegunAgainAtOnce() {
        End end = new End(Outcome.FAILED, 1, "it has forgotten", false);
        TaskRecord record = ARecord.one().retries(0).attempt("a", null).record();
        assertEquals(
                new Queue("it has forgotten", null),
                AfterAttempt.of(record, State.RUNNING, end, TEAM, ACard.NOON, 0, 0.5));
    }

    @Test
    void theThirdLostInARowIsTheLast() {
        assertInstanceOf(Queue.class, next(ARecord.one().lost(1), Outcome.LOST));
        assertInstanceOf(Fail.class, next(ARecord.one().lost(2), Outcome.LOST));
        assertInstanceOf(Hold.class, next(ARecord.one().onLost(OnLost.HOLD), Outcome.LOST));
    }

    @Test
    void whoIsToldTenTimesInARowToComeBackLaterHasFailed() {
        ARecord patient = ARecord.one().retries(1);
        for (int i = 0; i < 8; i++) {
            patient.ended(Outcome.LIMITED, 1, "429", ACard.NOON);
        }
        assertEquals(new Queue("a reason", null), next(patient, Outcome.LIMITED));
        ARecord again = ARecord.one().retries(1);
        for (int i = 0; i < 9; i++) {
            again.ended(Outcome.LIMITED, 1, "429", ACard.NOON);
        }
        assertInstanceOf(Retry.class, next(again, Outcome.LIMITED));
    }

    @Test
    void thePausesDoubleUpToAnHour() {
        assertEquals(Duration.ofSeconds(4), pause(ARecord.one().retries(99).backoff(Duration.ofSeconds(4)), 0.5));
        assertEquals(Duration.ofSeconds(2), pause(ARecord.one(), 0.5), "the agent's own");
        assertEquals(Duration.ofSeconds(16), pause(ARecord.one().retries(99).failures(3), 0.5));
        assertEquals(Duration.ofHours(1), pause(ARecord.one().retries(99).failures(60), 0.5));
        assertEquals(
                Duration.ofHours(2), pause(ARecord.one().retries(9).failures(5).backoff(Duration.ofHours(2)), 0.5));
        assertEquals(Duration.ofSeconds(1), pause(ARecord.one(), 0), "half of it at least");
        assertEquals(Duration.ofSeconds(3), pause(ARecord.one(), 1), "one and a half of it at most");
    }

    private static Duration pause(ARecord record, double chance) {
        Next next = AfterAttempt.of(
                record.attempt("a", null).record(),
                State.RUNNING,
                new End(Outcome.FAILED, 1, "exit status 1"),
                TEAM,
                ACard.NOON,
                0,
                chance);
        return Duration.between(
                ACard.NOON, assertInstanceOf(Retry.class, next).until().until());
    }

    @Test
    void thereIsNoNextTryAfterTheDeadline() {
        Next next = next(ARecord.one().deadline(ACard.NOON.plusSeconds(2)), Outcome.FAILED);
        assertTrue(assertInstanceOf(Fail.class, next).reason().contains("deadline"), next.toString());
        assertInstanceOf(Retry.class, next(ARecord.one().deadline(ACard.NOON.plusSeconds(3)), Outcome.FAILED));
    }

    @Test
    void onlyALastTimeoutIsHandedOverAndOnlyOnce() {
        ARecord helped = ARecord.one().agent("helped").retries(0).attempt("helped", null);
        assertEquals(
                "plain",
                assertInstanceOf(Queue.class, next(helped, State.RUNNING, Outcome.TIMEOUT))
                        .agent());
        assertInstanceOf(Fail.class, next(helped, State.RUNNING, Outcome.FAILED));
        assertInstanceOf(
                Fail.class, next(helped.attempt("plain", null).fallback("plain"), State.RUNNING, Outcome.TIMEOUT));
        assertInstanceOf(Fail.class, next(ARecord.one().retries(0).fallback("nobody"), Outcome.TIMEOUT));
        ARecord own = ARecord.one().retries(0).fallback("plain");
        assertEquals(
                "plain",
                assertInstanceOf(Queue.class, next(own, Outcome.TIMEOUT)).agent());
    }

    @Test
    void aStartThatWasCutOffInTheQueueIsNoPersonsMove() {
        Next next = next(ARecord.one().attempt("a", null), State.QUEUE, Outcome.NEVER);
        assertNull(assertInstanceOf(Queue.class, next).agent());
        assertEquals(new Queue("a reason", null), next);
    }
}
