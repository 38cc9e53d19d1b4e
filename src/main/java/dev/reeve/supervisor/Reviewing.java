package dev.reeve.supervisor;

import dev.reeve.files.Json;
import dev.reeve.message.Message;
import dev.reeve.supervisor.AfterAttempt.Done;
import dev.reeve.supervisor.AfterAttempt.Fail;
import dev.reeve.supervisor.AfterAttempt.Gated;
import dev.reeve.supervisor.AfterAttempt.Hold;
import dev.reeve.supervisor.AfterAttempt.Next;
import dev.reeve.supervisor.AfterAttempt.Queue;
import dev.reeve.task.ChildReport;
import dev.reeve.task.Gate;
import dev.reeve.task.Harvest;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer that an agent reviews, or a person lets through: the review is asked for, and what was said decides. The steps
 * are in {@code docs/life-of-a-task.md} under "Review".
 */
final class Reviewing {

    private static final int LONGEST_REVIEW = 1 << 20;

    private final Kit kit;
    private final Ledger ledger;
    private final Moving moving;
    private final Settling settling;
    private final Families families;
    private final Answer answer;
    private final Checking checking;
    private final Conversation conversation;
    private final LastDone last;
    private final Handing handing;
    private final ReviewDoor door;

    /** Takes at once what is in a door of Reeve's own. */
    @FunctionalInterface
    interface ReviewDoor {
        void take(Door door) throws IOException;
    }

    Reviewing(
            Kit kit,
            Ledger ledger,
            Moving moving,
            Settling settling,
            Families families,
            Answer answer,
            Checking checking,
            Conversation conversation,
            LastDone last,
            Handing handing,
            ReviewDoor door) {
        this.kit = kit;
        this.ledger = ledger;
        this.moving = moving;
        this.settling = settling;
        this.families = families;
        this.answer = answer;
        this.checking = checking;
        this.conversation = conversation;
        this.last = last;
        this.handing = handing;
        this.door = door;
    }

    /** Drops the review as a child of the task, by the door that is Reeve's own alone. */
    void ask(TaskRecord record) throws IOException {
        Gate gate = record.gate();
        TaskFolder task = record.settled().task(kit.workspace(), record.id());
        AttemptFolder attempt = task.attempt(gate.attempt());
        String label = "verify-" + gate.round();
        ObjectNode review = Json.object();
        review.put("agent", gate.by().agent());
        review.put("label", label);
        review.put("task", checking.pageForAgent(record, task));
        kit.durable().makeIfMissing(task.attempts());
        kit.durable().makeIfMissing(attempt.path());
        kit.durable().makeIfMissing(attempt.review());
        Path drop = attempt.review().resolve(label + ".json");
        if (kit.durable().exists(drop)) {
            // asking was cut off, and it may be half there
            kit.disk().remove(drop);
        }
        kit.disk().create(drop, Json.file(review));
        // half of it, behind a claim that lasted, would be refused
        kit.disk().forceFile(drop);
        // whatever becomes of it is looked at anew
        families.touch(record.id());
        door.take(Door.ofReview(attempt.review(), record.id(), gate.attempt()));
    }

    /** The review has ended: what it says decides. */
    void judge(TaskRecord record) throws IOException {
        Gate gate = record.gate();
        TaskFolder task = record.settled().task(kit.workspace(), record.id());
        Map.Entry<String, ChildReport> review = families.review(record.id(), gate.attempt());
        byte[] said = kit.durable().readIfThere(task.child(review.getKey()).result(), LONGEST_REVIEW);
        go(
                record,
                AtGate.reviewed(
                        record,
                        review.getKey(),
                        review.getValue(),
                        said == null ? null : new String(said, StandardCharsets.UTF_8),
                        kit.team().get().isPerson(review.getValue().agent())),
                Audit.REEVE);
    }

    /** A person let it through. */
    void accept(TaskRecord record) throws IOException {
        go(record, new Done(), Audit.PERSON);
    }

    private void go(TaskRecord record, Next decided, String by) throws IOException {
        TaskRecord.Change change = record.change().waitsFor(null).why(null);
        Next next = decided;
        if (decided instanceof Gated gated) {
            change.gate(gated.gate());
            next = gated.then();
        }
        TaskFolder task = record.settled().task(kit.workspace(), record.id());
        AttemptFolder attempt = task.attempt(record.gate().attempt());
        if (next instanceof Done) {
            finish(record, change, task, attempt, by);
            return;
        }
        answer.demote(task, attempt);
        if (next instanceof Queue queue) {
            change.queuedAt(kit.time().now());
            move(moving.draft(), record, change, Where.in(State.QUEUE), null, Action.RELEASE, queue.reason(), by);
        } else if (next instanceof Hold hold) {
            change.why(hold.reason());
            move(moving.draft(), record, change, Where.in(State.HELD), Why.held(), Action.HOLD, hold.reason(), by);
        } else if (next instanceof Fail fail) {
            change.why(fail.reason()).harvest(harvest(record, task)).withoutPortion();
            Where failed = Where.in(State.FAILED);
            Draft draft = moving.draft();
            handing.failed(draft, record, task, fail.reason());
            Why why = Why.failed("", record.portion() != null);
            move(draft, record, change, failed, why, Action.FAIL, fail.reason(), by);
        }
    }

    private void finish(TaskRecord record, TaskRecord.Change change, TaskFolder task, AttemptFolder attempt, String by)
            throws IOException {
        Draft draft = moving.draft();
        answer.promote(draft, task, attempt, record.spec().output());
        if (harvest(record, task) != null) {
            draft.keep(task.childrenIndex());
            draft.keep(task.children());
        }
        String there = Where.doneOn(kit.today())
                .task(kit.workspace(), record.id())
                .path()
                .toString();
        List<Message> letters = handing.over(draft, record, task, Message.Kind.RESULT, answer.excerpt(attempt, there));
        conversation.note(
                record,
                kit.team().get().config(record.agent()),
                record.strandOf(attempt.number()),
                letters,
                answer.beginning(attempt));
        change.answer(attempt.number())
                .gate(record.gate().passed())
                .harvest(harvest(record, task))
                .withoutPortion();
        move(draft, record, change, Where.doneOn(kit.today()), null, Action.FINISH, null, by);
    }

    private Harvest harvest(TaskRecord record, TaskFolder task) throws IOException {
        return Harvest.both(record.harvest(), Harvest.of(families.index(record.id(), task)));
    }

    private void move(
            Draft draft,
            TaskRecord record,
            TaskRecord.Change change,
            Where there,
            Why why,
            Action action,
            String reason,
            String by)
            throws IOException {
        settling.add(moving.stage(draft, change, record.settled(), there, why, action, reason, by), moved -> {
            ledger.note(moved);
            if (action == Action.FINISH) {
                last.pointAt(moved);
            }
            if (action == Action.FINISH || action == Action.FAIL) {
                ledger.today().count(kit.today(), action);
            }
        });
    }
}
