package dev.reeve.supervisor;

import static dev.reeve.supervisor.DecisionStartTest.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.supervisor.View.Ended;
import dev.reeve.task.TaskSpec.AfterFailed;
import dev.reeve.task.Wait;
import dev.reeve.task.Wait.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who must wait, whose wait has ended, and whose time is over. */
class DecisionWaitTest {

    private static final Instant SOON = ACard.NOON.plusSeconds(30);

    private static final Team TEAM = ATeam.of("a").team();

    @Test
    void aTaskWaitsForItsTimeAndThenForOthers() {
        Decided decided = new Decided(
                TEAM,
                ACard.of("time").notBefore(SOON).after("x"),
                ACard.of("others").after("x", "?y"),
                ACard.of("past").notBefore(ACard.NOON));
        Wait time = ((Move.Park) of("time", decided.moves())).because();
        assertEquals(Cause.NOT_BEFORE, time.cause());
        assertEquals(SOON, time.until());
        Wait others = ((Move.Park) of("others", decided.moves())).because();
        assertEquals(Cause.AFTER, others.cause());
        assertEquals(List.of("x", "?y"), others.on());
        Wait past = ((Move.Park) of("past", decided.moves())).because();
        assertEquals(ACard.NOON, past.until(), "it goes on at once");
    }

    @Test
    void aSecondOneWithItsKeyIsAnsweredAndNotRun() {
        Decided decided = new Decided(TEAM, ACard.of("twin").duplicateOf("first"));
        assertEquals(List.of(new Move.Repeat("twin")), decided.moves());
    }

    @Test
    void waitsForTheClockEndByTheClock() {
        Decided decided = new Decided(
                TEAM,
                ACard.of("retry").waiting(Cause.RETRY, SOON),
                ACard.of("time").waiting(Cause.NOT_BEFORE, SOON.plusSeconds(1)));
        assertEquals(List.of(), decided.moves());
        assertEquals(SOON, Decision.nextChange(decided.view()));
        decided.now = SOON;
        assertEquals(List.of(new Move.Release("retry")), decided.moves());
    }

    @Test
    void waitsForOthersEndWhenAllHaveEnded() {
        Decided decided = new Decided(TEAM, ACard.of("sum").after("x", "y").waiting(Cause.AFTER, null));
        decided.ended.put("x", Ended.DONE);
        assertEquals(List.of(), decided.moves());
        decided.ended.put("y", Ended.DONE);
        assertEquals(List.of(new Move.Release("sum")), decided.moves());
    }

    @Test
    void aFailureBeforeMeansWhatTheTaskSays() {
        Decided decided = new Decided(
                TEAM,
                ACard.of("fail").after("x", "y").waiting(Cause.AFTER, null),
                ACard.of("hold").after("x").afterFailed(AfterFailed.HOLD).waiting(Cause.AFTER, null),
                ACard.of("run").after("x", "y").afterFailed(AfterFailed.RUN).waiting(Cause.AFTER, null),
                ACard.of("gone").after("z").waiting(Cause.AFTER, null));
        decided.ended.put("x", Ended.FAILED);
        decided.ended.put("z", Ended.GONE);
        List<Move> moves = decided.moves();
        assertTrue(((Move.GiveUp) of("fail", moves)).reason().contains("x failed"));
        assertTrue(((Move.Hold) of("hold", moves)).reason().contains("x failed"));
        assertTrue(((Move.GiveUp) of("gone", moves)).reason().contains("z was cancelled"));
        assertEquals(3, moves.size(), "who runs anyhow waits for all");
        decided.ended.put("y", Ended.DONE);
        assertEquals(new Move.Release("run"), of("run", decided.moves()));
    }

    @Test
    void aTimeThatIsOverComesBeforeAnythingElse() {
        Decided decided = new Decided(
                TEAM,
                ACard.of("queued").deadline(ACard.NOON),
                ACard.of("waiting").deadline(ACard.NOON).waiting(Cause.RETRY, ACard.NOON),
                ACard.of("must-wait").deadline(ACard.NOON).after("x"),
                ACard.of("in-time").deadline(SOON));
        List<Move> moves = decided.moves();
        for (String id : List.of("queued", "waiting", "must-wait")) {
            assertTrue(((Move.GiveUp) of(id, moves)).reason().contains("deadline"), id);
        }
        assertEquals(List.of("in-time"), decided.starts());
    }

    @Test
    void whatWaitsForAnAgentGoesOnWhenThatIsWell() {
        ACard waits = ACard.of("1").agent("a").waiting(Cause.AGENT, null);
        assertEquals(List.of(), new Decided(ATeam.of().broken("a").team(), waits).moves());
        assertEquals(List.of(new Move.Release("1")), new Decided(TEAM, waits).moves());
    }

    @Test
    void whatWaitsForABreakerGoesOnOneByOneAndThenAll() {
        Decided decided = new Decided(
                        TEAM,
                        ACard.of("1").waiting(Cause.BREAKER, ACard.NOON.plusSeconds(60)),
                        ACard.of("2").waiting(Cause.BREAKER, ACard.NOON.plusSeconds(60)))
                .opened("a", ACard.NOON);
        assertEquals(List.of(), decided.moves());
        assertEquals(ACard.NOON.plusSeconds(60), Decision.nextChange(decided.view()));
        decided.now = ACard.NOON.plus(Duration.ofSeconds(60));
        assertEquals(List.of(new Move.Release("1")), decided.moves());
        decided.board.put(ACard.of("1").card());
        assertEquals(List.of(new Move.Start("1")), decided.moves(), "the first takes the try");
        decided.running(ACard.of("1"));
        assertEquals(List.of(), decided.moves());
        decided.board.remove("1");
        decided.places.giveBack("1");
        decided.breakers.ended("a", true, decided.team.agent("a").breaker());
        assertEquals(List.of(new Move.Release("2")), decided.moves());
    }

    @Test
    void whatWaitsForABreakerGoesToWhoCanStandInAgain() {
        Decided decided = new Decided(
                        ATeam.of("a", "b").team(),
                        ACard.of("1").fallback("b").waiting(Cause.BREAKER, ACard.NOON.plusSeconds(60)))
                .opened("a", ACard.NOON);
        assertEquals(List.of(new Move.Release("1")), decided.moves());
    }
}
