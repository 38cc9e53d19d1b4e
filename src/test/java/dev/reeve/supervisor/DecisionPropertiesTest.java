package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.supervisor.View.Ended;
import dev.reeve.task.TaskSpec.AfterFailed;
import dev.reeve.task.Wait.Cause;
import dev.reeve.workspace.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the board, no decision exceeds a limit, and carried out again and again it comes to rest. */
class DecisionPropertiesTest {

    private static final String[] AGENTS = {"a", "b", "single", "broken", "nobody", "person"};
    private static final String[] GROUPS = {null, null, "narrow", "unknown"};
    private static final String[] FOLDERS = {null, null, "/src", "/doc"};

    private static final Team TEAM = ATeam.of("b")
            .agent("a", 3, "b")
            .agent("single", 1, null)
            .broken("broken")
            .person("person", null)
            .places(4, 1)
            .spawnsPerMinute(6)
            .group("narrow", 2, 3)
            .team();

    @Property(seed = "20261120", tries = 400)
    void noLimitIsEverExceeded(@ForAll long seed) {
        Decided decided = board(new Random(seed));
        for (int turn = 0; turn < 20; turn++) {
            List<Move> moves = decided.moves();
            assertOneMoveForEach(moves);
            carryOut(decided, moves);
            assertWithinLimits(decided);
        }
        assertEquals(List.of(), decided.moves(), "it does not come to rest");
    }

    @Property(seed = "20261121", tries = 500)
    void whoStartsIsNeverOvertakenByOneOfItsKind(@ForAll long seed) {
        Decided decided = board(new Random(seed));
        Set<String> moved = new HashSet<>();
        decided.moves().forEach(move -> moved.add(move.id()));
        for (String id : decided.starts()) {
            Card card = decided.board.get(id);
            for (Card other : decided.board.lanes().get(Lane.of(card))) {
                assertTrue(
                        Card.TURN.compare(other, card) >= 0 || moved.contains(other.id()),
                        other.id() + " was passed over by " + id);
            }
        }
    }

    private static Decided board(Random random) {
        Decided decided = new Decided(TEAM);
        int tasks = random.nextInt(40);
        for (int number = 0; number < tasks; number++) {
            ACard card = ACard.of("task-%02d".formatted(number))
                    .agent(AGENTS[random.nextInt(AGENTS.length)])
                    .priority(1 + random.nextInt(3))
                    .group(GROUPS[random.nextInt(GROUPS.length)])
                    .cwd(FOLDERS[random.nextInt(FOLDERS.length)])
                    .queued(Duration.ofMinutes(-random.nextInt(40)));
            if (random.nextInt(3) == 0) {
                card.withoutMemory();
            }
            if (random.nextInt(4) == 0) {
                card.fallback(AGENTS[random.nextInt(AGENTS.length)]);
            }
            if (random.nextInt(4) == 0) {
                card.lacksApproval();
            }
            if (random.nextInt(8) == 0) {
                card.deadline(time(random));
            }
            state(card, number, random);
            decided.board.put(card.card());
        }
        if (random.nextBoolean()) {
            decided.opened(AGENTS[random.nextInt(3)], ACard.NOON.minusSeconds(random.nextInt(120)));
        }
        decided.ended.put("task-00", random.nextBoolean() ? Ended.DONE : Ended.FAILED);
        return decided;
    }

    private static Instant time(Random random) {
        return ACard.NOON.plusSeconds(random.nextInt(120) - 60);
    }

    private static void state(ACard card, int number, Random random) {
        switch (random.nextInt(9)) {
            case 0 -> card.waiting(Cause.RETRY, time(random));
            case 1 -> card.waiting(random.nextBoolean() ? Cause.BREAKER : Cause.AGENT, null);
            case 2 -> card.notBefore(time(random));
            case 3 ->
                card.after("task-%02d".formatted(random.nextInt(number + 1)))
                        .afterFailed(AfterFailed.values()[random.nextInt(3)]);
            case 4 -> card.asked(random.nextBoolean() ? Cause.APPROVAL : Cause.ANSWER, time(random));
            default -> card.in(State.QUEUE);
        }
    }

    private static void assertOneMoveForEach(List<Move> moves) {
        Set<String> ids = new HashSet<>();
        moves.forEach(move -> assertTrue(ids.add(move.id()), "two moves of " + move.id() + " in " + moves));
    }

    private static void carryOut(Decided decided, List<Move> moves) {
        for (Move move : moves) {
            Card card = decided.board.get(move.id());
            if (move instanceof Move.Start) {
                Lane lane = Lane.of(card);
                decided.rates.started(lane, TEAM, decided.now);
                decided.board.put(with(card, State.RUNNING, card.agent(), null));
                decided.places.take(card.id(), List.of(), lane.needs(TEAM, decided.breakers));
            } else if (move instanceof Move.Park park) {
                decided.board.put(with(card, State.WAITING, card.agent(), park.because()));
            } else if (move instanceof Move.Release) {
                decided.board.put(with(card, State.QUEUE, card.agent(), null));
            } else if (move instanceof Move.HandOver over) {
                decided.board.put(with(card, State.QUEUE, over.agent(), null));
            } else if (move instanceof Move.Ask ask) {
                assertTrue(
                        ask.question() == Cause.APPROVAL
                                ? card.lacksApproval()
                                : card.agent().equals("person"),
                        () -> "nobody is to be asked about " + card);
                dev.reeve.task.Wait question = new dev.reeve.task.Wait(ask.question(), "a question", null, List.of());
                decided.board.put(with(card, State.HELD, card.agent(), question));
            } else {
                decided.board.remove(card.id());
            }
        }
    }

    /** As the transitions would leave it: a wait that has ended is not waited for again. */
    private static Card with(Card card, State state, String agent, dev.reeve.task.Wait wait) {
        boolean waited = card.waitsFor() != null && state == State.QUEUE;
        boolean time = waited && card.waitsFor().cause() == Cause.NOT_BEFORE;
        boolean others = waited && card.waitsFor().cause() == Cause.AFTER;
        return new Card(
                card.id(),
                dev.reeve.workspace.Where.in(state),
                agent,
                card.label(),
                card.priority(),
                card.group(),
                card.cwd(),
                null,
                null,
                card.memory(),
                card.fallback(),
                card.requestedBy(),
                card.queuedAt(),
                card.deadline(),
                time ? null : card.notBefore(),
                others ? List.of() : card.after(),
                card.afterFailed(),
                wait,
                null,
                null,
                null,
                null,
                null,
                0,
                card.root(),
                card.model(),
                card.budget(),
                card.lacksApproval());
    }

    private static void assertWithinLimits(Decided decided) {
        List<Card> running = List.copyOf(decided.board.in(State.RUNNING));
        assertTrue(running.size() <= 4, "the workspace has 4 places: " + running);
        assertTrue(running.stream().filter(card -> !card.urgent()).count() <= 3, "one is for urgent tasks: " + running);
        assertAtMost(2, running, card -> "narrow".equals(card.group()));
        assertAtMost(3, running, card -> card.agent().equals("a") && card.memory());
        assertAtMost(1, running, card -> card.agent().equals("single") && card.memory());
        assertAtMost(0, running, card -> card.agent().equals("person") || card.lacksApproval());
        assertAtMost(1, running, card -> "/src".equals(card.cwd()));
        assertAtMost(1, running, card -> "/doc".equals(card.cwd()));
        assertAtMost(
                0,
                running,
                card -> card.agent().equals("broken") || card.agent().equals("nobody"));
        for (String agent : List.of("a", "b", "single")) {
            decided.breakers.at(decided.now);
            int most = decided.breakers.openUntil(agent) != null ? 0 : decided.breakers.halfOpen(agent) ? 1 : 4;
            assertAtMost(most, running, card -> card.agent().equals(agent));
        }
    }

    private static void assertAtMost(int most, List<Card> running, java.util.function.Predicate<Card> which) {
        long count = running.stream().filter(which).count();
        assertTrue(count <= most, count + " instead of " + most + ": " + running);
    }
}
