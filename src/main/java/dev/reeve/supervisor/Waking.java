package dev.reeve.supervisor;

import dev.reeve.message.Addressee;
import dev.reeve.message.Portion;
import dev.reeve.task.Letters;
import dev.reeve.task.TaskFile;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.task.TaskSpec;
import dev.reeve.text.Parsed;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Makes a task of the messages that an idle agent, or a session of one, has not read. The steps, and what a crash after each leaves, are in
 * {@code docs/life-of-a-task.md} under "Wake".
 */
final class Waking {

    private static final String LABEL = "messages";

    private final Kit kit;
    private final Ledger ledger;
    private final Finder finder;
    private final Mail mail;
    private final Intake intake;
    private final Rates rates;

    Waking(Kit kit, Ledger ledger, Finder finder, Mail mail, Intake intake, Rates rates) {
        this.kit = kit;
        this.ledger = ledger;
        this.finder = finder;
        this.mail = mail;
        this.intake = intake;
        this.rates = rates;
    }

    /** @return true if anybody was woken */
    boolean wake(List<Wake> wakes) {
        boolean any = false;
        for (Wake one : wakes) {
            String key = "wake " + one.whose();
            try {
                make(one);
                kit.problems().clear(key);
                any = true;
            } catch (IOException e) {
                kit.problems()
                        .raise(
                                key,
                                inbox(one),
                                "no task could be made of its messages, which is tried again: " + Causes.words(e));
            }
        }
        return any;
    }

    /** What was to be made and is nowhere has nothing of an inbox. */
    void forgetWhatNeverCame() throws IOException {
        for (String id : mail.reserved()) {
            if (ledger.board().get(id) == null
                    && finder.find(id) == null
                    && !kit.durable().exists(kit.workspace().staging(id).path())) {
                mail.settled(id);
            }
        }
    }

    private void make(Wake wake) throws IOException {
        Instant now = kit.time().now();
        count(wake.whose(), now);
        String id;
        do {
            id = TaskId.make(now, kit.random(), LABEL);
        } while (finder.find(id) != null
                || kit.durable().exists(kit.workspace().staging(id).path()));
        mail.reserve(wake.whose(), id, wake.unread().range());
        byte[] text = text(wake).getBytes(StandardCharsets.UTF_8);
        TaskRecord record = record(id, wake, spec(text), now);
        TaskFolder staging = kit.workspace().staging(id);
        Arriving one = new Arriving(staging);
        try {
            kit.disk().makeFolder(staging.path());
            kit.disk().create(staging.record(), TaskRecords.bytes(record));
            kit.disk().forceFile(staging.record());
            if (wake.hold() != null) {
                kit.disk().create(staging.why(), Why.held().page(record).getBytes(StandardCharsets.UTF_8));
                kit.disk().forceFile(staging.why());
            }
            // whoever finds the task's words finds all that belongs to them
            kit.disk().forceFolder(staging.path());
            // before anything is told of it
            kit.disk().forceFolder(kit.workspace().state(State.QUEUE));
            kit.disk().create(staging.task("md"), text);
        } catch (IOException e) {
            intake.later();
            throw e;
        }
        intake.complete(List.of(one));
    }

    /** A try that could not even be counted wakes nobody: a disk that is full for long must not use up an hour's wakes. */
    private void count(Addressee whose, Instant now) throws IOException {
        if (rates.woken(whose, kit.team().get().limits().wakesPerHour(), now)) {
            try {
                rates.write(kit.durable(), kit.workspace().rates());
            } catch (IOException e) {
                rates.notWoken(whose);
                throw e;
            }
        }
    }

    private String inbox(Wake wake) {
        return kit.workspace().shown(wake.whose().inbox(kit.workspace()).live());
    }

    /** The session stands in its words, which are read again if it is begun again. */
    private static String text(Wake wake) {
        Unread unread = wake.unread();
        String session = wake.whose().session();
        return (session == null ? "" : "---\nsession: " + session + "\n---\n")
                + "You have " + (unread.count() == 1 ? "a message" : unread.count() + " messages")
                + ". What you answer goes to whoever asked.\n";
    }

    private TaskSpec spec(byte[] text) throws IOException {
        Parsed<TaskSpec> parsed =
                TaskFile.read("task.md", text, kit.team().get().settings().zone());
        if (parsed instanceof Parsed.Good<TaskSpec> good) {
            return good.value();
        }
        throw new IllegalStateException(parsed.problems().toString());
    }

    private TaskRecord record(String id, Wake wake, TaskSpec spec, Instant now) {
        Unread unread = wake.unread();
        return new TaskRecord(
                id,
                null,
                Where.in(wake.hold() == null ? State.QUEUE : State.HELD),
                wake.whose().agent(),
                LABEL,
                TaskSpec.USUAL_PRIORITY,
                inbox(wake),
                "inbox.jsonl",
                Words.some(unread.from()),
                now,
                now,
                null,
                null,
                List.of(),
                0,
                0,
                List.of(),
                null,
                0,
                wake.hold(),
                null,
                null,
                new Letters(
                        unread.hops(),
                        TaskId.isOne(unread.root() == null ? "" : unread.root()) ? unread.root() : null,
                        new Portion(wake.whose(), unread.range())),
                null,
                null,
                false,
                spec,
                1);
    }
}
