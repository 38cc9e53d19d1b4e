package dev.reeve.supervisor;

import dev.reeve.launch.Fence;
import dev.reeve.message.Message;
import dev.reeve.message.Sending;
import dev.reeve.supervisor.AfterAttempt.End;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.Reply;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskSpec.OutputFormat;
import dev.reeve.task.Wait.Cause;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What becomes of a task when the person who was asked has answered, or has not. A person's turn at a task is an attempt
 * that has no process: its answer goes the way of every answer. The steps are in {@code docs/life-of-a-task.md} under
 * "Answer".
 */
final class Replying {

    private static final Where HELD = Where.in(State.HELD);

    private static final int MOST_TOLD = 1000;

    private final Kit kit;
    private final Ledger ledger;
    private final Moving moving;
    private final Settling settling;
    private final Ending ending;
    private final Handing handing;
    private final Rejecting rejecting;

    Replying(
            Kit kit,
            Ledger ledger,
            Moving moving,
            Settling settling,
            Ending ending,
            Handing handing,
            Rejecting rejecting) {
        this.kit = kit;
        this.ledger = ledger;
        this.moving = moving;
        this.settling = settling;
        this.ending = ending;
        this.handing = handing;
        this.rejecting = rejecting;
    }

    /** @param content of answer.md, which was found good */
    void take(TaskRecord record, byte[] content) throws IOException {
        Staged.Then then = replied -> {
            noted(replied);
            used(replied, content);
        };
        if (record.question() == Cause.ANSWER) {
            answer(record, HELD, content, then);
            return;
        }
        Reply reply = Reply.of(new String(content, StandardCharsets.UTF_8));
        if (reply.meaning() == Reply.Meaning.YES) {
            approve(record, reply, then);
        } else {
            refuse(record, reply, then);
        }
    }

    /** A person has moved it to the queue: what else was written there says more than that. */
    void yes(TaskRecord record) throws IOException {
        TaskFolder task = record.settled().task(kit.workspace(), record.id());
        byte[] written = kit.durable().readIfThere(task.answer(), Reply.LIMIT + 1);
        boolean good = written != null && Reply.wrong(record, written) == null;
        boolean json = record.spec().output() == OutputFormat.JSON;
        byte[] content = good ? written : (json ? "\"yes\"\n" : "yes\n").getBytes(StandardCharsets.UTF_8);
        answer(record, record.settled(), content, replied -> {
            noted(replied);
            if (good) {
                used(replied, content);
            }
        });
    }

    /** The time for an answer is over. */
    void late(TaskRecord record) throws IOException {
        String reason =
                record.agent() + " did not answer by " + record.waitsFor().until();
        ending.end(turn(record), HELD, new End(Outcome.TIMEOUT, null, reason), this::noted);
    }

    private void answer(TaskRecord record, Where here, byte[] content, Staged.Then then) throws IOException {
        TaskFolder task = here.task(kit.workspace(), record.id());
        AttemptFolder attempt = task.attempt(record.nextNumber());
        kit.durable().makeIfMissing(task.attempts());
        kit.durable().makeIfMissing(attempt.path());
        kit.durable().makeIfMissing(attempt.door());
        if (kit.durable().exists(attempt.result())) {
            // this was cut off before, and it may be half there
            kit.disk().remove(attempt.result());
        }
        kit.disk().create(attempt.result(), content);
        TaskRecord turn = turn(record);
        kit.audit().tell(Action.ANSWER, turn, task, beginning(content), Audit.PERSON);
        ending.end(turn, here, new End(Outcome.OK, null, null), then);
    }

    /** All of it is in the attempt's folder. */
    private static String beginning(byte[] content) {
        return Fence.excerpt(new String(content, StandardCharsets.UTF_8).strip(), MOST_TOLD);
    }

    /** With the person's turn, which is not written down before it is over. */
    private static TaskRecord turn(TaskRecord record) {
        return record.change()
                .attempt(AttemptRecord.begun(record.nextNumber(), record.agent(), record.queuedAt(), null, null, null))
                .as(record.revision());
    }

    private void approve(TaskRecord record, Reply reply, Staged.Then then) throws IOException {
        if (!reply.words().isBlank()) {
            tell(record, reply.words());
        }
        settling.add(
                moving.stage(
                        moving.draft(),
                        record.change()
                                .approved(true)
                                .waitsFor(null)
                                .why(null)
                                .queuedAt(kit.time().now()),
                        HELD,
                        Where.in(State.QUEUE),
                        null,
                        Action.RELEASE,
                        reply.after("a person said yes"),
                        Audit.PERSON),
                then);
    }

    /** Its agent has it in its prompt. Told again after a crash it has the same id. */
    private void tell(TaskRecord record, String words) throws IOException {
        Sending.send(
                kit.disk(),
                HELD.task(kit.workspace(), record.id()).messages(),
                new Message(
                        record.id() + ":" + record.revision() + ":yes",
                        Message.PERSON,
                        record.id(),
                        kit.time().now(),
                        words,
                        Message.Kind.MESSAGE,
                        null,
                        null,
                        null,
                        0));
    }

    private void refuse(TaskRecord record, Reply reply, Staged.Then then) throws IOException {
        String reason = reply.after(PersonsMove.SAID_NO);
        Draft draft = moving.draft();
        handing.failed(draft, record, HELD.task(kit.workspace(), record.id()), reason);
        settling.add(
                moving.stage(
                        draft,
                        record.change().why(reason).waitsFor(null).withoutPortion(),
                        HELD,
                        Where.in(State.FAILED),
                        Why.failed("", record.portion() != null),
                        Action.FAIL,
                        reason,
                        Audit.PERSON),
                then);
    }

    private void noted(TaskRecord replied) throws IOException {
        ledger.note(replied);
        State state = replied.settled().state();
        if (state.ended()) {
            ledger.today().count(kit.today(), state == State.DONE ? Action.FINISH : Action.FAIL);
        }
    }

    /** It has become something else, and answers no later question. What was written over it meanwhile is kept. */
    private void used(TaskRecord replied, byte[] content) throws IOException {
        TaskFolder task = replied.settled().task(kit.workspace(), replied.id());
        byte[] now = kit.durable().readIfThere(task.answer(), Reply.LIMIT + 1);
        if (Arrays.equals(now, content)) {
            kit.disk().remove(task.answer());
        } else if (now != null) {
            rejecting.stray(
                    task.answer(),
                    replied.settled() + "/" + replied.id() + "/",
                    "It was changed when the answer had been taken already.");
        }
    }
}
