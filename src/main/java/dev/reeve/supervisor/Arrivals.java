package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.launch.ExitFile;
import dev.reeve.task.AttemptRecord.Stop;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.io.IOException;

/**
 * The state table of {@code docs/life-of-a-task.md}: what is done about a folder that stands where memory did not have it.
 * At a start that is every folder; later, what a person moved or a failed step left behind.
 */
final class Arrivals {

    private final Kit kit;
    private final Ledger ledger;
    private final Finder finder;
    private final Settling settling;
    private final PersonsMove persons;
    private final Runs runs;
    private final Husks husks;

    Arrivals(Kit kit, Ledger ledger, Finder finder, Settling settling, PersonsMove persons, Runs runs, Husks husks) {
        this.kit = kit;
        this.ledger = ledger;
        this.finder = finder;
        this.settling = settling;
        this.persons = persons;
        this.runs = runs;
        this.husks = husks;
    }

    /** Finds a task wherever it is now, and brings memory and folder together. */
    void settle(String id) throws IOException {
        found(id, null);
    }

    /** @param seen where something of this name stands, be it a task or not; null if it is missing where it was */
    void found(String name, Where seen) throws IOException {
        Where task = finder.find(name);
        Where where = task == null ? seen : task;
        if (where == null) {
            vanished(name);
        } else {
            settle(name, where);
        }
    }

    void settle(String name, Where where) throws IOException {
        TaskFolder folder = where.task(kit.workspace(), name);
        Stat stat = kit.disk().stat(folder.path());
        if (stat == null) {
            return;
        }
        TaskRecord record = TaskId.isOne(name) && stat.isFolder() ? TaskRecords.read(kit.disk(), folder) : null;
        Live live = ledger.live(name);
        if (record == null || !record.id().equals(name)) {
            if (live != null && !live.removed()) {
                removed(live);
            }
            husks.suspect(name, where);
        } else if (live != null && !endIsWritten(live, record)) {
            moved(live, record, where);
        } else if (record.lastAttempt() != null && !record.lastAttempt().ended()) {
            open(record, where);
        } else {
            ledger.over(name);
            closed(record, where);
        }
    }

    /** The last step of its end met an error: all that is missing is the rename. */
    private static boolean endIsWritten(Live live, TaskRecord record) {
        return record.lastAttempt() != null
                && record.lastAttempt().number() == live.number
                && record.lastAttempt().ended();
    }

    /** A person moved it under its running processes: they are stopped first. */
    private void moved(Live live, TaskRecord record, Where where) throws IOException {
        if (where.equals(live.where) && where.equals(record.settled())) {
            if (live.stop == null && record.lastAttempt().stop() != null) {
                // it was decided and written down before that step met an error
                runs.stopAsWritten(live, record.lastAttempt().stop());
            }
            return;
        }
        persons.force(where);
        live.where = where;
        ledger.note(record, where);
        if (live.stop == null || live.stop.because() != Stop.Because.MOVED) {
            runs.stop(live, movedTo(where));
        }
    }

    private Stop movedTo(Where where) {
        return new Stop(
                Stop.Because.MOVED,
                Audit.PERSON,
                "a person moved it to " + where + "/",
                kit.time().now());
    }

    /** An attempt is open, and nobody watches over it. */
    private void open(TaskRecord record, Where where) throws IOException {
        Live live = runs.adopt(record, where);
        if (where.state() != State.RUNNING && live.stop == null && !startWasCutOff(record, where)) {
            persons.force(where);
            runs.stop(live, movedTo(where));
        }
        runs.look(live);
    }

    private boolean startWasCutOff(TaskRecord record, Where where) throws IOException {
        return where.state() == State.QUEUE
                && Where.in(State.RUNNING).equals(record.next())
                && ExitFile.read(
                                kit.disk(),
                                where.task(kit.workspace(), record.id())
                                        .attempt(record.lastAttempt().number()))
                        instanceof ExitFile.Missing;
    }

    private void closed(TaskRecord record, Where where) throws IOException {
        if (where.equals(record.settled()) && where.state() != State.RUNNING) {
            // whoever moved it may not have come to tell that it is here
            ledger.note(settling.arrived(record));
        } else if (where.equals(record.at())
                && record.next() != null
                && !record.next().equals(where)) {
            ledger.note(settling.complete(record));
        } else {
            ledger.note(persons.obey(record, where));
        }
    }

    /** A known task is in no folder any more. */
    void vanished(String id) throws IOException {
        Where where = finder.find(id);
        if (where != null) {
            settle(id, where);
            return;
        }
        Live live = ledger.live(id);
        if (live != null) {
            removed(live);
        } else if (ledger.board().get(id) != null) {
            kit.audit().tell(Action.CANCEL, id, "a person removed its folder", Audit.PERSON);
            ledger.drop(id, View.Ended.GONE);
        }
    }

    /** The processes of a task that is being removed are stopped; nothing can be written down about it any more. */
    private void removed(Live live) throws IOException {
        if (!live.removed()) {
            live.where = null;
            runs.stop(
                    live,
                    new Stop(
                            Stop.Because.MOVED,
                            Audit.PERSON,
                            "a person removed it",
                            kit.time().now()));
        }
    }
}
