package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.supervisor.View.Ended;
import dev.reeve.task.Wait;
import dev.reeve.task.Wait.Cause;
import dev.reeve.workspace.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What comes next for the tasks that are not running: a plain function of a {@link View}.
 *
 * <p>It is made of four questions, asked in this order: whose time is over, who must wait before taking a turn, whose wait
 * has ended, and who can start. A decision is bounded; what is left over is decided at the next turn of the loop.
 */
final class Decision {

    /** More moves than this wait for the next turn, so that drops and ended processes are never kept waiting for long. */
    private static final int MOST = 128;

    private final View view;
    private final List<Move> moves = new ArrayList<>();
    private final Set<String> unwanted = new HashSet<>();

    private Decision(View view) {
        this.view = view;
    }

    static List<Move> of(View view) {
        Decision decision = new Decision(view);
        decision.giveUpWhatNobodyWantsAnyMore();
        decision.giveUpWhatIsTooLate();
        decision.parkWhatMustWait();
        decision.releaseByClock();
        decision.releaseAfterOthers();
        decision.releaseParents();
        decision.releaseForAgents();
        decision.releaseForBudgets();
        decision.askPeople();
        if (view.mayStart()) {
            decision.start();
        }
        return decision.moves;
    }

    private boolean full() {
        return moves.size() >= MOST;
    }

    private boolean skipped(Card card) {
        return view.leftAlone().contains(card.id());
    }

    /** The children of a task that has failed, or is gone. What of them is at work is stopped, which is not decided here. */
    private void giveUpWhatNobodyWantsAnyMore() {
        for (Map.Entry<String, NavigableSet<Card>> family :
                view.board().children().entrySet()) {
            String over = whyOver(view.board(), view.troubled(), family.getKey());
            if (over == null) {
                continue;
            }
            for (Card card : family.getValue()) {
                if (full()) {
                    return;
                }
                if (!skipped(card) && card.where().state() != State.RUNNING) {
                    unwanted.add(card.id());
                    moves.add(new Move.GiveUp(card.id(), over));
                }
            }
        }
    }

    /** Why nobody wants the children of a task any more; null while they are wanted. */
    static String whyOver(Board board, Predicate<String> troubled, String parent) {
        if (troubled.test(parent)) {
            return null;
        }
        Card card = board.get(parent);
        if (card != null && !card.where().state().ended()) {
            return null;
        }
        return "the task that asked for it, " + parent + ", " + (card == null ? "is over" : "was given up");
    }

    private void giveUpWhatIsTooLate() {
        for (Card card : view.board().deadlines()) {
            if (full() || card.deadline().isAfter(view.now())) {
                return;
            }
            if (!skipped(card) && !unwanted.contains(card.id())) {
                moves.add(
                        new Move.GiveUp(card.id(), "its deadline, " + card.deadline() + ", passed before it was done"));
            }
        }
    }

    private boolean tooLate(Card card) {
        return unwanted.contains(card.id())
                || card.deadline() != null && !card.deadline().isAfter(view.now());
    }

    private void parkWhatMustWait() {
        for (Card card : view.board().unready()) {
            if (full()) {
                return;
            }
            if (skipped(card) || tooLate(card)) {
                continue;
            }
            if (card.duplicateOf() != null) {
                moves.add(new Move.Repeat(card.id()));
                continue;
            }
            if (card.question() != null) {
                moves.add(new Move.SayYes(card.id()));
                continue;
            }
            if (card.gate() != null) {
                moves.add(
                        card.gate().isByPerson()
                                ? new Move.LetThrough(card.id())
                                : new Move.Park(card.id(), AtGate.waitFor(card.gate())));
                continue;
            }
            if (card.notBefore() == null && card.after().isEmpty()) {
                moves.add(new Move.Ask(card.id(), Cause.APPROVAL));
                continue;
            }
            Wait wait = card.notBefore() != null && card.notBefore().isAfter(view.now())
                    ? new Wait(Cause.NOT_BEFORE, "not before " + card.notBefore(), card.notBefore(), List.of())
                    : afterOthers(card);
            moves.add(new Move.Park(card.id(), wait));
        }
    }

    /** A wait for a time that has come already ends at once, by the clock. */
    private Wait afterOthers(Card card) {
        return card.after().isEmpty()
                ? new Wait(Cause.NOT_BEFORE, "its time has come", view.now(), List.of())
                : new Wait(Cause.AFTER, "", null, card.after());
    }

    private void releaseByClock() {
        for (Card card : view.board().timers()) {
            if (full() || card.waitsFor().until().isAfter(view.now())) {
                return;
            }
            if (skipped(card)) {
                continue;
            }
            if (card.question() != null) {
                moves.add(new Move.PassOn(card.id()));
            } else if (!tooLate(card)) {
                moves.add(new Move.Release(card.id()));
            }
        }
    }

    private void releaseAfterOthers() {
        TreeSet<Card> touched = new TreeSet<>(Comparator.comparing(Card::id));
        for (Map.Entry<String, NavigableSet<Card>> awaited :
                view.board().awaited().entrySet()) {
            if (view.predecessors().apply(awaited.getKey()) != null) {
                touched.addAll(awaited.getValue());
            }
        }
        for (Card card : touched) {
            if (full()) {
                return;
            }
            if (!skipped(card) && !tooLate(card) && waitsFor(card, Cause.AFTER)) {
                afterOthersEnded(card);
            }
        }
    }

    private static boolean waitsFor(Card card, Cause cause) {
        return card.where().state() == State.WAITING
                && card.waitsFor() != null
                && card.waitsFor().cause() == cause;
    }

    private void afterOthersEnded(Card card) {
        List<String> failed = new ArrayList<>();
        boolean all = true;
        for (String other : card.after()) {
            Ended ended = view.predecessors().apply(other);
            all &= ended != null;
            if (ended == Ended.FAILED || ended == Ended.GONE) {
                failed.add(other + (ended == Ended.GONE ? " was cancelled" : " failed"));
            }
        }
        if (!failed.isEmpty()) {
            String reason = "it was to run after a task that did not end well: " + Words.some(failed);
            switch (card.afterFailed()) {
                case FAIL -> moves.add(new Move.GiveUp(card.id(), reason));
                case HOLD -> moves.add(new Move.Hold(card.id(), reason));
                case RUN -> releaseIf(all, card);
            }
        } else {
            releaseIf(all, card);
        }
    }

    private void releaseIf(boolean all, Card card) {
        if (all) {
            moves.add(new Move.Release(card.id()));
        }
    }

    /** Woken once, for all of its children. */
    private void releaseParents() {
        for (Card card : view.board().parents()) {
            if (full()) {
                return;
            }
            if (skipped(card) || tooLate(card)) {
                continue;
            }
            if (card.gate() != null && view.lacksReview().test(card)) {
                moves.add(new Move.AskReview(card.id()));
            } else if (view.familyOver().test(card.id())) {
                moves.add(new Move.Release(card.id()));
            }
        }
    }

    private void releaseForAgents() {
        for (Map.Entry<String, NavigableSet<Card>> entry :
                view.board().waitingForAgent().entrySet()) {
            String agent = entry.getKey();
            boolean fit = view.team().whyUnfit(agent) == null;
            boolean probed = false;
            for (Card card : entry.getValue()) {
                if (full()) {
                    return;
                }
                if (skipped(card) || tooLate(card) || lacksSandbox(card)) {
                    continue;
                }
                if (!fit || view.breakers().openUntil(agent) != null) {
                    if (otherFor(card) != null) {
                        moves.add(new Move.Release(card.id()));
                    }
                } else if (view.breakers().closed(agent)) {
                    moves.add(new Move.Release(card.id()));
                } else if (view.breakers().halfOpen(agent) && !probed && nothingAtWorkOrQueuedFor(agent)) {
                    moves.add(new Move.Release(card.id()));
                    probed = true;
                }
            }
        }
    }

    /** Its agent may well be fit: the task itself asks for one. */
    private boolean lacksSandbox(Card card) {
        return card.waitsFor().cause() == Cause.SANDBOX
                && view.team().noSandbox().get() != null;
    }

    /** As many as there is something to spend for; what could never start again is given up. */
    private void releaseForBudgets() {
        Budgets budgets = view.budgets().copy();
        for (NavigableSet<Card> waiting : view.board().waitingForBudget().values()) {
            for (Card card : waiting) {
                if (full()) {
                    return;
                }
                if (skipped(card) || tooLate(card)) {
                    continue;
                }
                Budgets.Refusal refusal = budgets.refusalNow(card);
                if (refusal == null) {
                    budgets.reserve(card);
                    moves.add(new Move.Release(card.id()));
                } else if (!refusal.bound().isForGood()) {
                    // those behind it share what has run out
                    break;
                } else if (budgets.usedUp(card) != null) {
                    moves.add(new Move.GiveUp(card.id(), refusal.reason()));
                }
            }
        }
    }

    private boolean nothingAtWorkOrQueuedFor(String agent) {
        return view.places().taken(Resource.of(Resource.Kind.PROBE, agent)) == 0
                && view.board().lanes().keySet().stream()
                        .noneMatch(lane -> lane.agent().equals(agent));
    }

    /** Who stands in for the agent of this task; null if nobody can at the moment. */
    private String otherFor(Card card) {
        if (card.gate() != null) {
            // its answer is looked at where it was given
            return null;
        }
        AgentConfig config = view.team().config(card.agent());
        String other = card.fallback() != null ? card.fallback() : config == null ? null : config.fallback();
        boolean fit = other != null
                && !other.equals(card.agent())
                && view.team().agent(other) != null
                && view.breakers().openUntil(other) == null;
        return fit ? other : null;
    }

    /** What is a person's to do takes no places: however many there are, each is asked at once. */
    private void askPeople() {
        for (Map.Entry<Lane, NavigableSet<Card>> lane : view.board().lanes().entrySet()) {
            if (!isPersons(lane.getKey().agent())) {
                continue;
            }
            for (Card card : lane.getValue()) {
                if (full()) {
                    return;
                }
                if (!skipped(card) && !tooLate(card) && card.gate() == null) {
                    moves.add(new Move.Ask(card.id(), Cause.ANSWER));
                }
            }
        }
    }

    private boolean isPersons(String agent) {
        return view.team().isPerson(agent) && view.team().whyUnfit(agent) == null;
    }

    private void start() {
        Places places = view.places().copy();
        Rates rates = view.rates().copy();
        Budgets budgets = view.budgets().copy();
        Map<Lane, List<Card>> left = new HashMap<>();
        TreeSet<Card> heads = new TreeSet<>(Card.TURN);
        for (Map.Entry<Lane, NavigableSet<Card>> entry : view.board().lanes().entrySet()) {
            List<Card> cards = lane(entry.getKey(), entry.getValue());
            if (!cards.isEmpty()) {
                heads.add(cards.get(0));
                left.put(entry.getKey(), cards);
            }
        }
        while (!heads.isEmpty() && !full()) {
            Card card = heads.pollFirst();
            Lane lane = Lane.of(card);
            List<Resource> needs = lane.needs(view.team(), view.breakers());
            List<String> lineage = view.board().lineage(card.id());
            if (!places.missing(needs, lineage, view.team()::width).isEmpty()
                    || rates.blockedUntil(lane, view.team(), view.now()) != null
                    || budgets.refusalNow(card) != null) {
                continue;
            }
            places.take(card.id(), lineage, needs);
            rates.started(lane, view.team(), view.now());
            budgets.reserve(card);
            moves.add(new Move.Start(card.id()));
            List<Card> cards = left.get(lane);
            cards.remove(0);
            if (!cards.isEmpty()) {
                heads.add(cards.get(0));
            }
        }
    }

    /** The first of a lane that could start; those that can't for a reason of their agent's are moved out of the way. */
    private List<Card> lane(Lane lane, NavigableSet<Card> queued) {
        Unfit unfit = view.team().whyUnfit(lane.agent());
        Instant open = unfit == null ? view.breakers().openUntil(lane.agent()) : null;
        List<Card> first = new ArrayList<>();
        int wanted = Math.max(1, view.team().limits().maxConcurrent());
        for (Card card : queued) {
            if (first.size() >= wanted || full()) {
                break;
            }
            if (skipped(card) || tooLate(card) || card.gate() == null && isPersons(card.agent())) {
                continue;
            }
            if (unfit == null && open == null) {
                Move instead = notNow(card);
                if (instead == null) {
                    first.add(card);
                } else {
                    moves.add(instead);
                }
                continue;
            }
            String reason =
                    unfit != null ? unfit.words() : "the breaker of agent " + lane.agent() + " is open until " + open;
            String other = otherFor(card);
            if (other != null) {
                moves.add(new Move.HandOver(card.id(), other, reason));
            } else {
                moves.add(new Move.Park(
                        card.id(),
                        new Wait(unfit != null ? unfit.cause() : Cause.BREAKER, reason, open, List.of(lane.agent()))));
            }
        }
        return first;
    }

    /** What becomes of one that its provider or its budget keeps from starting; null if neither does. */
    private Move notNow(Card card) {
        AgentConfig agent = view.team().agent(card.agent());
        String provider = Provider.of(card.model(), agent);
        Instant paused = card.gate() != null ? null : view.pauses().until(provider, view.now());
        if (paused != null) {
            String reason = provider + " asked to be left alone until " + paused;
            return new Move.Park(card.id(), new Wait(Cause.PAUSE, reason, paused, List.of(provider)));
        }
        Budgets.Refusal refusal = view.budgets().refusal(card);
        if (refusal == null) {
            return null;
        }
        return refusal.bound().isForGood()
                ? new Move.GiveUp(card.id(), refusal.reason())
                : new Move.Park(card.id(), new Wait(Cause.BUDGET, refusal.reason(), refusal.until(), List.of()));
    }

    /** When the clock alone changes the answer next; null if it never does. */
    static Instant nextChange(View view) {
        Instant next = earlier(
                Board.first(view.board().timers(), card -> card.waitsFor().until()),
                Board.first(view.board().deadlines(), Card::deadline));
        if (!view.board().waitingForAgent().isEmpty() || view.board().count(State.QUEUE) > 0) {
            next = earlier(next, view.breakers().nextChange());
        }
        if (!view.board().waitingForBudget().isEmpty()) {
            next = earlier(next, view.budgets().nextDay());
        }
        for (Lane lane : view.board().lanes().keySet()) {
            next = earlier(next, view.rates().blockedUntil(lane, view.team(), view.now()));
        }
        return next;
    }

    static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
