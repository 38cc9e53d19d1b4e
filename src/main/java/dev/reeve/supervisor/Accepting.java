package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Dropped things become tasks, side by side, or are rejected. The steps, and what a crash after each leaves, are in
 * {@code docs/life-of-a-task.md} under "Accept".
 */
final class Accepting {

    private final Kit kit;
    private final Rejecting rejecting;
    private final Understanding understanding;
    private final Spawning spawning;

    Accepting(Kit kit, Rejecting rejecting, Understanding understanding, Spawning spawning) {
        this.kit = kit;
        this.rejecting = rejecting;
        this.understanding = understanding;
        this.spawning = spawning;
    }

    /** Takes them from their doors. Whoever is through without an error and not in the queue was rejected, or gone. */
    void accept(Together<Arriving> all) {
        all.only(this::understand);
        all.each(one -> kit.disk().forceFile(one.staging.record()));
        all.each(one -> kit.disk().forceFolder(one.staging.path()));
        all.only(this::claim);
        all.only(this::isWhatWasUnderstood);
        all.each(this::put);
        // a rename is one change: that it left its door lasts, and with it where it went
        all.shared(one -> one.from.door().path(), kit.disk()::forceFolder);
        toQueue(all);
    }

    /** The same for what is in a staging folder, from wherever it was cut off. */
    void resume(Together<Arriving> all) {
        all.only(this::wasClaimed);
        all.only(this::isWhatWasUnderstood);
        all.each(this::put);
        all.each(one -> kit.disk().forceFolder(one.staging.path()));
        toQueue(all);
    }

    private void toQueue(Together<Arriving> all) {
        all.each(this::tell);
        all.shared(one -> kit.audit(), Audit::force);
        all.each(one -> kit.disk().rename(one.staging.path(), goal(one)));
        all.shared(one -> one.record.next().folder(kit.workspace()), kit.disk()::forceFolder);
    }

    /** The queue; of messages about which a person is asked first, {@code held}. */
    private Path goal(Arriving one) {
        return one.record.next().task(kit.workspace(), one.record.id()).path();
    }

    /** Writes down what stands in the door: the record tells from where the claim is about to take what. */
    private boolean understand(Arriving one) throws IOException {
        if (!kit.durable().exists(one.from.path())) {
            return false;
        }
        one.staging = understanding.stage(one.from.drop());
        Understanding.Read read = understanding.read(
                one.staging.id(), one.from.path(), one.name(), one.from.door().name(), null);
        if (read.record() == null) {
            kit.disk().remove(one.staging.path());
            spawning.refuse(one.from.door().asker(), one.name(), one.from.path(), read.problems());
            rejecting.reject(one.from.path(), one.name(), one.from.door().name(), read.problems());
            return false;
        }
        one.record = read.record();
        if (one.record.kin() != null) {
            one.record = spawning.note(one.record);
            if (one.record == null) {
                kit.disk().remove(one.staging.path());
                kit.durable().removeTree(one.from.path());
                return false;
            }
        }
        kit.disk().create(one.staging.record(), TaskRecords.bytes(one.record));
        return true;
    }

    private boolean claim(Arriving one) throws IOException {
        Stat stat = kit.disk().stat(one.from.path());
        if (stat == null) {
            kit.durable().removeTree(one.staging.path());
            spawning.neverTaken(one.record);
            return false;
        }
        Path there = stat.isFolder() ? one.staging.files() : one.staging.task(Drop.extension(one.name()));
        kit.disk().rename(one.from.path(), there);
        one.claimed = true;
        return true;
    }

    /** Without the dropped thing a record tells of a claim that never was, or that a power cut took back. */
    private boolean wasClaimed(Arriving one) throws IOException {
        one.record = TaskRecords.read(kit.disk(), one.staging);
        one.claimed = kit.durable().exists(one.staging.files()) || TaskText.find(kit.disk(), one.staging) != null;
        if (one.claimed && one.record != null) {
            return true;
        }
        if (kit.disk().list(one.staging.path()).stream().allMatch(name -> isOurs(one.staging, name))) {
            kit.durable().removeTree(one.staging.path());
            spawning.neverTaken(one.record);
        } else {
            rejecting.stray(
                    one.staging.path(), "queue/", "It was being accepted, and its record.json can't be read any more.");
        }
        return false;
    }

    private static boolean isOurs(TaskFolder staging, String name) {
        Path path = staging.path().resolve(name);
        return path.equals(staging.record())
                || path.equals(staging.log())
                || path.equals(staging.why())
                || name.startsWith(".");
    }

    /**
     * Read again where nobody reaches it by its name: it may have been changed in its door in the last moment, or a power
     * cut may have taken back the claim of the one that it repeats.
     */
    private boolean isWhatWasUnderstood(Arriving one) throws IOException {
        if (one.record.portion() != null) {
            // Reeve's own words
            return true;
        }
        Path text = TaskText.find(kit.disk(), one.staging);
        if (text != null && kit.durable().exists(one.staging.files())) {
            // it was put in its place after it was read
            return true;
        }
        Path dropped = text == null ? one.staging.files() : text;
        TaskRecord before = one.record;
        Understanding.Read read = understanding.read(before.id(), dropped, before.dropped(), before.door(), before);
        if (read.record() == null) {
            spawning.refuse(before, read.problems());
            rejecting.reject(dropped, before.dropped(), before.door(), read.problems());
            kit.durable().removeTree(one.staging.path());
            return false;
        }
        boolean same = read.record().spec().equals(before.spec())
                && Objects.equals(read.record().duplicateOf(), before.duplicateOf());
        if (!same) {
            one.record = read.record();
            TaskRecords.write(kit.durable(), one.staging, one.record);
        }
        return true;
    }

    /** Puts a folder's parts under the names that a task folder has, and forces what others wrote. */
    private void put(Arriving one) throws IOException {
        TaskFolder staging = one.staging;
        if (kit.durable().exists(staging.files())) {
            String task = Drop.taskIn(kit.disk().list(staging.files()));
            if (task != null && TaskText.find(kit.disk(), staging) == null) {
                // the claim first: no part of a folder leaves it while a power cut may put it back into its door
                kit.disk().forceFolder(staging.path());
                kit.disk().rename(staging.files().resolve(task), staging.task(Drop.extension(task)));
            }
            if (kit.disk().list(staging.files()).isEmpty()) {
                kit.disk().remove(staging.files());
                kit.disk().forceFolder(staging.path());
            } else {
                // with the folder that its task left, the place where that went
                kit.durable().forceTree(staging.files());
            }
        }
        Path text = TaskText.find(kit.disk(), staging);
        if (text == null) {
            throw new NoSuchFileException(staging.path() + "/task.md");
        }
        kit.disk().forceFile(text);
    }

    private static String by(TaskRecord record) {
        if (record.kin() == null) {
            return Door.isReevesOwn(record.door()) ? Audit.REEVE : Audit.PERSON;
        }
        return Door.isReview(record.door()) ? Audit.REEVE : Audit.AGENT;
    }

    private void tell(Arriving one) throws IOException {
        kit.audit()
                .tell(
                        Action.ACCEPT,
                        one.record,
                        one.staging,
                        one.record.portion() == null
                                ? "from " + one.record.door() + "/" + one.record.dropped()
                                : "messages from " + one.record.requestedBy(),
                        by(one.record));
        if (one.record.next().state() == State.HELD) {
            kit.audit().tell(Action.HOLD, one.record, one.staging, one.record.why(), Audit.REEVE);
            kit.audit().alert(Alert.Kind.HELD, one.record.id(), "held", one.record.why());
        }
    }
}
