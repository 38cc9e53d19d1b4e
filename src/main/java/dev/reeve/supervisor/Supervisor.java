package dev.reeve.supervisor;

import dev.reeve.files.Disk;
import dev.reeve.launch.Identity;
import dev.reeve.launch.Mark;
import dev.reeve.launch.Orphans;
import dev.reeve.launch.Seen;
import dev.reeve.supervisor.Scan.Surprise;
import dev.reeve.task.AttemptRecord.Stop;
import dev.reeve.workspace.OneFileSystem;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop: one thread that looks at what the folders say, decides, and carries it out. Watchers, timers and ended
 * processes only wake it.
 */
public final class Supervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("reeve");
    private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(1);
    private static final Duration LONGEST_NAP = Duration.ofSeconds(60);

    private final Workspace workspace;
    private final World world;
    private final Hints hints;
    private final Disk.HeldLock lock;
    private final Parts parts;
    private final Watch watch;

    private volatile boolean ending;
    private volatile boolean draining;
    private Long drainEnds;
    private long nextScan;
    private boolean watchFailed;
    private boolean recall;

    private Supervisor(Workspace workspace, World world, Hints hints, Disk.HeldLock lock, Parts parts) {
        this.workspace = workspace;
        this.world = world;
        this.hints = hints;
        this.lock = lock;
        this.parts = parts;
        this.watch = new Watch(hints, this::watchFailed);
    }

    /** @throws AlreadyRunning if another supervisor has this workspace */
    public static Supervisor open(Workspace workspace, World world, Hints hints) throws IOException, AlreadyRunning {
        Disk.HeldLock lock = world.durable().disk().lock(workspace.supervisorLock());
        if (lock == null) {
            throw new AlreadyRunning(inTheWay(workspace, world));
        }
        try {
            String apart = new OneFileSystem(world.durable(), workspace)
                    .problem(Long.toHexString(world.random().getAsLong()));
            if (apart != null) {
                throw new IOException(apart);
            }
            return new Supervisor(workspace, world, hints, lock, Parts.make(workspace, world, hints));
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static String inTheWay(Workspace workspace, World world) throws IOException {
        SupervisorFile other = SupervisorFile.read(world.durable(), workspace);
        return "another supervisor has " + workspace.root()
                + (other == null ? "" : ": pid " + other.pid() + " on " + other.host() + ", since " + other.startedAt())
                + ". One workspace has one supervisor: stop that one first (kill "
                + (other == null ? "PID" : other.pid())
                + "), or leave it to do the work";
    }

    /** Asks the loop to end, from any thread. @param drain waits for running agents, up to the grace, and stops them */
    public void stop(boolean drain) {
        draining = drain;
        ending = true;
        hints.wake();
    }

    /** Runs the loop until it is asked to end. Nothing is started before recovery has ended. */
    public void run(Until until) throws IOException, InterruptedException {
        recover();
        while (true) {
            Duration nap = guardedTurn(hints.await(Duration.ZERO));
            // moves that were just made may lead to others
            boolean settled = !nap.isZero();
            if (ending || settled) {
                if (over(until)) {
                    break;
                }
            }
            // what is taken here is handled by the next turn
            Hints.Batch batch = hints.await(nap);
            hear(batch);
        }
        parts.status().show(parts.control().stop(), watching(), parts.scan().failed(), true);
        LOG.info(
                "ended; {} agents go on by themselves and are found again at the next start",
                parts.ledger().lives().size());
    }

    /** Brings memory and folders together, from nothing: once, before anything is started. */
    void recover() throws IOException {
        parts.configured().reload(true);
        parts.audit().recall(parts.ledger().today());
        parts.self().write(world.durable(), workspace);
        parts.intake().resume();
        for (Surprise found : parts.scan().everything()) {
            alone(found.name(), () -> parts.arrivals().settle(found.name(), found.where()));
        }
        parts.conductor().recallPredecessors();
        stopOrphans();
        parts.audit().recovered();
        parts.audit()
                .tell(
                        Action.RECOVER,
                        "workspace",
                        parts.ledger().board().all().size() + " tasks open, "
                                + parts.ledger().lives().size() + " attempts at work",
                        Audit.REEVE);
    }

    /** Processes that carry this workspace's mark but belong to no attempt at work: their task is gone, or ended. */
    private void stopOrphans() throws IOException {
        String root = workspace.root().toString();
        for (Map.Entry<Mark, List<Seen>> marked :
                Orphans.marked(world.processes(), world.pid(), root).entrySet()) {
            Mark mark = marked.getKey();
            Live live = parts.ledger().live(mark.task());
            if (TaskId.isOne(mark.task()) && (live == null || live.number != mark.attempt())) {
                List<Identity> identities =
                        marked.getValue().stream().map(Seen::identity).toList();
                LOG.warn(
                        "stopping {} processes of {}, attempt {}, which is not at work any more",
                        identities.size(),
                        mark.task(),
                        mark.attempt());
                parts.orphans().add(mark);
            }
        }
    }

    /** An error of the workspace as a whole does not end the loop: a full disk may be emptied, a mount may come back. */
    Duration guardedTurn(Hints.Batch batch) throws IOException {
        checkLock();
        try {
            Duration nap = turn(batch);
            parts.problems().clear("loop");
            return nap;
        } catch (IOException | UncheckedIOException e) {
            IOException cause = e instanceof IOException io ? io : ((UncheckedIOException) e).getCause();
            parts.problems()
                    .raise("loop", workspace.root().toString(), "this turn could not be ended: " + Causes.words(cause));
            return AFTER_AN_ERROR;
        }
    }

    /** One turn: look, decide, carry out. */
    private Duration turn(Hints.Batch batch) throws IOException {
        hear(batch);
        long nanos = world.time().nanos();
        if (nextScan - nanos <= 0) {
            everywhere(nanos);
        }
        settleTouched();
        if (!ending) {
            take();
        }
        for (String id : parts.ledger().rested(world.time().nanos())) {
            alone(id, () -> parts.arrivals().settle(id));
            recall = true;
        }
        recallPredecessors();
        lookAtLives();
        parts.orphans().step();
        boolean more = decide();
        tellProblems();
        Duration status = parts.status()
                .show(parts.control().stop(), watching(), parts.scan().failed(), false);
        return more ? Duration.ZERO : nap(status);
    }

    private void take() {
        try {
            parts.intake().take();
            parts.problems().clear("doors");
        } catch (IOException e) {
            parts.problems().raise("doors", "agents", "the doors can't be looked at: " + Causes.words(e));
        }
    }

    private final Set<Path> touched = new LinkedHashSet<>();

    private void hear(Hints.Batch batch) {
        touched.addAll(batch.touched());
        if (batch.everywhere()) {
            nextScan = world.time().nanos();
            parts.listings().forget();
        }
        for (String id : batch.ended()) {
            Live live = parts.ledger().live(id);
            if (live != null) {
                live.nextLook = world.time().nanos();
            }
        }
    }

    private void checkLock() throws IOException {
        if (!lock.stillNamed()) {
            throw new IOException(
                    "state/supervisor.lock is not the file that this supervisor has locked: somebody removed"
                            + " or replaced it. It stops, so that two never work at once; running agents go on. Start it again");
        }
    }

    /** The truth, every few seconds and whenever hints were lost. */
    private void everywhere(long nanos) {
        lookAtControls();
        try {
            List<Surprise> surprises = parts.scan().surprises();
            for (Surprise found : surprises) {
                alone(found.name(), () -> parts.arrivals().found(found.name(), found.where()));
            }
            recall |= !surprises.isEmpty();
            parts.husks().look(id -> alone(id, () -> parts.arrivals().vanished(id)));
            parts.intake().resumeFailed();
            parts.problems().clear("scan");
        } catch (IOException e) {
            parts.problems()
                    .raise("scan", workspace.root().toString(), "the folders can't be listed: " + Causes.words(e));
        }
        parts.waiting().explain(parts.control().stop() != null);
        nextScan = nanos + parts.configured().team().settings().scan().toNanos();
    }

    /** What was found elsewhere than it was known may be what others wait for, or wait for what has ended meanwhile. */
    private void recallPredecessors() {
        if (!recall) {
            return;
        }
        try {
            parts.conductor().recallPredecessors();
            recall = false;
            parts.problems().clear("after");
        } catch (IOException e) {
            parts.problems()
                    .raise("after", "waiting/", "what these tasks wait for can't be looked up: " + Causes.words(e));
        }
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
            State state = folder.getParent() != null && folder.getParent().equals(workspace.root())
                    ? State.of(folder.getFileName().toString())
                    : null;
            if (state != null && TaskId.isOne(name)) {
                alone(name, () -> {
                    Card card = parts.ledger().board().get(name);
                    boolean here = world.durable().exists(path);
                    if (here != (card != null && card.where().state() == state) && (here || card != null)) {
                        parts.arrivals().settle(name);
                    }
                });
            } else if (folder.equals(workspace.root()) || name.equals("agent.yaml")) {
                configuration = true;
            } else if (folder.equals(workspace.agents())) {
                configuration = true;
            }
        }
        touched.clear();
        if (configuration) {
            lookAtControls();
        }
    }

    /** What was last read of the configuration stays in force while it can't be read. */
    private void lookAtControls() {
        parts.control().look();
        try {
            parts.configured().reload(false);
            watch.over(watching() ? parts.watched() : Set.of());
            parts.problems().clear("controls");
        } catch (IOException e) {
            parts.problems()
                    .raise(
                            "controls",
                            "reeve.yaml",
                            "a change of the configuration can't be taken in: " + Causes.words(e));
        }
    }

    private void lookAtLives() {
        parts.machine().newLook();
        long nanos = world.time().nanos();
        for (Live live : parts.ledger().lives()) {
            if (live.nextLook - nanos <= 0) {
                guarded(live.id, () -> {
                    if (!live.removed()
                            && !world.durable()
                                    .exists(live.where.task(workspace, live.id).record())) {
                        parts.arrivals().settle(live.id);
                    }
                    parts.runs().look(live);
                });
            }
            Stop stop = wanted(live);
            if (stop != null) {
                guarded(live.id, () -> parts.runs().stop(live, stop));
            }
        }
        settle();
    }

    /** What the supervisor as a whole wants of a running attempt; null: nothing. */
    private Stop wanted(Live live) {
        if (live.stop != null
                || parts.ledger().live(live.id) != live
                || parts.settling().has(live.id)) {
            return null;
        }
        Instant now = world.time().now();
        if (parts.control().now()) {
            return new Stop(Stop.Because.HALT, Audit.PERSON, "a file STOP says now", now);
        }
        return drainEnds != null && drainEnds - world.time().nanos() <= 0
                ? new Stop(Stop.Because.DRAIN, Audit.REEVE, "the supervisor ends, and was told to drain", now)
                : null;
    }

    /** @return true if there may be more to decide at once */
    private boolean decide() {
        Instant now = world.time().now();
        boolean mayStart = !ending && parts.control().stop() == null;
        List<Move> moves = Decision.of(view(mayStart, now));
        for (Move move : moves) {
            guarded(move.id(), () -> parts.conductor().carryOut(move));
        }
        settle();
        return !moves.isEmpty();
    }

    private View view(boolean mayStart, Instant now) {
        return parts.ledger()
                .view(
                        parts.configured().team(),
                        parts.conductor().breakers(),
                        parts.conductor().rates(),
                        mayStart,
                        now);
    }

    /** A step of one task meets an error: the others go on, and this one is looked at anew after a rest. */
    private void guarded(String id, Step step) {
        try {
            step.run();
            if (!parts.settling().has(id)) {
                over(id);
            }
        } catch (IOException e) {
            failed(id, e);
        }
    }

    private void alone(String id, Step step) {
        guarded(id, step);
        settle();
    }

    private void settle() {
        parts.settling().settle(this::failed, this::over);
    }

    private void over(String id) {
        parts.problems().clear("task " + id);
    }

    private void failed(String id, IOException e) {
        parts.problems().raise("task " + id, id, "a step of this task failed and is tried again: " + Causes.words(e));
        parts.ledger()
                .trouble(
                        id,
                        world.time().nanos()
                                + parts.configured().team().settings().scan().toNanos());
        Live live = parts.ledger().live(id);
        if (live != null) {
            live.nextLook = world.time().nanos() + Duration.ofSeconds(1).toNanos();
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private void tellProblems() {
        for (Problems.Problem problem : parts.problems().takeUntold()) {
            try {
                parts.audit().tell(Action.ALERT, problem.where(), problem.what(), Audit.REEVE);
            } catch (IOException e) {
                LOG.warn("this alert can't be written to logs/: {}", Causes.words(e));
            }
        }
    }

    private boolean over(Until until) {
        if (ending) {
            if (!draining || parts.ledger().lives().isEmpty()) {
                return true;
            }
            if (drainEnds == null) {
                drainEnds = world.time().nanos()
                        + parts.configured().team().settings().grace().toNanos();
                LOG.info(
                        "draining: waiting for {} agents",
                        parts.ledger().lives().size());
            }
            return false;
        }
        return until == Until.IDLE && idle();
    }

    /** True if nothing is at work, and nothing would go on by itself. */
    boolean idle() {
        Board board = parts.ledger().board();
        boolean queued = board.count(State.QUEUE) > 0 && parts.control().stop() == null;
        return parts.ledger().lives().isEmpty()
                && !queued
                && !parts.intake().settling()
                && !parts.intake().isUnfinished()
                && parts.ledger().nextRested() == null
                && !parts.orphans().any()
                && !parts.husks().any()
                && Decision.nextChange(view(false, world.time().now())) == null;
    }

    private Duration nap(Duration status) {
        long nanos = world.time().nanos();
        Duration nap = LONGEST_NAP;
        nap = shorter(nap, Duration.ofNanos(nextScan - nanos));
        nap = shorter(nap, status);
        nap = shorter(nap, ending ? null : parts.intake().nextRest());
        nap = shorter(nap, parts.orphans().next(nanos));
        Long rested = parts.ledger().nextRested();
        nap = shorter(nap, rested == null ? null : Duration.ofNanos(rested - nanos));
        for (Live live : parts.ledger().lives()) {
            nap = shorter(nap, Duration.ofNanos(live.nextLook - nanos));
        }
        if (drainEnds != null) {
            nap = shorter(nap, Duration.ofNanos(drainEnds - nanos));
        }
        Instant now = world.time().now();
        Instant change = Decision.nextChange(view(true, now));
        if (change != null) {
            Duration until = Duration.between(now, change);
            // what is due and was not done rests because of an error: the scan comes back to it
            nap = until.isNegative() || until.isZero() ? nap : shorter(nap, until);
        }
        return nap.isNegative() ? Duration.ZERO : nap;
    }

    private static Duration shorter(Duration one, Duration other) {
        return other != null && other.compareTo(one) < 0 ? other : one;
    }

    private boolean watching() {
        return world.watching() && parts.configured().team().settings().watch() && !watchFailed;
    }

    private void watchFailed(String reason) {
        watchFailed = true;
        parts.problems()
                .raise(
                        "watch",
                        workspace.root().toString(),
                        "there are no file events (" + reason + "): folders are looked at every "
                                + Words.duration(
                                        parts.configured().team().settings().scan())
                                + " instead. On Linux, raise fs.inotify.max_user_watches or max_user_instances");
    }

    /** What it remembers, to be compared with the folders. */
    Board board() {
        return parts.ledger().board();
    }

    @Override
    public void close() throws IOException {
        watch.close();
        lock.close();
    }
}
