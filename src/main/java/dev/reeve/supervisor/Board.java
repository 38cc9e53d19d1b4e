package dev.reeve.supervisor;

import dev.reeve.message.Addressee;
import dev.reeve.task.Wait;
import dev.reeve.workspace.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the folders say, in memory: a card for each task that has not ended, and the few orders in which a decision wants
 * to see them. A fresh scan of the folders always gives an equal board.
 */
final class Board {

    private static final Comparator<Card> BY_ID = Comparator.comparing(Card::id);

    private final Map<String, Card> cards = new HashMap<>();
    private final Map<State, NavigableSet<Card>> inState = new EnumMap<>(State.class);
    private final Map<Lane, NavigableSet<Card>> lanes = new HashMap<>();
    private final Map<String, NavigableSet<Card>> waitingForAgent = new HashMap<>();
    private final Map<String, NavigableSet<Card>> waitingForBudget = new HashMap<>();
    private final Map<String, NavigableSet<Card>> dependents = new HashMap<>();
    private final Map<String, NavigableSet<Card>> children = new HashMap<>();
    private final Map<String, NavigableSet<Card>> labels = new HashMap<>();
    private final Map<Addressee, NavigableSet<Card>> readers = new HashMap<>();
    private final Map<Addressee, NavigableSet<Card>> busy = new HashMap<>();
    private final NavigableSet<Card> unready = new TreeSet<>(BY_ID);
    private final NavigableSet<Card> parents = new TreeSet<>(BY_ID);
    private final NavigableSet<Card> asked = new TreeSet<>(BY_ID);
    private final NavigableSet<Card> timers = new TreeSet<>(
            Comparator.comparing((Card card) -> card.waitsFor().until()).thenComparing(Card::id));
    private final NavigableSet<Card> deadlines =
            new TreeSet<>(Comparator.comparing(Card::deadline).thenComparing(Card::id));

    /** @return null if no such task is known */
    Card get(String id) {
        return cards.get(id);
    }

    Collection<Card> all() {
        return cards.values();
    }

    int count(State state) {
        return inState.containsKey(state) ? inState.get(state).size() : 0;
    }

    /** The tasks in a state, oldest first. */
    SortedSet<Card> in(State state) {
        return inState.getOrDefault(state, new TreeSet<>(BY_ID));
    }

    /** Queued tasks that could start as soon as there are places, in their turn. */
    Map<Lane, NavigableSet<Card>> lanes() {
        return lanes;
    }

    /** Queued tasks that take no turn yet: they wait for other tasks or for a time, or are answered without a run. */
    SortedSet<Card> unready() {
        return unready;
    }

    /** Held tasks about which a person is asked. */
    SortedSet<Card> asked() {
        return asked;
    }

    /** Tasks whose wait ends by the clock, the next first: those that wait, and those that a person was asked for so long. */
    NavigableSet<Card> timers() {
        return timers;
    }

    /** Waiting tasks that go on when their children have ended. */
    SortedSet<Card> parents() {
        return parents;
    }

    /** Tasks in the queue or waiting that are given up at a time, the next first. */
    NavigableSet<Card> deadlines() {
        return deadlines;
    }

    /** Waiting tasks that go on when something about their agent changes, in their turn. */
    Map<String, NavigableSet<Card>> waitingForAgent() {
        return waitingForAgent;
    }

    /** Waiting tasks of each agent that go on when there is something to spend again, in their turn. */
    Map<String, NavigableSet<Card>> waitingForBudget() {
        return waitingForBudget;
    }

    /** Tasks that wait for this id or label. */
    SortedSet<Card> dependents(String idOrLabel) {
        return dependents.getOrDefault(idOrLabel, new TreeSet<>(BY_ID));
    }

    /** Every id and label that somebody waits for. */
    Map<String, NavigableSet<Card>> awaited() {
        return dependents;
    }

    /** Those that have not ended of each task that asked for any. */
    Map<String, NavigableSet<Card>> children() {
        return children;
    }

    /** The task that has some of these messages; null if none has. */
    Card reader(Addressee whose) {
        return readers.containsKey(whose) ? readers.get(whose).first() : null;
    }

    /** True if a task that reads these messages is at work, or could be. */
    boolean isBusy(Addressee whose) {
        return busy.containsKey(whose);
    }

    /** Whose child it is, and whose child that is, nearest first, as far as they have not ended. */
    List<String> lineage(String id) {
        List<String> lineage = new ArrayList<>();
        Card card = cards.get(id);
        while (card != null && card.parent() != null && !lineage.contains(card.parent())) {
            lineage.add(card.parent());
            card = cards.get(card.parent());
        }
        return lineage;
    }

    /** Tasks that have not ended, with this label, oldest first. */
    SortedSet<Card> labelled(String label) {
        return labels.getOrDefault(label, new TreeSet<>(BY_ID));
    }

    /** Puts a card in the place of the one that had its id. */
    void put(Card card) {
        remove(card.id());
        cards.put(card.id(), card);
        index(card, true);
    }

    /** @return the card that was there, or null */
    Card remove(String id) {
        Card before = cards.remove(id);
        if (before != null) {
            index(before, false);
        }
        return before;
    }

    private void index(Card card, boolean in) {
        State state = card.where().state();
        set(inState, state, BY_ID, card, in);
        if (card.label() != null) {
            set(labels, card.label(), BY_ID, card, in);
        }
        if (card.parent() != null) {
            set(children, card.parent(), BY_ID, card, in);
        }
        if (card.inbox() != null) {
            set(readers, card.inbox(), BY_ID, card, in);
        }
        if (card.reads() != null && (state == State.QUEUE || state == State.RUNNING)) {
            set(busy, card.reads(), BY_ID, card, in);
        }
        boolean open = state == State.QUEUE || state == State.WAITING;
        if (open && card.deadline() != null) {
            toggle(deadlines, card, in);
        }
        if (open) {
            card.after().forEach(other -> set(dependents, other, BY_ID, card, in));
        }
        if (state == State.QUEUE) {
            if (mustWaitFirst(card)) {
                toggle(unready, card, in);
            } else {
                set(lanes, Lane.of(card), Card.TURN, card, in);
            }
        } else if (state == State.HELD && card.question() != null) {
            toggle(asked, card, in);
            if (card.waitsFor().until() != null) {
                toggle(timers, card, in);
            }
        } else if (state == State.WAITING && card.waitsFor() != null) {
            Wait.Cause cause = card.waitsFor().cause();
            if (cause.isOfAgent()) {
                set(waitingForAgent, card.agent(), Card.TURN, card, in);
            } else if (cause == Wait.Cause.BUDGET) {
                set(waitingForBudget, card.agent(), Card.TURN, card, in);
            } else if (cause == Wait.Cause.CHILDREN) {
                toggle(parents, card, in);
            } else if (card.waitsFor().until() != null) {
                toggle(timers, card, in);
            }
        }
    }

    /** Not by the clock: a task whose time has come passes through the decision like any other. */
    private static boolean mustWaitFirst(Card card) {
        return !card.after().isEmpty()
                || card.notBefore() != null
                || card.duplicateOf() != null
                || card.lacksApproval()
                || card.question() != null
                || card.gate() != null && !card.gate().isByCommand();
    }

    private static <K> void set(
            Map<K, NavigableSet<Card>> index, K key, Comparator<Card> order, Card card, boolean in) {
        if (in) {
            index.computeIfAbsent(key, any -> new TreeSet<>(order)).add(card);
        } else {
            NavigableSet<Card> cards = index.get(key);
            if (cards != null) {
                cards.remove(card);
                if (cards.isEmpty()) {
                    index.remove(key);
                }
            }
        }
    }

    private static void toggle(NavigableSet<Card> index, Card card, boolean in) {
        if (in) {
            index.add(card);
        } else {
            index.remove(card);
        }
    }

    /** The earliest of something, or null. */
    static Instant first(NavigableSet<Card> index, Function<Card, Instant> time) {
        return index.isEmpty() ? null : time.apply(index.first());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Board board && cards.equals(board.cards);
    }

    @Override
    public int hashCode() {
        return cards.hashCode();
    }

    @Override
    public String toString() {
        return cards.values().stream().sorted(BY_ID).toList().toString();
    }
}
