package dev.reeve.supervisor;

import dev.reeve.message.Address;
import dev.reeve.message.Addressee;
import dev.reeve.message.Message;
import dev.reeve.message.Sending;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Tells those agents and sessions that asked what came of it. People find it in the agent's {@code history.jsonl}. Results and notes are
 * never answered, so that nobody thanks anybody for ever.
 */
final class Answering {

    private final Kit kit;
    private final Mail mail;
    private final Finder finder;
    private final Settling settling;

    /** The task that was asked. */
    private final TaskRecord record;

    private final Message.Kind kind;
    private final String text;

    Answering(Kit kit, Mail mail, Finder finder, Settling settling, TaskRecord record, Message.Kind kind, String text) {
        this.kit = kit;
        this.mail = mail;
        this.finder = finder;
        this.settling = settling;
        this.record = record;
        this.kind = kind;
        this.text = text;
    }

    /** It reads nothing any more: also where it stands as it did, because its last step was cut off or is still to come. */
    private boolean isOver(String task, Where where) throws IOException {
        TaskRecord other = TaskRecords.read(kit.disk(), where.task(kit.workspace(), task));
        return where.state().ended()
                || settling.ends(task)
                || other != null
                        && other.next() != null
                        && where.equals(other.at())
                        && other.next().state().ended();
    }

    void to(Message question) throws IOException {
        Addressee asker = Address.of(question.from(), kit.team().get().names()).whose();
        if (question.kind() != Message.Kind.MESSAGE || asker == null) {
            return;
        }
        Message answer = new Message(
                record.id() + ":" + kind.word() + ":"
                        + UUID.nameUUIDFromBytes(question.id().getBytes(StandardCharsets.UTF_8)),
                record.whose().toString(),
                asker.toString(),
                kit.time().now(),
                text,
                kind,
                question.id(),
                record.id(),
                record.root(),
                record.hops() + 1);
        Where open = question.task() == null ? null : finder.find(question.task());
        if (open != null && !isOver(question.task(), open)) {
            // if that does not read it, whom it speaks for gets it when it ends
            Sending.send(kit.disk(), open.task(kit.workspace(), question.task()).messages(), answer);
        } else if (kit.durable().exists(kit.workspace().agent(asker.agent()).path())) {
            Sending.send(kit.disk(), asker.inbox(kit.workspace()), answer);
            mail.touched(asker);
        }
    }
}
