package dev.reeve.supervisor;

import dev.reeve.supervisor.View.Ended;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Where;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the loop remembers, kept together: the cards, the places, the attempts at work, and who is left alone for now. */
final class Ledger {

    private final Board board = new Board();
    private final Places places = new Places();
    private final Map<String, Live> lives = new HashMap<>();
    private final Map<String, Long> troubled = new HashMap<>();
    private final Today today;
    private final Tally tally = new Tally();
    private Predecessors predecessors;
    private Families families;
    private Mail mail;
    private Spending spending;

    Ledger(Today today) {
        this.today = today;
    }

    /** They look at this board, and are told by it. */
    void tell(Predecessors successors, Families parents, Mail letters, Spending money) {
        this.predecessors = successors;
        this.families = parents;
        this.mail = letters;
        this.spending = money;
    }

    Board board() {
        return board;
    }

    Places places() {
        return places;
    }

    Tally tally() {
        return tally;
    }

    Today today() {
        return today;
    }

    /** A step has ended, and this is where its task is now. */
    void note(TaskRecord record) {
        note(record, record.settled());
    }

    void note(TaskRecord record, Where where) {
        if (where.state().ended() && !lives.containsKey(record.id())) {
            drop(record.id(), where.state() == State.DONE ? Ended.DONE : Ended.FAILED);
            if (where.state() == State.FAILED && record.lastAttempt() != null) {
                // those of its children that had ended before it was known to be over
                families.touch(record.id());
            }
        } else {
            Card card = Card.of(record, where);
            boolean known = board.get(record.id()) != null;
            board.put(card);
            if (!known) {
                relate();
                spending.covers(card.root());
            }
            if (!known && card.attempt() > 0) {
                // what became of its children while it was nobody's to tell; one that never ran has asked for none
                families.touch(record.id());
            }
            mail.settled(record.id());
            families.changed(card);
            predecessors.forget(record.id());
            if (!lives.containsKey(record.id())) {
                places.giveBack(record.id());
            }
        }
    }

    /** Whose places an attempt may borrow is known when its ancestors are, who may be found after it. */
    private void relate() {
        lives.keySet().forEach(id -> places.relate(id, board.lineage(id)));
    }

    /** Its folder is nowhere, or where nothing happens any more. */
    void drop(String id, Ended how) {
        families.changed(board.remove(id));
        mail.settled(id);
        families.forget(id);
        places.giveBack(id);
        lives.remove(id);
        troubled.remove(id);
        predecessors.note(id, how);
    }

    void begin(Live live, List<Resource> needs) {
        lives.put(live.id, live);
        places.take(live.id, board.lineage(live.id), needs);
    }

    void over(String id) {
        lives.remove(id);
        places.giveBack(id);
    }

    /** @return null if no attempt of it is at work */
    Live live(String id) {
        return lives.get(id);
    }

    Collection<Live> lives() {
        return List.copyOf(lives.values());
    }

    /** Its last step met an error: it is left alone until then, and looked at anew before anything else. */
    void trouble(String id, long until) {
        // whatever goes wrong meanwhile does not put that off
        troubled.putIfAbsent(id, until);
    }

    /** True if there is a task of which nothing is known but that its last step met an error. */
    boolean isAnyUnknown() {
        return troubled.keySet().stream().anyMatch(id -> board.get(id) == null);
    }

    /** True while its last step may be half done: its folder is as that step needs it. */
    boolean isTroubled(String id) {
        return troubled.containsKey(id);
    }

    /** Nothing is decided for these: their last step met an error, or their attempt is still being stopped. */
    private Set<String> leftAlone() {
        Set<String> alone = new HashSet<>(troubled.keySet());
        // a person may have moved it to the queue, where it could start beside itself
        alone.addAll(lives.keySet());
        return alone;
    }

    /** Those whose rest is over. They are not resting any more. */
    List<String> rested(long nanos) {
        List<String> rested = troubled.entrySet().stream()
                .filter(entry -> entry.getValue() - nanos <= 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        rested.forEach(troubled::remove);
        return rested;
    }

    /** By the clock for durations; null if nobody rests. */
    Long nextRested() {
        return troubled.values().stream().min(Long::compare).orElse(null);
    }

    /** What may be spent now, with what those at work have reserved. */
    Budgets budgets(Team team, Spending spending, Instant now) {
        Budgets budgets = new Budgets(team, board, spending, now);
        for (Live live : lives.values()) {
            Card card = board.get(live.id);
            if (card != null) {
                budgets.reserve(card, live.used, places.lends(live.id));
            }
        }
        return budgets;
    }

    View view(
            Team team,
            Breakers breakers,
            Rates rates,
            Spending spending,
            Pauses pauses,
            boolean mayStart,
            Instant now) {
        breakers.at(now);
        return new View(
                board,
                places,
                team,
                breakers,
                rates,
                budgets(team, spending, now),
                pauses,
                predecessors::ended,
                families::over,
                mail.unread(),
                families::lacksReview,
                this::isTroubled,
                mayStart,
                leftAlone(),
                now);
    }
}
