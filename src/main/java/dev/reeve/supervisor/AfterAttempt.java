package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.AttemptRecord.Stop;
import dev.reeve.task.Gate;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskSpec;
import dev.reeve.task.Wait;
import dev.reeve.workspace.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What comes after an attempt has ended: a plain function of the record, of where a person put the task, and the time. */
final class AfterAttempt {

    private static final int MOST_LOST = 3;
    /** The pauses get longer: this is an hour and a half, if no times are given. */
    private static final int MOST_LIMITED = 10;

    private static final int MOST_DOUBLINGS = 20;
    private static final Duration LONGEST_BACKOFF = Duration.ofHours(1);

    /**
     * How an attempt ended, as it was seen.
     *
     * @param counts false: it is begun again at once, as if it had not been
     */
    record End(Outcome outcome, Integer exit, String reason, boolean counts) {
        End(Outcome outcome, Integer exit, String reason) {
            this(outcome, exit, reason, true);
        }
    }

    sealed interface Next {}

    record Done() implements Next {}

    /** Its children are out: it is woken when they have ended. */
    record Rest(Wait until) implements Next {}

    record Retry(Wait until) implements Next {}

    /** Back to the queue, with nothing counted against it. @param agent who does it from here on; null: as before */
    record Queue(String reason, String agent) implements Next {}

    record Fail(String reason) implements Next {}

    record Hold(String reason) implements Next {}

    /** The same, and the task stands elsewhere with those who check its answers. */
    record Gated(Gate gate, Next then) implements Next {}

    private AfterAttempt() {}

    /**
     * @param record as it was while the attempt was at work
     * @param here where the task is: anywhere but in {@code running}, a person moved it
     * @param children how many of its children have not ended
     * @param chance from 0 to 1, for the jitter
     */
    static Next of(TaskRecord record, State here, End end, Team team, Instant now, int children, double chance) {
        Stop stop = record.lastAttempt().stop();
        boolean neverLeftTheQueue = here == State.QUEUE && end.outcome() == Outcome.NEVER;
        if (here != State.RUNNING && !neverLeftTheQueue && !record.isWithPerson()) {
            return asMoved(here);
        }
        if (end.outcome() == Outcome.KILLED && stop != null) {
            return switch (stop.because()) {
                case BUDGET -> failed(record, end, team, now, children, chance);
                case HALT, DRAIN, STEER -> new Queue(stop.reason(), null);
                case DEADLINE -> new Fail(stop.reason());
                default -> new Fail("it was stopped: " + stop.reason());
            };
        }
        if (!end.counts()) {
            return new Queue(end.reason(), null);
        }
        return switch (end.outcome()) {
            case OK -> children == 0 ? ended(record, team) : new Rest(forChildren(children));
            case KILLED -> new Fail("it was stopped");
            case NEVER -> new Queue(end.reason(), null);
            case LOST -> lost(record);
            case LIMITED ->
                limitedBefore(record) + 1 < MOST_LIMITED
                        ? new Queue(end.reason(), null)
                        : failed(record, end, team, now, children, chance);
            case FAILED, TIMEOUT, IDLE ->
                record.isWithPerson()
                        ? Escalation.of(record, end, team)
                        : record.lastAttempt().isCheck()
                                ? AtGate.refused(record, end)
                                : failed(record, end, team, now, children, chance);
        };
    }

    /** How often in a row its model's side asked to be left alone, before this attempt. */
    private static int limitedBefore(TaskRecord record) {
        int count = 0;
        for (int i = record.attempts().size() - 2; i >= 0; i--) {
            if (record.attempts().get(i).outcome() != Outcome.LIMITED) {
                break;
            }
            count++;
        }
        return count;
    }

    private static Next ended(TaskRecord record, Team team) {
        return record.lastAttempt().isCheck() ? new Done() : AtGate.answered(record, team);
    }

    private static Wait forChildren(int children) {
        return new Wait(Wait.Cause.CHILDREN, "its " + out(children) + " not ended yet", null, List.of());
    }

    private static String out(int children) {
        return children == 1 ? "child has" : children + " children have";
    }

    private static Next asMoved(State here) {
        return switch (here) {
            case QUEUE -> new Queue("a person moved it to queue/ while it ran: it runs again", null);
            case FAILED -> new Fail("a person gave it up while it ran");
            case HELD -> new Hold("a person parked it while it ran; its processes were stopped");
            default -> new Hold("a person moved it from running/ to " + here.folder() + "/, which means nothing");
        };
    }

    private static Next lost(TaskRecord record) {
        // a check looks at what was done, and does none of it
        if (record.spec().onLost() == TaskSpec.OnLost.HOLD
                && !record.lastAttempt().isCheck()) {
            return new Hold("its process vanished without an exit status, and `on_lost: hold` asks for a person's eye:"
                    + " it may have done part of its work");
        }
        return record.lost() + 1 < MOST_LOST
                ? new Queue("its process vanished without an exit status; it runs again", null)
                : new Fail("its process vanished without an exit status " + MOST_LOST + " times in a row");
    }

    private static Next failed(TaskRecord record, End end, Team team, Instant now, int children, double chance) {
        AttemptRecord attempt = record.lastAttempt();
        // it has what its file gives it, though it could not be started at this moment
        AgentConfig agent = team.config(attempt.agent());
        int retries = record.spec().retries() != null ? record.spec().retries() : agent == null ? 0 : agent.retries();
        if (record.failures() < retries) {
            Instant at = now.plus(backoff(record, agent, chance));
            if (record.deadline() != null && !at.isBefore(record.deadline())) {
                return new Fail("attempt " + attempt.number() + " " + words(end)
                        + ", and its deadline comes before the next try");
            }
            if (children > 0) {
                return new Retry(new Wait(
                        Wait.Cause.CHILDREN,
                        "attempt " + attempt.number() + " " + words(end) + "; it is tried again when its "
                                + out(children) + " ended",
                        null,
                        List.of()));
            }
            return new Retry(new Wait(
                    Wait.Cause.RETRY,
                    "attempt " + attempt.number() + " " + words(end) + "; try " + (record.failures() + 2) + " of "
                            + (retries + 1) + " comes at " + at,
                    at,
                    List.of()));
        }
        String other =
                record.spec().fallback() != null ? record.spec().fallback() : agent == null ? null : agent.fallback();
        if (end.outcome() == Outcome.TIMEOUT
                && other != null
                && !other.equals(attempt.agent())
                && team.agent(other) != null
                && record.attempts().stream().noneMatch(any -> other.equals(any.agent()))) {
            return new Queue("its last attempt timed out; agent " + other + " takes it over", other);
        }
        return new Fail(
                retries == 0
                        ? "its attempt " + words(end)
                        : "all its " + (retries + 1) + " attempts failed; the last one " + words(end));
    }

    private static Duration backoff(TaskRecord record, AgentConfig agent, double chance) {
        Duration first = record.spec().backoff() != null
                ? record.spec().backoff()
                : agent == null ? Duration.ofSeconds(2) : agent.backoff();
        double factor = Math.pow(2, Math.min(record.failures(), MOST_DOUBLINGS));
        double longest = Math.max(LONGEST_BACKOFF.toMillis(), first.toMillis());
        double millis = Math.min(first.toMillis() * factor, longest);
        // half of it to one and a half, so that what failed together does not come back together
        return Duration.ofMillis(Math.round(millis * (0.5 + chance)));
    }

    private static String words(End end) {
        return switch (end.outcome()) {
            case TIMEOUT -> "took longer than its timeout";
            case KILLED -> "was stopped (" + end.reason() + ")";
            case IDLE -> "was silent for longer than its idle_timeout";
            default -> end.reason() != null ? "failed (" + end.reason() + ")" : "failed";
        };
    }
}
