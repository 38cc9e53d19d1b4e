package dev.reeve.supervisor;

import dev.reeve.task.AttemptRecord.Stop;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One turn of the loop: look, decide, carry out. */
final class Turn {

    private static final Logger LOG = LoggerFactory.getLogger("reeve");
    private static final String BREAKER = "breaker ";

    private final Parts parts;
    private final Guard guard;
    private final Shutdown shutdown;
    private final Watching watching;
    private final Rounds rounds;
    private final Workspace workspace;
    private final Time time;
    private final Set<Path> touched = new LinkedHashSet<>();

    Turn(Parts parts, Guard guard, Shutdown shutdown, Watching watching, Rounds rounds) {
        this.parts = parts;
        this.guard = guard;
        this.shutdown = shutdown;
        this.watching = watching;
        this.rounds = rounds;
        this.workspace = parts.kit().workspace();
        this.time = parts.kit().time();
    }

    /** Takes in what was heard, for this turn or the next. */
    void hear(Hints.Batch batch) {
        touched.addAll(batch.touched());
        if (batch.everywhere()) {
            rounds.wanted();
        }
        for (String id : batch.ended()) {
            Live live = parts.ledger().live(id);
            if (live != null) {
                live.nextLook = time.nanos();
            }
        }
    }

    /** @return true if there may be more to decide at once */
    boolean take() {
        rounds.go();
        settleTouched();
        if (!shutdown.asked()) {
            takeDrops();
        }
        for (String id : parts.ledger().rested(time.nanos())) {
            guard.look(id, () -> parts.arrivals().settle(id));
            rounds.recall();
        }
        rounds.recallPredecessors();
        lookAtLives();
        collect();
        parts.orphans().step();
        if (!shutdown.asked()) {
            // what has ended just now may be what the next waits for
            parts.schedules().step();
        }
        boolean more = !shutdown.asked() && wake();
        more |= decide();
        parts.trees().tidy();
        watching.lookAtThoseThatComeAndGo();
        if (!shutdown.asked()) {
            parts.trimming().step();
        }
        tellProblems();
        return more;
    }

    /** Looks at what events named: one task each, not all of them. */
    private void settleTouched() {
        boolean configuration = false;
        for (Path path : touched) {
            Path folder = path.getParent();
            if (folder == null) {
                continue;
            }
            parts.listings().touched(folder);
            String name = path.getFileName().toString();
            touchAttempt(path);
            parts.mail().touched(path);
            parts.replies().touched(path);
            State state = workspace.root().equals(folder.getParent())
                    ? State.of(folder.getFileName().toString())
                    : null;
            if (state != null && TaskId.isOne(name)) {
                guard.look(name, () -> settleTouched(path, name, state));
            } else {
                configuration |= folder.equals(workspace.root())
                        || folder.equals(workspace.agents())
                        || folder.equals(workspace.schedules())
                        || name.equals("agent.yaml")
                        || name.equals("sessions");
            }
        }
        touched.clear();
        if (configuration) {
            watching.look();
        }
    }

    /** Something in the door of an attempt that is at work. */
    private void touchAttempt(Path path) {
        Path running = workspace.state(State.RUNNING);
        if (path.startsWith(running) && path.getNameCount() > running.getNameCount() + 1) {
            Live live = parts.ledger().live(path.getName(running.getNameCount()).toString());
            if (live != null) {
                live.nextLook = time.nanos();
            }
        }
    }

    private void settleTouched(Path path, String id, State state) throws IOException {
        Card card = parts.ledger().board().get(id);
        boolean here = parts.kit().durable().exists(path);
        if (here != (card != null && card.where().state() == state) && (here || card != null)) {
            parts.arrivals().settle(id);
        }
    }

    private void takeDrops() {
        try {
            parts.intake().take();
            parts.posting().take();
            parts.problems().clear("doors");
        } catch (IOException e) {
            parts.problems().raise("doors", "agents", "the doors can't be looked at: " + Causes.words(e));
        }
        if (parts.configured().settingsAreKnown()) {
            for (String id : parts.replies().due()) {
                guard.step(id, () -> parts.replies().look(id));
            }
            guard.settle();
        }
    }

    private void lookAtLives() {
        parts.machine().newLook();
        long nanos = time.nanos();
        for (Live live : parts.ledger().lives()) {
            // one that lends may have what it waits for whenever another has ended
            if (live.nextLook - nanos <= 0 || parts.ledger().places().lends(live.id)) {
                guard.step(live.id, () -> look(live));
            }
            Stop stop = wanted(live);
            if (stop != null) {
                guard.step(live.id, () -> parts.runs().stop(live, stop));
            }
        }
        guard.settle();
    }

    private void look(Live live) throws IOException {
        if (!live.removed()
                && !parts.kit()
                        .durable()
                        .exists(live.where.task(workspace, live.id).record())) {
            parts.arrivals().settle(live.id);
        }
        if (!parts.runs().look(live)) {
            parts.arrivals().settle(live.id);
        }
        if (parts.ledger().live(live.id) == live && !parts.settling().has(live.id)) {
            parts.lending().look(live);
            parts.announcing().look(live);
        }
    }

    /** Those whose children have ended, or begun, hear of it. */
    private void collect() {
        for (String parent : parts.families().takeTouched()) {
            if (parts.ledger().isTroubled(parent)) {
                // when its rest is over
                parts.families().touch(parent);
                continue;
            }
            if (parts.ledger().board().get(parent) == null) {
                collectForOneThatIsOver(parent);
                continue;
            }
            guard.look(parent, () -> {
                try {
                    parts.families().collect(parent);
                } catch (IOException e) {
                    parts.families().touch(parent);
                    throw e;
                }
            });
        }
    }

    /** No step of a task waits for this: were it left alone for an error here, its children would not be given up. */
    private void collectForOneThatIsOver(String parent) {
        String problem = "children " + parent;
        try {
            parts.families().collect(parent);
            parts.problems().clear(problem);
        } catch (IOException e) {
            parts.families().touch(parent);
            parts.problems()
                    .raise(problem, parent, "how its children ended can't be written there: " + Causes.words(e));
        }
    }

    /** What the supervisor as a whole wants of a running attempt; null: nothing. */
    private Stop wanted(Live live) {
        boolean busy = parts.ledger().live(live.id) != live || parts.settling().has(live.id);
        if (live.stop != null || busy) {
            return null;
        }
        Instant now = time.now();
        if (parts.control().now()) {
            return new Stop(Stop.Because.HALT, Audit.PERSON, "a file STOP says now", now);
        }
        String over = notWantedAnyMore(live);
        if (over != null) {
            return new Stop(Stop.Because.PARENT, Audit.REEVE, over, now);
        }
        return shutdown.drainIsOver(time.nanos())
                ? new Stop(Stop.Because.DRAIN, Audit.REEVE, "the supervisor ends, and was told to drain", now)
                : null;
    }

    private String notWantedAnyMore(Live live) {
        Card card = parts.ledger().board().get(live.id);
        return card == null || card.parent() == null
                ? null
                : Decision.whyOver(parts.ledger().board(), parts.ledger()::isTroubled, card.parent());
    }

    private boolean wake() {
        try {
            boolean woken = parts.wake();
            parts.problems().clear("mail");
            return woken;
        } catch (IOException e) {
            parts.problems().raise("mail", "agents/", "messages can't be looked at: " + Causes.words(e));
            return false;
        }
    }

    private boolean decide() {
        boolean mayStart = !shutdown.asked() && parts.mayStart() && spendingIsKnown();
        List<Move> moves = Decision.of(parts.view(mayStart));
        for (Move move : moves) {
            guard.step(move.id(), () -> parts.conductor().carryOut(move));
        }
        guard.settle();
        return !moves.isEmpty();
    }

    /** What was spent decides who may start. */
    private boolean spendingIsKnown() {
        try {
            parts.spending().look(time.now());
            parts.problems().clear("spending");
            return true;
        } catch (IOException e) {
            parts.problems()
                    .raise(
                            "spending",
                            "state/",
                            "nothing is started until it can be read what was spent: " + Causes.words(e));
            return false;
        }
    }

    /** What only the state of things tells. */
    private void tellOpenBreakers() {
        Map<String, Problems.Problem> open = new LinkedHashMap<>();
        parts.conductor()
                .breakers()
                .open()
                .forEach((agent, failed) -> open.put(
                        BREAKER + agent,
                        new Problems.Problem(
                                Alert.Kind.BREAKER,
                                "agents/" + agent,
                                "its breaker is open: " + failed + " attempts failed. It gets no work until it has"
                                        + " cooled down; then one task tries")));
        parts.problems().keepOnly(BREAKER, open);
    }

    private void tellProblems() {
        tellOpenBreakers();
        for (Problems.Problem problem : parts.problems().takeUntold()) {
            try {
                parts.audit().problem(problem.where(), problem.what());
            } catch (IOException e) {
                LOG.warn("this alert can't be written to logs/: {}", Causes.words(e));
            }
        }
        parts.concerns().look(parts.problems().byKey());
        try {
            // what a full disk refused; nothing else may come to force it
            parts.audit().alerts().writeAll();
            parts.audit().force();
        } catch (IOException e) {
            // it is tried with each turn
        }
        if (!shutdown.asked()) {
            parts.alarm().step();
        }
    }
}
