package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.launch.Identity;
import dev.reeve.launch.Seen;
import dev.reeve.launch.Waiter;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * An attempt that waits for its children lends its places to them, its clocks stopped, and goes on only with all of them
 * back.
 *
 * <p>It lends for as long as any process of it waits. Those that have what they waited for go on when none is left that
 * waits: two that wait side by side may be waited for in turn by a third.
 */
final class Lending {

    private final Kit kit;
    private final Ledger ledger;
    private final Moving moving;
    private final BooleanSupplier open;

    /** @param open false as long as nobody knows how many places there are */
    Lending(Kit kit, Ledger ledger, Moving moving, BooleanSupplier open) {
        this.kit = kit;
        this.ledger = ledger;
        this.moving = moving;
        this.open = open;
    }

    /** What the files of its waiting processes say, from the oldest on. */
    private record Waits(boolean any, List<Path> back, Instant since) {}

    /**
     * Hears of a wait, before anybody asks whether it is late: its clocks stand since it began to wait, however long ago
     * that was. One that asks for its places still lends them, also to a supervisor that takes it over in that moment.
     */
    void notice(Live live) throws IOException {
        if (!live.removed()) {
            notice(live, waits(live));
        }
    }

    private void notice(Live live, Waits waits) {
        if (waits.any() || !waits.back().isEmpty()) {
            live.clocks.pause(by(waits.since()));
            ledger.places().lend(live.id);
        }
    }

    /** The same, and lets it go on if nothing of it waits any more. Everybody who has a place must be known by now. */
    void look(Live live) throws IOException {
        if (live.removed() || live.stop != null) {
            // it may end in its own time, and nobody begins beside it
            ledger.places().takeBack(live.id, kit.team().get()::width);
            return;
        }
        Waits waits = waits(live);
        notice(live, waits);
        if (!waits.any() && ledger.places().lends(live.id)) {
            goOn(live, live.where.task(kit.workspace(), live.id), waits);
        }
    }

    private AttemptFolder folder(Live live) {
        return live.where.task(kit.workspace(), live.id).attempt(live.number);
    }

    private Waits waits(Live live) throws IOException {
        AttemptFolder attempt = folder(live);
        boolean any = false;
        List<Path> back = new ArrayList<>();
        Instant since = kit.time().now();
        Stat folder = kit.disk().stat(attempt.waits());
        for (String name : folder != null && folder.isFolder() ? kit.disk().list(attempt.waits()) : List.<String>of()) {
            Waiter waiter = Waiter.parse(name);
            if (waiter == null) {
                continue;
            }
            Path file = attempt.waits().resolve(name);
            Stat stat = kit.disk().stat(file);
            if (!lives(waiter, live)) {
                remove(file);
                continue;
            }
            since = stat != null && stat.modified().isBefore(since) ? stat.modified() : since;
            any |= !waiter.back();
            if (waiter.back()) {
                back.add(file);
            }
        }
        return new Waits(any, back, since);
    }

    private boolean lives(Waiter waiter, Live live) throws IOException {
        Seen seen = kit.processes().look(waiter.process().pid());
        return seen != null && seen.identity().equals(waiter.process()) || livesInside(waiter.process(), live);
    }

    /** In a pid namespace of its own a process takes itself for another number. When it was started is the same. */
    private boolean livesInside(Identity waiter, Live live) throws IOException {
        for (Seen seen : kit.processes().all()) {
            if (seen.identity().start().equals(waiter.start())
                    && seen.pid() != waiter.pid()
                    && kit.processes().ownPid(seen) == waiter.pid()
                    && live.mark.equals(kit.processes().markOf(seen))) {
                return true;
            }
        }
        return false;
    }

    private void remove(Path file) throws IOException {
        try {
            kit.disk().remove(file);
        } catch (NoSuchFileException e) {
            // it was quicker itself
        }
    }

    private void goOn(Live live, TaskFolder task, Waits waits) throws IOException {
        if (!open.getAsBoolean()
                || !ledger.places().takeBack(live.id, kit.team().get()::width)) {
            return;
        }
        live.waited = live.waited.plus(live.clocks.goOn(kit.time().nanos()));
        TaskRecord record = TaskRecords.read(kit.disk(), task);
        if (record != null
                && record.lastAttempt() != null
                && !record.lastAttempt().ended()) {
            // a supervisor that takes it over later has nothing else to know this by
            ledger.note(
                    moving.stay(
                            record.change().attempt(record.lastAttempt().waited(live.waited)),
                            live.where,
                            null,
                            null,
                            null,
                            Audit.REEVE),
                    live.where);
        }
        for (Path file : waits.back()) {
            remove(file);
        }
    }

    /** By the clock for durations; never in the future, whatever a clock that was set says. */
    private long by(Instant time) {
        Duration ago = Duration.between(time, kit.time().now());
        return kit.time().nanos() - (ago.isNegative() ? 0 : ago.toNanos());
    }
}
