package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.task.Wait.Cause;
import dev.reeve.workspace.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However a board came about, it is the board that its cards make. */
class BoardPropertiesTest {

    @Property(seed = "20261120", tries = 1000)
    void aBoardAfterManyChangesIsTheOneMadeOfItsCards(@ForAll long seed) {
        Random random = new Random(seed);
        Board board = new Board();
        int changes = random.nextInt(80);
        for (int change = 0; change < changes; change++) {
            String id = "task-" + random.nextInt(12);
            if (random.nextInt(4) == 0) {
                board.remove(id);
            } else {
                board.put(card(id, random));
            }
        }
        Board rebuilt = new Board();
        List<Card> cards = new ArrayList<>(board.all());
        java.util.Collections.shuffle(cards, random);
        cards.forEach(rebuilt::put);
        assertEquals(told(rebuilt), told(board));
        assertEquals(rebuilt, board);
        cards.forEach(card -> board.remove(card.id()));
        assertEquals(told(new Board()), told(board), "nothing is left over");
    }

    private static Card card(String id, Random random) {
        ACard card = ACard.of(id)
                .agent("agent-" + random.nextInt(3))
                .priority(1 + random.nextInt(3))
                .queued(Duration.ofMinutes(random.nextInt(30)));
        if (random.nextInt(3) == 0) {
            card.deadline(ACard.NOON.plusSeconds(random.nextInt(9)));
        }
        if (random.nextInt(3) == 0) {
            card.after("task-" + random.nextInt(12), "?label");
        }
        if (random.nextInt(5) == 0) {
            card.notBefore(ACard.NOON.plusSeconds(random.nextInt(9)));
        }
        State state = State.values()[random.nextInt(State.values().length)];
        if (state == State.WAITING) {
            Cause cause = Cause.values()[random.nextInt(Cause.values().length)];
            return card.waiting(cause, random.nextBoolean() ? null : ACard.NOON.plusSeconds(random.nextInt(9)))
                    .card();
        }
        return card.in(state).card();
    }

    /** Everything that a board tells, in its order. */
    private static String told(Board board) {
        StringBuilder told = new StringBuilder();
        for (State state : State.values()) {
            told.append(state)
                    .append(board.count(state))
                    .append(board.in(state))
                    .append('\n');
        }
        board.lanes().entrySet().stream()
                .map(Object::toString)
                .sorted()
                .forEach(lane -> told.append(lane).append('\n'));
        told.append(board.unready()).append('\n');
        told.append(board.timers()).append('\n');
        told.append(board.deadlines()).append('\n');
        told.append(new TreeMap<>(board.waitingForAgent())).append('\n');
        told.append(new TreeMap<>(board.awaited())).append('\n');
        for (int number = 0; number < 12; number++) {
            told.append(board.labelled("task-" + number)).append(board.dependents("task-" + number));
        }
        return told.toString();
    }
}
