package dev.reeve.task;

import dev.reeve.message.Shown;
import java.time.Duration;
import java.time.Instant;

/**
 * What is known of one attempt.
 *
 * @param agent who did it: the task's agent, or its fallback
 * @param boot the boot in which it was started: in another one its processes are dead, and nothing forced their files
 * @param pidNamespace in which its pids mean something
 * @param endedAt null while it is at work
 * @param outcome null while it is at work
 * @param exit its status, or null where there was none
 * @param reason in words, null for a success
 * @param stop what was decided while it ran, written before the first signal; null if nothing was
 * @param shown the messages in its prompt; null if there were none
 * @param waited how long it has waited for its children, its clocks stopped; null if it has not
 * @param verifies the attempt whose answer it checks; 0 if it is at the work itself
 * @param strand which program it is, with its conversation: the one that it goes on with, and once it has ended the one
 *     that can be gone on with; null if it is any command of a person's own
 */
public record AttemptRecord(
        int number,
        String agent,
        Instant startedAt,
        String boot,
        String pidNamespace,
        Instant endedAt,
        Outcome outcome,
        Integer exit,
        String reason,
        Stop stop,
        Duration waited,
        Shown shown,
        int verifies,
        Strand strand) {

    /** One that is no program of a preset. */
    public AttemptRecord(
            int number,
            String agent,
            Instant startedAt,
            String boot,
            String pidNamespace,
            Instant endedAt,
            Outcome outcome,
            Integer exit,
            String reason,
            Stop stop,
            Duration waited,
            Shown shown,
            int verifies) {
        this(
                number,
                agent,
                startedAt,
                boot,
                pidNamespace,
                endedAt,
                outcome,
                exit,
                reason,
                stop,
                waited,
                shown,
                verifies,
                null);
    }

    public enum Outcome {
        OK,
        FAILED,
        TIMEOUT,
        /** Silent for longer than idle_timeout. */
        IDLE,
        /** Its model's side asked to be left alone for a while. */
        LIMITED,
        /** Ended without a status: a reboot, an out-of-memory kill. */
        LOST,
        /** Stopped on request. */
        KILLED,
        /** Its process never came to be; nothing was run. */
        NEVER;

        /** Counts against retries, and for the breaker. */
        public boolean counts() {
            return this == FAILED || this == TIMEOUT || this == IDLE;
        }
    }

    /**
     * A decision to stop.
     *
     * @param because what ended it
     * @param by who asked: reeve, or person
     */
    public record Stop(Because because, String by, String reason, Instant at) {
        public enum Because {
            TIMEOUT,
            IDLE,
            DEADLINE,
            /** A person moved the folder, or removed it: the folder says what comes next. */
            MOVED,
            /** A file STOP with "now" in it. */
            HALT,
            /** The supervisor was told to drain. */
            DRAIN,
            /** The task that asked for it has failed, or is gone. */
            PARENT,
            /** It was told something that its program can't hear while it runs: it goes on with it at once. */
            STEER,
            /** It takes more of the machine than its agent may. */
            RESOURCES,
            /** It has spent more than it may. */
            BUDGET
        }
    }

    public static AttemptRecord begun(
            int number, String agent, Instant startedAt, String boot, String pidNamespace, Shown shown) {
        return new AttemptRecord(
                number, agent, startedAt, boot, pidNamespace, null, null, null, null, null, null, shown, 0);
    }

    /** The same, as a check of the answer of an earlier one. */
    public AttemptRecord verifying(int other) {
        return with(endedAt, outcome, exit, reason, stop, waited, other, strand);
    }

    /** The same, with the program that it is. */
    public AttemptRecord of(Strand program) {
        return with(endedAt, outcome, exit, reason, stop, waited, verifies, program);
    }

    /** It looks at another's answer, and has none of its own. */
    public boolean isCheck() {
        return verifies > 0;
    }

    public boolean ended() {
        return outcome != null;
    }

    public AttemptRecord stopping(Stop decided) {
        return with(endedAt, outcome, exit, reason, decided, waited, verifies, strand);
    }

    public AttemptRecord ended(Instant at, Outcome how, Integer status, String why) {
        return with(at, how, status, why, stop, waited, verifies, strand);
    }

    public AttemptRecord waited(Duration altogether) {
        return with(endedAt, outcome, exit, reason, stop, altogether, verifies, strand);
    }

    /** The same attempt, and what became of it since it began. */
    private AttemptRecord with(
            Instant at,
            Outcome how,
            Integer status,
            String why,
            Stop decided,
            Duration altogether,
            int other,
            Strand program) {
        return new AttemptRecord(
                number,
                agent,
                startedAt,
                boot,
                pidNamespace,
                at,
                how,
                status,
                why,
                decided,
                altogether,
                shown,
                other,
                program);
    }
}
