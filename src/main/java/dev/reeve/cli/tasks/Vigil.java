package dev.reeve.cli.tasks;

import dev.reeve.cli.call.Phrases;
import dev.reeve.files.Disk;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.io.IOException;

/** The watch over one task until it has ended, look by look. */
public final class Vigil {

    /** A task that is being moved can be missed by a look; one that is missed by so many in a row is gone. */
    private static final int LOOKS = 5;

    private final Disk disk;
    private final TaskFinder finder;
    private final String id;
    /** The task that is really waited for: another one, if this one turned out to be its duplicate. */
    private String followed;

    private Sighting last;
    private int missed;
    private boolean heldWasTold;

    public Vigil(Disk disk, Workspace workspace, String id) {
        this.disk = disk;
        this.finder = new TaskFinder(disk, workspace);
        this.id = id;
        this.followed = id;
    }

    public String id() {
        return id;
    }

    /** Where it was seen last; null before the first look. */
    public Sighting last() {
        return last;
    }

    /** @return null while it has not ended */
    public Ending look() throws IOException {
        Sighting seen = last != null && isStillThere() ? last : finder.locate(followed);
        if (seen == null) {
            return ++missed < LOOKS ? null : new Ending(id, Ending.Kind.CANCELLED, last, null);
        }
        missed = 0;
        last = seen;
        if (seen.kind() == Sighting.Kind.REJECTED) {
            return new Ending(id, Ending.Kind.REJECTED, seen, null);
        }
        return seen.ended() ? ended(seen) : null;
    }

    /** Spares the search through every folder, for as long as nothing moves. */
    private boolean isStillThere() throws IOException {
        return last.kind() == Sighting.Kind.IN_A_STATE
                && disk.stat(last.folder().path()) != null;
    }

    private Ending ended(Sighting seen) throws IOException {
        TaskRecord record = TaskRecords.read(disk, seen.folder());
        if (record == null) {
            Sighting now = finder.locate(followed);
            if (now == null || !now.place().equals(seen.place())) {
                return null;
            }
        }
        boolean isDuplicate = record != null && record.duplicateOf() != null && followed.equals(id);
        // the first may be so old that it was cleared away; then what the duplicate was answered with stands
        if (isDuplicate && finder.locate(record.duplicateOf()) != null) {
            followed = record.duplicateOf();
            last = null;
            return look();
        }
        return new Ending(id, seen.is(State.DONE) ? Ending.Kind.DONE : Ending.Kind.FAILED, seen, record);
    }

    /** @return once, when it is held: what a person has to do; else null */
    public String heldNow() throws IOException {
        if (last == null || !last.is(State.HELD)) {
            heldWasTold = false;
            return null;
        }
        if (heldWasTold) {
            return null;
        }
        heldWasTold = true;
        TaskRecord record = TaskRecords.read(disk, last.folder());
        String reason = record == null || record.why() == null ? "" : ": " + Phrases.line(record.why());
        return last.id() + " is held" + reason + ". `reeve release " + last.id() + "` lets it go on, `reeve kill "
                + last.id() + "` gives it up. " + last.folder().why() + " says more.";
    }
}
