package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.launch.ExitFile;
import dev.reeve.launch.Fate;
import dev.reeve.launch.Home;
import dev.reeve.launch.PidFile;
import dev.reeve.launch.TreeStop;
import dev.reeve.supervisor.AfterAttempt.End;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.AttemptRecord.Stop;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Looks at attempts: what has become of each, judged by {@link Fate} from its folder and the machine. The same look serves
 * one that was just started, one that was found at a start of the supervisor, and one that is being stopped.
 */
final class Attempts {

    /** How often one that is not our own child is looked at. Our own children tell when they end. */
    private static final Duration POLL = Duration.ofMillis(250);

    private final Kit kit;
    private final long self;

    Attempts(Kit kit, long self) {
        this.kit = kit;
        this.self = self;
    }

    /** What a look can tell. */
    sealed interface Seen {}

    /** Something of it may live; look again by {@link Live#nextLook}. */
    record AtWork() implements Seen {}

    /** It is not at work any more, in time or not, and what is left of it is being stopped. */
    record Leftovers() implements Seen {}

    /** Nothing of it lives. */
    record Over(End end) implements Seen {}

    /** Whether it lives can't be told from here. */
    record Unprovable(String reason) implements Seen {}

    Seen look(Live live) throws IOException {
        while (true) {
            ExitFile.State exit = exit(live);
            boolean shimAlive = shimAlive(live);
            Fate fate = Fate.of(facts(live, exit, shimAlive));
            switch (fate) {
                case READOPT -> {
                    later(live);
                    return new AtWork();
                }
                case CLOSE -> {
                    if (shimAlive && live.stop == null) {
                        later(live);
                        return new AtWork();
                    }
                    close(live);
                }
                case STOP -> {
                    if (!stopped(live)) {
                        return new Leftovers();
                    }
                }
                case HOLD -> {
                    return new Unprovable("its attempt " + live.number
                            + " was started in another pid namespace (another container), so whether its processes still"
                            + " live can't be told from here. Make sure that they don't, then release it");
                }
                case ENDED, KILLED, LOST, CLOSED -> {
                    return new Over(end(live, fate, exit));
                }
            }
        }
    }

    private Fate.Facts facts(Live live, ExitFile.State exit, boolean shimAlive) throws IOException {
        Home here = kit.processes().home();
        Home there = homeOf(live);
        return new Fate.Facts(
                exit,
                there == null || there.boot().equals(here.boot()),
                there == null || there.pidNamespace().equals(here.pidNamespace()),
                shimAlive,
                // unknown until a look has found nothing: then a stop is tried, which is that look
                !live.gone,
                live.stop != null,
                false);
    }

    private static Home homeOf(Live live) {
        return live.watched || live.removed() ? null : live.home;
    }

    /** The attempt of a task that is being removed has no files to be trusted: it counts as claimed. */
    private ExitFile.State exit(Live live) throws IOException {
        return live.removed() ? new ExitFile.Claimed() : ExitFile.read(kit.disk(), folder(live));
    }

    /** Not one of another boot, or namespace: whoever has its number now is a stranger, who may even be as old. */
    private boolean shimAlive(Live live) throws IOException {
        Home there = homeOf(live);
        if (there != null && !there.equals(kit.processes().home())) {
            return false;
        }
        if (live.shim == null && !live.removed()) {
            PidFile pid = PidFile.read(kit.disk(), folder(live));
            live.shim = pid == null ? null : pid.shim();
        }
        if (live.shim == null) {
            return false;
        }
        boolean alive = live.target().isShim(kit.processes().look(live.shim.pid()));
        live.watched |= alive;
        return alive;
    }

    private void close(Live live) throws IOException {
        // a power cut may leave a record without the folder that was made before it
        kit.durable().makeIfMissing(folder(live).path().getParent());
        kit.durable().makeIfMissing(folder(live).path());
        if (ExitFile.closeNever(kit.durable(), folder(live))) {
            live.gone = false;
        }
    }

    private boolean stopped(Live live) throws IOException {
        if (live.stopping == null) {
            Duration grace = live.stop == null
                    ? TreeStop.LEFTOVER_GRACE
                    : kit.team().get().settings().grace();
            live.stopping = new TreeStop(
                    kit.processes(),
                    self,
                    live.target(),
                    grace,
                    live.clocks.age(kit.time().nanos()));
        }
        long nanos = kit.time().nanos();
        TreeStop.Step step = live.stopping.step(Instant.ofEpochSecond(0, nanos));
        if (step instanceof TreeStop.Again again) {
            Instant at = again.at();
            live.nextLook = at.getEpochSecond() * 1_000_000_000L + at.getNano();
            return false;
        }
        live.gone = true;
        live.stopping = null;
        return true;
    }

    /** A stop was decided: the stop that is under way, if there is one, begins again with its grace. */
    void stop(Live live, Stop stop) {
        live.stop = stop;
        live.stopping = null;
        live.nextLook = kit.time().nanos();
    }

    private void later(Live live) {
        long now = kit.time().nanos();
        Duration pause = live.child ? kit.team().get().settings().scan() : POLL;
        long next = now + pause.toNanos();
        Duration left = live.clocks.left(now);
        live.nextLook = left == null ? next : Math.min(next, now + left.toNanos());
    }

    /** Which clock of an attempt that is at work has run out; null if none has. */
    Stop late(Live live) throws IOException {
        long now = kit.time().nanos();
        if (live.clocks.listens()) {
            live.clocks.heard(signsOfLife(folder(live)), now);
        }
        if (live.clocks.timedOut(now)) {
            return new Stop(
                    Stop.Because.TIMEOUT,
                    Audit.REEVE,
                    "its timeout passed",
                    kit.time().now());
        }
        return live.clocks.silent(now)
                ? new Stop(
                        Stop.Because.IDLE,
                        Audit.REEVE,
                        "it was silent for longer than its idle_timeout",
                        kit.time().now())
                : null;
    }

    private String signsOfLife(AttemptFolder attempt) throws IOException {
        StringBuilder look = new StringBuilder();
        for (Path file : List.of(attempt.stdout(), attempt.stderr(), attempt.notes(), attempt.result())) {
            Stat stat = kit.disk().stat(file);
            look.append(stat == null ? "-" : stat.size() + "@" + stat.modified())
                    .append(' ');
        }
        return look.toString();
    }

    AttemptFolder folder(Live live) {
        return live.where.task(kit.workspace(), live.id).attempt(live.number);
    }

    private static End end(Live live, Fate fate, ExitFile.State exit) {
        // of another boot, a status proves nothing: nobody forced it
        Integer status = fate == Fate.ENDED && exit instanceof ExitFile.Ended ended ? ended.status() : null;
        if (fate == Fate.CLOSED) {
            return new End(Outcome.NEVER, null, "its process never came to be");
        }
        if (live.stop != null) {
            return switch (live.stop.because()) {
                case TIMEOUT -> new End(Outcome.TIMEOUT, status, live.stop.reason());
                case IDLE -> new End(Outcome.IDLE, status, live.stop.reason());
                default -> new End(Outcome.KILLED, status, live.stop.reason());
            };
        }
        if (status == null) {
            return new End(Outcome.LOST, null, "it vanished without an exit status");
        }
        return status == 0
                ? new End(Outcome.OK, 0, null)
                : new End(Outcome.FAILED, status, "exit status " + status + meaning(status));
    }

    private static String meaning(int status) {
        if (status == 126) {
            return " (the command could not be executed)";
        }
        if (status == 127) {
            return " (the command was not found)";
        }
        return status > 128 && status < 160 ? " (killed by signal " + (status - 128) + ")" : "";
    }
}
