package dev.reeve.supervisor;

import dev.reeve.message.Message;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Wait;
import dev.reeve.task.Wait.Cause;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Asks a person: the task is held, and its page says what is asked and how to answer. */
final class Questions {

    private static final Where QUEUE = Where.in(State.QUEUE);

    private final Kit kit;
    private final Ledger ledger;
    private final Moving moving;
    private final Settling settling;
    private final Rejecting rejecting;
    private final Mail mail;

    Questions(Kit kit, Ledger ledger, Moving moving, Settling settling, Rejecting rejecting, Mail mail) {
        this.kit = kit;
        this.ledger = ledger;
        this.moving = moving;
        this.settling = settling;
        this.rejecting = rejecting;
        this.mail = mail;
    }

    void ask(TaskRecord record, Cause question) throws IOException {
        TaskFolder task = QUEUE.task(kit.workspace(), record.id());
        if (kit.durable().exists(task.answer())) {
            rejecting.stray(
                    task.answer(),
                    "queue/" + record.id() + "/",
                    "Nobody had been asked yet when it was written. Now somebody is: held/" + record.id()
                            + "/why.md says what.");
        }
        List<Message> messages =
                question == Cause.ANSWER && record.portion() != null ? mail.messages(record.portion()) : List.of();
        Wait wait = question == Cause.ANSWER ? forAnswer(record) : forApproval(record);
        settling.add(
                moving.stage(
                        moving.draft(),
                        record.change().waitsFor(wait).why(wait.reason()),
                        QUEUE,
                        Where.in(State.HELD),
                        AskedPage.of(messages),
                        Action.HOLD,
                        wait.reason(),
                        Audit.REEVE),
                ledger::note);
    }

    private Wait forAnswer(TaskRecord record) {
        Duration timeout = AttemptLimits.timeout(record, kit.team().get().config(record.agent()));
        Instant until = timeout.isZero() ? null : kit.time().now().plus(timeout);
        String time = until == null ? "" : " until " + until;
        return new Wait(Cause.ANSWER, record.agent() + " is asked" + time, until, List.of(record.agent()));
    }

    private static Wait forApproval(TaskRecord record) {
        return new Wait(
                Cause.APPROVAL, "a person must say yes before " + record.agent() + " begins it", null, List.of());
    }
}
