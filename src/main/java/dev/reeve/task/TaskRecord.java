package dev.reeve.task;

import dev.reeve.message.Addressee;
import dev.reeve.message.Portion;
import dev.reeve.workspace.Where;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code record.json}: the task as Reeve understood it. One writer, Reeve.
 *
 * @param at where it was when this was written; null while it is being accepted
 * @param next where it is about to be moved; null if nowhere. A folder in neither place was moved by a person
 * @param agent who does it now: the one asked for, or a fallback
 * @param label the person's own, else from the file's name
 * @param door where it was dropped, relative to the workspace
 * @param dropped the name it was dropped under
 * @param queuedAt when it last became ready, for its turn in the queue
 * @param deadline when the whole task is given up; null if never
 * @param notBefore a time that it still has to wait for; null once that has come
 * @param after what it still waits for: ids of tasks, and {@code ?name} for one that nobody knows yet; empty once they
 *     have ended
 * @param failures attempts that failed since it was last begun from zero
 * @param lost attempts lost in a row
 * @param attempts all of them, also those before it was begun again
 * @param waitsFor null unless it waits
 * @param answer the attempt whose answer was accepted; 0 if none was
 * @param why the last reason it was held or given up; null if it never was
 * @param duplicateOf the first task with its idempotency key; null if it is the first
 * @param kin null for a task that nobody's agent asked for
 * @param letters null if no message led to it
 * @param harvest what it got from those that it waited for, and at its end also from its children; null if there are none
 * @param gate where it stands with those who check its answers; null if nothing was checked yet
 * @param approved a person has said yes to its start
 * @param revision counts the changes: a step that is done again after a crash comes to the same number, and so to the same
 *     ids of the lines that tell of it
 */
public record TaskRecord(
        String id,
        Where at,
        Where next,
        String agent,
        String label,
        int priority,
        String door,
        String dropped,
        String requestedBy,
        Instant acceptedAt,
        Instant queuedAt,
        Instant deadline,
        Instant notBefore,
        List<String> after,
        int failures,
        int lost,
        List<AttemptRecord> attempts,
        Wait waitsFor,
        int answer,
        String why,
        String duplicateOf,
        Kin kin,
        Letters letters,
        Harvest harvest,
        Gate gate,
        boolean approved,
        TaskSpec spec,
        int revision) {

    /** The id of the first ancestor, or of the task with which the messages began that woke it; else its own. */
    public String root() {
        if (kin != null) {
            return kin.root();
        }
        return letters == null || letters.root() == null ? id : letters.root();
    }

    /** How many messages led to it, one answering the other. */
    public int hops() {
        return letters == null ? 0 : letters.hops();
    }

    /** What it has of an inbox and has not done with; null if nothing. */
    public Portion portion() {
        return letters == null ? null : letters.portion();
    }

    /** 0 for a task that nobody's agent asked for. */
    public int depth() {
        return kin == null ? 0 : kin.depth();
    }

    /** Whether its run has its agent's memory: a child gets its task and nothing else, unless it asks for it. */
    public boolean memory() {
        return spec.memory() == null ? kin == null : spec.memory();
    }

    /** Whom it speaks for: its agent, or the session that it names. */
    public Addressee whose() {
        return Addressee.of(agent, spec.session());
    }

    /** Whose messages it reads; null if nobody's. */
    public Addressee reads() {
        return Addressee.readBy(agent, spec.session(), memory());
    }

    /** The last attempt, or null before the first. */
    public AttemptRecord lastAttempt() {
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    }

    public int nextNumber() {
        return attempts.isEmpty() ? 1 : lastAttempt().number() + 1;
    }

    /** Where it stands if nobody but Reeve moved it: the step that was written down is taken as done. */
    public Where settled() {
        return next == null ? at : next;
    }

    /** Somebody looks at an answer of it before that counts. */
    public boolean isBeingChecked() {
        return gate != null && gate.isOpen();
    }

    /** It may not start before a person has said yes. */
    public boolean lacksApproval() {
        return Boolean.TRUE.equals(spec.bounds().approve()) && !approved;
    }

    /** What a person is asked about it; null if nothing. */
    public Wait.Cause question() {
        return waitsFor == null || !waitsFor.cause().isOfPerson() ? null : waitsFor.cause();
    }

    /** It is a person's to do, and the answer is awaited, or has just come. */
    public boolean isWithPerson() {
        return question() == Wait.Cause.ANSWER;
    }

    /** A copy to change. */
    public Change change() {
        return new Change(this);
    }

    /** Which program an attempt was, and with which conversation; null if it was none of a preset. */
    public Strand strandOf(int attempt) {
        for (AttemptRecord one : attempts) {
            if (one.number() == attempt) {
                return one.strand();
            }
        }
        return null;
    }

    /** The one way to make a changed record. */
    public static final class Change {
        private Where at;
        private Where next;
        private String agent;
        private Instant queuedAt;
        private Instant deadline;
        private Instant notBefore;
        private List<String> after;
        private int failures;
        private int lost;
        private List<AttemptRecord> attempts;
        private Wait waitsFor;
        private int answer;
        private String why;
        private String duplicateOf;
        private Kin kin;
        private Letters letters;
        private Harvest harvest;
        private Gate gate;
        private boolean approved;
        private TaskSpec spec;
        private final TaskRecord from;

        private Change(TaskRecord from) {
            this.from = from;
            this.at = from.at;
            this.next = from.next;
            this.agent = from.agent;
            this.queuedAt = from.queuedAt;
            this.deadline = from.deadline;
            this.notBefore = from.notBefore;
            this.after = from.after;
            this.failures = from.failures;
            this.lost = from.lost;
            this.attempts = from.attempts;
            this.waitsFor = from.waitsFor;
            this.answer = from.answer;
            this.why = from.why;
            this.duplicateOf = from.duplicateOf;
            this.kin = from.kin;
            this.letters = from.letters;
            this.harvest = from.harvest;
            this.gate = from.gate;
            this.approved = from.approved;
            this.spec = from.spec;
        }

        /** It is in this folder, and stays. */
        public Change at(Where where) {
            this.at = where;
            this.next = null;
            return this;
        }

        /** It is about to be moved. */
        public Change moving(Where here, Where there) {
            this.at = here;
            this.next = there;
            return this;
        }

        public Change agent(String name) {
            this.agent = name;
            return this;
        }

        public Change queuedAt(Instant when) {
            this.queuedAt = when;
            return this;
        }

        public Change deadline(Instant when) {
            this.deadline = when;
            return this;
        }

        public Change notBefore(Instant when) {
            this.notBefore = when;
            return this;
        }

        public Change after(List<String> ids) {
            this.after = List.copyOf(ids);
            return this;
        }

        public Change failures(int count) {
            this.failures = count;
            return this;
        }

        public Change lost(int count) {
            this.lost = count;
            return this;
        }

        /** Adds an attempt, or puts it in the place of the last if it has its number. */
        public Change attempt(AttemptRecord attempt) {
            List<AttemptRecord> all = new ArrayList<>(attempts);
            if (!all.isEmpty() && all.get(all.size() - 1).number() == attempt.number()) {
                all.remove(all.size() - 1);
            }
            all.add(attempt);
            this.attempts = List.copyOf(all);
            return this;
        }

        public Change waitsFor(Wait cause) {
            this.waitsFor = cause;
            return this;
        }

        public Change answer(int attempt) {
            this.answer = attempt;
            return this;
        }

        public Change why(String reason) {
            this.why = reason;
            return this;
        }

        public Change duplicateOf(String id) {
            this.duplicateOf = id;
            return this;
        }

        /** It is over, and done with what it had of an inbox. */
        public Change withoutPortion() {
            return letters(letters == null ? null : letters.without());
        }

        public Change letters(Letters changed) {
            this.letters = changed;
            return this;
        }

        public Change harvest(Harvest gathered) {
            this.harvest = gathered;
            return this;
        }

        public Change gate(Gate now) {
            this.gate = now;
            return this;
        }

        public Change approved(boolean yes) {
            this.approved = yes;
            return this;
        }

        public Change kin(Kin changed) {
            this.kin = changed;
            return this;
        }

        /** The task file was read anew. */
        public Change spec(TaskSpec mended) {
            this.spec = mended;
            return this;
        }

        private static int usual(Integer said) {
            return said == null ? TaskSpec.USUAL_PRIORITY : said;
        }

        public TaskRecord done() {
            return as(from.revision + 1);
        }

        /** A change of what nobody has read yet. */
        public TaskRecord as(int revision) {
            return new TaskRecord(
                    from.id,
                    at,
                    next,
                    agent,
                    spec.label() != null ? spec.label() : from.label,
                    spec.priority() != null || from.kin == null ? usual(spec.priority()) : from.priority,
                    from.door,
                    from.dropped,
                    from.requestedBy,
                    from.acceptedAt,
                    queuedAt,
                    deadline,
                    notBefore,
                    after,
                    failures,
                    lost,
                    attempts,
                    waitsFor,
                    answer,
                    why,
                    duplicateOf,
                    kin,
                    letters,
                    harvest,
                    gate,
                    approved,
                    spec,
                    revision);
        }
    }
}
