package dev.reeve.supervisor;

import dev.reeve.files.Disk;
import dev.reeve.workspace.OneFileSystem;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop: one thread that takes one {@link Turn} after another. Watchers, timers and ended processes only wake it.
 */
public final class Supervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("reeve");
    private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(1);

    private final Workspace workspace;
    private final Hints hints;
    private final Disk.HeldLock lock;
    private final Parts parts;
    private final Shutdown shutdown = new Shutdown();
    private final Recovery recovery;
    private final Watching watching;
    private final Turn turn;
    private final Nap nap;

    private Supervisor(Workspace workspace, World world, Hints hints, Disk.HeldLock lock, Parts parts) {
        this.workspace = workspace;
        this.hints = hints;
        this.lock = lock;
        this.parts = parts;
        Guard guard = new Guard(parts.kit(), parts.ledger(), parts.settling());
        this.recovery = new Recovery(parts, guard, world.pid());
        this.watching = new Watching(parts, hints, world.watching());
        Rounds rounds = new Rounds(parts, guard, watching);
        this.turn = new Turn(parts, guard, shutdown, watching, rounds);
        this.nap = new Nap(parts, shutdown, rounds, watching);
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
        SupervisorFile written = SupervisorFile.read(world.durable(), workspace);
        // whoever has the lock may not have told yet who it is; the one before it must not be named in its place
        SupervisorFile other = written != null && written.mayLive(world) ? written : null;
        return "another supervisor has " + workspace.root()
                + (other == null ? "" : ": pid " + other.pid() + " on " + other.host() + ", since " + other.startedAt())
                + ". One workspace has one supervisor: stop that one first (kill "
                + (other == null ? "PID" : other.pid())
                + "), or leave it to do the work";
    }

    /** Asks the loop to end, from any thread. @param drain waits for running agents, up to the grace, and stops them */
    public void stop(boolean drain) {
        shutdown.ask(drain);
        hints.wake();
    }

    /** Runs the loop until it is asked to end. Nothing is started before recovery has ended. */
    public void run(Until until) throws IOException, InterruptedException {
        recover();
        while (true) {
            Duration rest = guardedTurn(hints.await(Duration.ZERO));
            // moves that were just made may lead to others
            boolean settled = !rest.isZero();
            if ((shutdown.asked() || settled) && over(until)) {
                break;
            }
            // what is taken here is handled by the next turn
            turn.hear(hints.await(rest));
        }
        show(true);
        LOG.info(
                "ended; {} agents go on by themselves and are found again at the next start",
                parts.ledger().lives().size());
    }

    /** Once, before the first turn. */
    void recover() throws IOException {
        recovery.run();
    }

    /**
     * An error of the workspace as a whole does not end the loop: a full disk may be emptied, a mount may come back.
     *
     * @return how long nothing will be due
     */
    Duration guardedTurn(Hints.Batch batch) throws IOException {
        checkLock();
        try {
            turn.hear(batch);
            boolean more = turn.take();
            Duration status = show(false);
            Duration rest = more ? Duration.ZERO : nap.length(status);
            parts.problems().clear("loop");
            return rest;
        } catch (IOException | UncheckedIOException e) {
            IOException cause = e instanceof IOException io ? io : ((UncheckedIOException) e).getCause();
            parts.problems()
                    .raise(
                            Causes.alert(cause),
                            "loop",
                            workspace.root().toString(),
                            "this turn could not be ended: " + Causes.words(cause));
            return AFTER_AN_ERROR;
        }
    }

    private Duration show(boolean ended) throws IOException {
        return parts.status()
                .show(
                        parts.control().stop(),
                        watching.on(),
                        parts.scan().failed(),
                        parts.scan().last(),
                        ended);
    }

    private void checkLock() throws IOException {
        if (!lock.stillNamed()) {
            throw new IOException(
                    "state/supervisor.lock is not the file that this supervisor has locked: somebody removed"
                            + " or replaced it. It stops, so that two never work at once; running agents go on. Start it again");
        }
    }

    boolean over(Until until) {
        if (!shutdown.asked()) {
            return until == Until.IDLE && idle();
        }
        int agents = parts.ledger().lives().size();
        if (!shutdown.draining() || agents == 0) {
            return true;
        }
        Duration grace = parts.configured().team().settings().grace();
        if (shutdown.beginDrain(parts.kit().time().nanos(), grace)) {
            LOG.info("draining: waiting for {} agents", agents);
        }
        return false;
    }

    /** True if nothing is at work, and nothing would go on by itself. */
    boolean idle() {
        Board board = parts.ledger().board();
        boolean queued = board.count(State.QUEUE) > 0 && parts.mayStart();
        return parts.ledger().lives().isEmpty()
                && !queued
                && !parts.intake().settling()
                && !parts.posting().settling()
                && !parts.replies().settling()
                && !parts.intake().isUnfinished()
                && !parts.events().isUnfinished()
                && parts.ledger().nextRested() == null
                && !parts.orphans().any()
                && !parts.husks().any()
                && !parts.trees().isTidying()
                && !parts.trimming().isAtWork()
                && !parts.alarm().isBusy()
                && !parts.schedules().atWork()
                && Decision.nextChange(parts.view(false)) == null;
    }

    /** What it remembers, to be compared with the folders. */
    Board board() {
        return parts.ledger().board();
    }

    @Override
    public void close() throws IOException {
        watching.close();
        lock.close();
    }
}
