package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.reeve.task.Wait.Cause;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who starts, in which order, and what keeps the others. */
class DecisionStartTest {

    private static final Duration STEP = Duration.ofMinutes(10);

    @Test
    void urgentFirstThenOldestFirst() {
        Decided decided = new Decided(
                ATeam.of("a").team(),
                ACard.of("new").queued(Duration.ofSeconds(2)),
                ACard.of("old").queued(Duration.ofSeconds(1)),
                ACard.of("background").priority(3),
                ACard.of("urgent").priority(1).queued(Duration.ofSeconds(3)));
        assertEquals(List.of("urgent", "old", "new", "background"), decided.starts());
    }

    @Test
    void tenMinutesInTheQueueAreWorthAStep() {
        Decided decided = new Decided(
                ATeam.of("a").team(),
                ACard.of("usual").queued(STEP.plusSeconds(1)),
                ACard.of("background").priority(3),
                ACard.of("urgent").priority(1).queued(STEP.multipliedBy(2).plusSeconds(2)));
        assertEquals(List.of("background", "usual", "urgent"), decided.starts());
    }

    @Test
    void theReserveIsForUrgentTasksHoweverOldTheOthersAre() {
        Team team = ATeam.of("a").places(2, 1).team();
        Decided decided = new Decided(
                team,
                ACard.of("one").queued(STEP.multipliedBy(-9)),
                ACard.of("two").queued(STEP.multipliedBy(-8)),
                ACard.of("urgent").priority(1));
        assertEquals(List.of("one", "urgent"), decided.starts());
        Decided taken = new Decided(team, ACard.of("more").priority(1), ACard.of("usual"))
                .running(ACard.of("urgent").priority(1));
        assertEquals(List.of("more"), taken.starts());
    }

    @Test
    void aTaskWithoutItsPlacesDoesNotKeepOthersFromTheirs() {
        Team team = ATeam.of("a", "b")
                .agent("single", 1, null)
                .group("narrow", 1, 0)
                .team();
        Decided decided = new Decided(
                team,
                ACard.of("1-same-agent").agent("single"),
                ACard.of("2-same-group").group("narrow"),
                ACard.of("3-same-folder").cwd("/src"),
                ACard.of("4-free").agent("b"),
                ACard.of("5-without-memory").agent("single").withoutMemory());
        decided.running(ACard.of("x").agent("single"));
        decided.running(ACard.of("y").agent("b").group("narrow"));
        decided.running(ACard.of("z").agent("b").cwd("/src"));
        assertEquals(List.of("4-free", "5-without-memory"), decided.starts());
    }

    @Test
    void ratesHoldAndTellWhenTheyEnd() {
        Team team = ATeam.of("a").spawnsPerMinute(3).group("upload", 9, 1).team();
        Decided decided = new Decided(
                team,
                ACard.of("1").group("upload"),
                ACard.of("2").group("upload"),
                ACard.of("3"),
                ACard.of("4"),
                ACard.of("5"));
        assertEquals(List.of("1", "3", "4"), decided.starts());
        decided.starts().forEach(id -> {
            Card card = decided.board.remove(id);
            decided.rates.started(Lane.of(card), team, decided.now);
        });
        assertEquals(List.of(), decided.starts());
        assertEquals(ACard.NOON.plusSeconds(60), Decision.nextChange(decided.view()));
        decided.now = ACard.NOON.plusSeconds(60);
        assertEquals(List.of("5"), decided.starts());
        decided.now = ACard.NOON.plus(Duration.ofHours(1));
        assertEquals(List.of("2", "5"), decided.starts());
    }

    @Test
    void nothingStartsWhereNothingMayOrWhoeverRests() {
        Decided decided = new Decided(ATeam.of("a").team(), ACard.of("1"), ACard.of("2"));
        decided.resting.add("1");
        assertEquals(List.of("2"), decided.starts());
        decided.mayStart = false;
        assertEquals(List.of(), decided.moves());
        assertNull(Decision.nextChange(decided.view()));
    }

    @Test
    void anUnfitAgentsTasksWaitOrGoToWhoStandsIn() {
        Team team = ATeam.of("well").broken("sick").team();
        Decided decided = new Decided(
                team,
                ACard.of("1").agent("sick"),
                ACard.of("2").agent("sick").fallback("well"),
                ACard.of("3").agent("nobody"),
                ACard.of("4").agent("sick").fallback("sick"),
                ACard.of("5").agent("well"));
        List<Move> moves = decided.moves();
        assertEquals("sick is broken", ((Move.Park) of("1", moves)).because().reason());
        assertEquals(Cause.AGENT, ((Move.Park) of("1", moves)).because().cause());
        assertEquals("well", ((Move.HandOver) of("2", moves)).agent());
        assertEquals(
                "there is no agent `nobody`: agents/nobody/agent.yaml is missing",
                ((Move.Park) of("3", moves)).because().reason());
        assertEquals(Move.Park.class, of("4", moves).getClass());
        assertEquals(List.of("5"), decided.starts());
    }

    @Test
    void anOpenBreakerHandsOverOrParks() {
        Team team = ATeam.of("b", "other").agent("a", 10, "b").team();
        Decided decided = new Decided(
                        team, ACard.of("1").agent("a"), ACard.of("2").agent("other"))
                .opened("a", ACard.NOON)
                .opened("other", ACard.NOON);
        assertEquals("b", ((Move.HandOver) of("1", decided.moves())).agent());
        Move.Park park = (Move.Park) of("2", decided.moves());
        assertEquals(Cause.BREAKER, park.because().cause());
        assertEquals(ACard.NOON.plusSeconds(60), park.because().until());
        decided.opened("b", ACard.NOON);
        assertEquals(Move.Park.class, of("1", decided.moves()).getClass(), "the other's breaker is open as well");
    }

    @Test
    void aHalfOpenBreakerHasOneTry() {
        Decided decided = new Decided(ATeam.of("a").team(), ACard.of("1"), ACard.of("2")).opened("a", ACard.NOON);
        decided.now = ACard.NOON.plusSeconds(60);
        decided.breakers.at(decided.now);
        assertEquals(List.of("1"), decided.starts());
        decided.running(ACard.of("1"));
        assertEquals(List.of(), decided.starts());
    }

    static Move of(String id, List<Move> moves) {
        List<Move> its = moves.stream().filter(move -> move.id().equals(id)).toList();
        assertEquals(1, its.size(), () -> id + " in " + moves);
        return its.get(0);
    }
}
