package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.message.Addressee;
import dev.reeve.message.Batch;
import dev.reeve.message.Inbox;
import dev.reeve.message.Kept;
import dev.reeve.message.Marks;
import dev.reeve.message.Message;
import dev.reeve.message.Portion;
import dev.reeve.message.Range;
import dev.reeve.message.Sending;
import dev.reeve.message.Shown;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.Letters;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of a task: what its attempts are given, and what becomes of it when it is over. What it has of an inbox
 * it keeps over all its attempts, and is done with when it has ended, well or not: {@code messages.jsonl} has it.
 */
final class Handing {

    private final Kit kit;
    private final Mail mail;
    private final Finder finder;
    private final Settling settling;

    Handing(Kit kit, Mail mail, Finder finder, Settling settling) {
        this.kit = kit;
        this.mail = mail;
        this.finder = finder;
        this.settling = settling;
    }

    /**
     * What an attempt is given.
     *
     * @param inbox messages to its agent, or to its session
     * @param own to the task itself: all of them, because each attempt is a new process that knows of none
     * @param shown null if it is given nothing
     */
    record Given(List<Message> inbox, List<Message> own, Shown shown, Letters letters) {}

    /** It keeps what it has. */
    static Given nothing(TaskRecord record) {
        return new Given(List.of(), List.of(), null, record.letters());
    }

    Given give(TaskRecord record, TaskFolder task) throws IOException {
        Letters letters = record.letters();
        Addressee reads = record.reads();
        if (record.portion() == null && reads != null) {
            Unread unread = mail.take(reads, record.id());
            if (unread != null) {
                letters = new Letters(
                        Math.max(record.hops(), unread.hops()),
                        letters == null ? null : letters.root(),
                        new Portion(reads, unread.range()));
            }
        }
        Portion portion = letters == null ? null : letters.portion();
        List<Message> inbox = all(record, task, portion);
        Batch own = own(record, task, Marks.NONE);
        for (Message message : own == null ? List.<Message>of() : own.messages()) {
            tell(record, task, message);
        }
        Marks to = own == null ? null : own.range().to();
        return new Given(
                inbox,
                own == null ? List.of() : own.messages(),
                portion == null && to == null ? null : new Shown(portion, to),
                letters);
    }

    /** What it has of an inbox, behind what it had before it was begun again. */
    private List<Message> all(TaskRecord record, TaskFolder task, Portion portion) throws IOException {
        List<Message> all = new ArrayList<>(
                Kept.read(kit.disk(), task.letters(), record.whose().toString()));
        List<String> ids = all.stream().map(Message::id).toList();
        if (portion != null) {
            mail.messages(portion).stream()
                    .filter(message -> !ids.contains(message.id()))
                    .forEach(all::add);
        }
        return all;
    }

    /** @return null if nobody has written to it, or what is there can't be read */
    private Batch own(TaskRecord record, TaskFolder task, Marks from) throws IOException {
        Stat stat = kit.disk().stat(task.inbox());
        if (stat == null || !stat.isFile()) {
            return null;
        }
        Inbox inbox = new Inbox(kit.durable(), task.messages(), record.id());
        Batch all = inbox.unread(Mail.MOST);
        mail.reject(record.id(), all);
        return from.equals(Marks.NONE)
                ? all
                : inbox.read(new Range(from, all.range().to()));
    }

    private void tell(TaskRecord record, TaskFolder task, Message message) throws IOException {
        if (message.kind() == Message.Kind.MESSAGE) {
            kit.audit().steered(record, task, message.id(), message.from());
        }
    }

    /**
     * The task is over. Nothing of this is undone if that could not be written down: it is done again then, and comes to
     * the same.
     *
     * @param text for those who asked
     * @return the messages that it was given
     */
    List<Message> over(Draft draft, TaskRecord record, TaskFolder task, Message.Kind kind, String text)
            throws IOException {
        List<Message> messages = all(record, task, record.portion());
        Answering answer = new Answering(kit, mail, finder, settling, record, kind, text);
        for (Message message : messages) {
            answer.to(message);
        }
        if (record.portion() != null) {
            draft.write(task.letters(), Kept.bytes(messages));
        }
        handOn(record, task);
        Stat inbox = kit.disk().stat(task.inbox());
        if (inbox != null && inbox.isFile()) {
            // whoever wrote there may have been cut off before he forced it
            draft.keep(task.inbox());
        }
        if (record.portion() != null) {
            mail.done(record.portion());
        }
        return messages;
    }

    /** It was given up: its messages go with it, so that none that nobody can bear comes again and again. */
    List<Message> failed(Draft draft, TaskRecord record, TaskFolder task, String reason) throws IOException {
        return over(
                draft,
                record,
                task,
                Message.Kind.NOTE,
                "The task that was given your message, " + record.id() + ", failed: " + reason);
    }

    /** How far it has read its own inbox: each attempt that ran at the work was shown all that was there. */
    private static Marks seen(TaskRecord record) {
        Marks seen = Marks.NONE;
        for (AttemptRecord attempt : record.attempts()) {
            if (!attempt.isCheck() && attempt.outcome() != AttemptRecord.Outcome.NEVER) {
                seen = attempt.shown() == null || attempt.shown().own() == null
                        ? Marks.NONE
                        : attempt.shown().own();
            }
        }
        return seen;
    }

    /** What it was told and has not seen, its agent is told, or its session. */
    private void handOn(TaskRecord record, TaskFolder task) throws IOException {
        Batch own = own(record, task, seen(record));
        boolean agentIsThere =
                kit.durable().exists(kit.workspace().agent(record.agent()).path());
        if (own == null || !agentIsThere) {
            return;
        }
        for (Message message : own.messages()) {
            tell(record, task, message);
            if (TaskId.isOne(message.from())) {
                // how far a child was, nobody else needs to know
                continue;
            }
            Sending.send(kit.disk(), record.whose().inbox(kit.workspace()), message);
            mail.touched(record.whose());
        }
    }
}
