package dev.reeve.supervisor;

import dev.reeve.message.Addressee;
import dev.reeve.task.Budget;
import dev.reeve.task.Gate;
import dev.reeve.task.Kin;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskSpec.AfterFailed;
import dev.reeve.task.Wait;
import dev.reeve.workspace.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What the loop keeps in memory of a task: enough to decide what comes next, and no more, because there may be a hundred
 * thousand of them. The folder has the rest.
 *
 * @param cwd the working directory it names; null if none
 * @param worktree whether its task wants a git worktree; null if it does not say
 * @param session what its task says about it; null if nothing
 * @param memory whether its run is one with memory, of which an agent has few at a time
 * @param fallback who else the task itself says may do it; null if nobody
 * @param kin whose child it is; null if nobody's
 * @param inbox whose messages it has some of; null if nobody's
 * @param gate who looks at an answer of it at the moment; null if nobody does
 * @param attempt the number of its last attempt; 0 before the first
 * @param root the task with which its tree began; itself, if nobody asked for it
 * @param model what its task says about it; null if nothing
 * @param budget what its task says about it; null if nothing
 * @param lacksApproval it may not start before a person has said yes
 */
record Card(
        String id,
        Where where,
        String agent,
        String label,
        int priority,
        String group,
        String cwd,
        Boolean worktree,
        String session,
        boolean memory,
        String fallback,
        String requestedBy,
        Instant queuedAt,
        Instant deadline,
        Instant notBefore,
        List<String> after,
        AfterFailed afterFailed,
        Wait waitsFor,
        String why,
        String duplicateOf,
        Kin kin,
        Addressee inbox,
        Gate gate,
        int attempt,
        String root,
        String model,
        Budget budget,
        boolean lacksApproval) {

    /** Ten minutes in the queue are worth a step of priority, so that nothing starves. */
    static final Duration STEP = Duration.ofMinutes(10);

    /** The order of the queue. It is the same at every moment, so that nothing has to be sorted again as time goes by. */
    static final Comparator<Card> TURN = Comparator.comparing(Card::turn).thenComparing(Card::id);

    static Card of(TaskRecord record, Where where) {
        return new Card(
                record.id(),
                where,
                record.agent(),
                record.label(),
                record.priority(),
                record.spec().group(),
                record.spec().cwd(),
                record.spec().bounds().worktree(),
                record.spec().session(),
                record.memory(),
                record.spec().fallback(),
                record.requestedBy(),
                record.queuedAt(),
                record.deadline(),
                record.notBefore(),
                record.after(),
                record.spec().afterFailed() == null
                        ? AfterFailed.FAIL
                        : record.spec().afterFailed(),
                record.waitsFor(),
                record.why(),
                record.duplicateOf(),
                record.kin(),
                record.portion() == null ? null : record.portion().whose(),
                record.isBeingChecked() ? record.gate() : null,
                record.lastAttempt() == null ? 0 : record.lastAttempt().number(),
                record.root(),
                record.spec().model(),
                record.spec().bounds().budget(),
                record.lacksApproval());
    }

    /** The task that it is to report to; null if there is none, or it is on its own by now. */
    String parent() {
        return kin == null || kin.alone() ? null : kin.parent();
    }

    /** What a person is asked about it, or has just answered; null if nothing. */
    Wait.Cause question() {
        return waitsFor == null || !waitsFor.cause().isOfPerson() ? null : waitsFor.cause();
    }

    /** Whose messages it reads; null if nobody's. */
    Addressee reads() {
        return Addressee.readBy(agent, session, memory);
    }

    private Instant turn() {
        return queuedAt.plus(STEP.multipliedBy(priority));
    }

    boolean urgent() {
        return priority == 1;
    }
}
