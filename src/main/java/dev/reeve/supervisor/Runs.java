package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.agent.Resources;
import dev.reeve.confine.Secrets;
import dev.reeve.launch.Home;
import dev.reeve.launch.Mark;
import dev.reeve.supervisor.AfterAttempt.End;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.AttemptRecord.Stop;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.text.Durations;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The attempts at work: adopted, watched over, stopped, and ended. */
final class Runs {

    private final Kit kit;
    private final Ledger ledger;
    private final Attempts attempts;
    private final Moving moving;
    private final Ending ending;
    private final Breakers breakers;
    private final Lending lending;
    private final Confining confining;
    private final Overspending overspending;
    private final LastDrops lastDrops;
    private final Telling telling;
    private final Pausing pausing;
    private final Steering steering;
    private final Stuck stuck;

    /** Takes what an attempt has announced and asked for, when nothing of it lives any more. */
    @FunctionalInterface
    interface LastDrops {
        void take(Live live) throws IOException;
    }

    Runs(
            Kit kit,
            Ledger ledger,
            Attempts attempts,
            Moving moving,
            Ending ending,
            Breakers breakers,
            Lending lending,
            Confining confining,
            Telling telling,
            Pausing pausing,
            Steering steering,
            Overspending overspending,
            LastDrops lastDrops) {
        this.kit = kit;
        this.ledger = ledger;
        this.attempts = attempts;
        this.moving = moving;
        this.ending = ending;
        this.breakers = breakers;
        this.lending = lending;
        this.confining = confining;
        this.telling = telling;
        this.pausing = pausing;
        this.steering = steering;
        this.overspending = overspending;
        this.lastDrops = lastDrops;
        this.stuck = new Stuck(kit);
    }

    /** A start has succeeded. */
    void began(TaskRecord record, Live live) {
        ledger.tally().began(record);
        ledger.begin(live, needs(record));
        ledger.note(record);
    }

    /** Takes over an attempt that is open in a record, as it was found. */
    Live adopt(TaskRecord record, Where where) {
        AttemptRecord attempt = record.lastAttempt();
        AgentConfig agent = kit.team().get().config(attempt.agent());
        Instant now = kit.time().now();
        long nanos = kit.time().nanos();
        Home home = attempt.boot() == null || attempt.pidNamespace() == null
                ? null
                : new Home(attempt.boot(), attempt.pidNamespace());
        Duration waited = attempt.waited() == null ? Duration.ZERO : attempt.waited();
        Duration age = age(attempt, now).minus(waited);
        Live live = new Live(
                record.id(),
                attempt.number(),
                attempt.agent(),
                new Mark(kit.workspace().root().toString(), record.id(), attempt.number()),
                where,
                home,
                attempt.startedAt(),
                new Clocks(nanos - age.toNanos(), Duration.ZERO, Duration.ZERO, nanos));
        live.stop = attempt.stop();
        live.strand = attempt.strand();
        bind(live, record, agent);
        live.waited = waited;
        live.nextLook = nanos;
        ledger.begin(live, needs(record));
        ledger.note(record, where);
        return live;
    }

    /** Nothing, for one that a clock set back puts into the future; and no more than a clock for durations can count. */
    private static Duration age(AttemptRecord attempt, Instant now) {
        Duration age = Duration.between(attempt.startedAt(), now);
        if (age.isNegative()) {
            return Duration.ZERO;
        }
        return age.compareTo(Durations.LONGEST) > 0 ? Durations.LONGEST : age;
    }

    private List<Resource> needs(TaskRecord record) {
        return Lane.of(Card.of(record, record.settled())).needs(kit.team().get(), breakers);
    }

    /**
     * Looks at one, and ends it if it is over.
     *
     * @return false if its record tells of no open attempt: its folder has to say what that means
     */
    boolean look(Live live) throws IOException {
        Attempts.Seen seen = attempts.look(live);
        if (seen instanceof Attempts.Over over) {
            stuck.over(live);
            return end(live, over.end());
        }
        stuck.look(live, seen instanceof Attempts.Leftovers);
        if (seen instanceof Attempts.Unprovable unprovable) {
            hold(live, unprovable.reason());
        } else if (seen instanceof Attempts.AtWork && live.stop == null) {
            lending.notice(live);
            learnLimits(live);
            Stop late = attempts.late(live);
            if (late == null && pastDeadline(live)) {
                late = new Stop(
                        Stop.Because.DEADLINE,
                        Audit.REEVE,
                        "its deadline passed",
                        kit.time().now());
            }
            if (live.strand != null && !live.removed()) {
                live.told = telling.now(live.id, attempts.folder(live), live.strand);
                pausing.heed(live);
                late = late == null ? steering.wanted(live) : late;
            }
            if (late == null) {
                late = overspending.look(live);
            }
            if (late != null) {
                stop(live, late);
            }
        }
        return true;
    }

    /** They hold as soon as its agent's file is mended. */
    private void learnLimits(Live live) throws IOException {
        AgentConfig agent =
                live.limitsAreKnown || live.removed() ? null : kit.team().get().config(live.agent);
        TaskRecord record =
                agent == null ? null : TaskRecords.read(kit.disk(), live.where.task(kit.workspace(), live.id));
        if (record != null) {
            bind(live, record, agent);
        }
    }

    /** @param agent null while its file was never understood: what the task itself says holds until then */
    private void bind(Live live, TaskRecord record, AgentConfig agent) {
        live.clocks.limit(AttemptLimits.timeout(record, agent), AttemptLimits.idle(record, agent));
        live.mask = confining.mask(Secrets.NONE);
        live.resources =
                agent == null ? Resources.UNBOUNDED : agent.confinement().resources();
        live.limitsAreKnown = agent != null;
    }

    private boolean pastDeadline(Live live) {
        Card card = ledger.board().get(live.id);
        return card != null
                && card.deadline() != null
                && !card.deadline().isAfter(kit.time().now());
    }

    /** Decides that it is to be stopped: written down first, signalled after. */
    void stop(Live live, Stop stop) throws IOException {
        if (!live.removed()) {
            TaskRecord record = read(live);
            if (record != null) {
                TaskRecord.Change change =
                        record.change().attempt(record.lastAttempt().stopping(stop));
                stuck.stops(live, stop);
                ledger.note(moving.stay(change, live.where, null, Action.STOP, stop.reason(), stop.by()), live.where);
            }
        }
        attempts.stop(live, stop);
    }

    /** The same, for a stop that the record tells of already. */
    void stopAsWritten(Live live, Stop stop) {
        attempts.stop(live, stop);
    }

    private boolean end(Live live, End end) throws IOException {
        if (live.removed()) {
            telling.forget(live.id, live.number);
            pausing.forget(live.id, live.number);
            kit.audit().tell(Action.CANCEL, live.id, "a person removed it while it ran", Audit.PERSON);
            ledger.drop(live.id, View.Ended.GONE);
            return true;
        }
        TaskRecord record = read(live);
        if (record == null
                || record.lastAttempt() == null
                || record.lastAttempt().ended()) {
            return false;
        }
        lastDrops.take(live);
        ending.end(record, live.where, end, ended -> {
            ledger.over(live.id);
            pausing.forget(live.id, live.number);
            ledger.note(ended);
            count(ended);
            if (end.outcome() == Outcome.NEVER && live.child) {
                // whatever kept the shim from claiming it may well be there still
                ledger.trouble(
                        live.id,
                        kit.time().nanos() + kit.team().get().settings().scan().toNanos());
            }
        });
        return true;
    }

    private void count(TaskRecord ended) {
        ledger.tally().ended(ended);
        switch (ended.settled().state()) {
            case DONE -> ledger.today().count(kit.today(), Action.FINISH);
            case FAILED -> ledger.today().count(kit.today(), Action.FAIL);
            case WAITING -> {
                if (ended.lastAttempt().outcome().counts()) {
                    ledger.today().count(kit.today(), Action.RETRY);
                }
            }
            default -> {
                // neither an end nor a retry
            }
        }
    }

    /** There is no process, and there will be none. */
    void refused(TaskRecord record, String reason) throws IOException {
        ending.end(record, record.settled(), new End(Outcome.FAILED, null, reason), ended -> {
            ledger.note(ended);
            count(ended);
        });
    }

    private void hold(Live live, String reason) throws IOException {
        TaskRecord record = read(live);
        ledger.over(live.id);
        TaskRecord.Change change = record.change()
                .attempt(record.lastAttempt().ended(kit.time().now(), Outcome.LOST, null, reason))
                .why(reason);
        Where held = Where.in(State.HELD);
        ledger.note(
                live.where.equals(held)
                        ? moving.stay(change, held, Why.held(), Action.HOLD, reason, Audit.REEVE)
                        : moving.move(change, live.where, held, Why.held(), Action.HOLD, reason, Audit.REEVE));
    }

    private TaskRecord read(Live live) throws IOException {
        return TaskRecords.read(kit.disk(), live.where.task(kit.workspace(), live.id));
    }
}
