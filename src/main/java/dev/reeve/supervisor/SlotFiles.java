package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Stat;
import dev.reeve.schedule.Schedule.Deed;
import dev.reeve.schedule.SlotId;
import dev.reeve.schedule.SlotRecord;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeSet;

/**
 * What stands in {@code state/slots/}: the record of each schedule, and what its slots make on its way to a door. The
 * steps, and what a crash after each leaves, are in {@code docs/life-of-a-task.md} under "Fire".
 */
final class SlotFiles {

    /** Takes at once what is in a door of Reeve's own. */
    @FunctionalInterface
    interface Taking {
        void take(Door door) throws IOException;
    }

    private final Kit kit;
    private final Durable durable;
    private final Workspace workspace;
    private final Taking taking;

    SlotFiles(Kit kit, Taking taking) {
        this.kit = kit;
        this.durable = kit.durable();
        this.workspace = kit.workspace();
        this.taking = taking;
    }

    /** @return null if there is none, or none that can be read */
    SlotRecord read(String schedule) throws IOException {
        return SlotRecord.parse(durable.readIfThere(workspace.slotRecord(schedule), SlotRecord.LIMIT));
    }

    void write(String schedule, SlotRecord record) throws IOException {
        durable.ensureFolder(workspace.slots());
        durable.replace(workspace.slotRecord(schedule), record.bytes());
    }

    /** Makes the task of a slot where nobody takes it. @return its id */
    String make(String schedule, Instant slot, Deed.Task deed) throws IOException {
        String id = SlotId.task(schedule, slot);
        Path making = making(schedule, id);
        begin(schedule, making);
        durable.disk().makeFolder(making);
        Path page = making.resolve("task.md");
        durable.disk().create(page, deed.page().getBytes(StandardCharsets.UTF_8));
        durable.disk().forceFile(page);
        durable.disk().forceFolder(making);
        durable.disk().forceFolder(making.getParent());
        return id;
    }

    /** The same for an event. @return the name of its file */
    String make(String schedule, Instant slot, Deed.Event deed) throws IOException {
        String name = SlotId.event(deed.type(), schedule, slot);
        Path making = making(schedule, name);
        begin(schedule, making);
        durable.disk().create(making, deed.file(schedule, slot));
        durable.disk().forceFile(making);
        durable.disk().forceFolder(making.getParent());
        return name;
    }

    private void begin(String schedule, Path making) throws IOException {
        durable.ensureFolder(workspace.slots());
        durable.ensureFolder(workspace.slotDoor(schedule));
        // making it was cut off, and it may be half there
        durable.removeTree(making);
    }

    /** Lets out what a record says was made, if it is not out yet, and sees that it is taken. */
    void letOut(String schedule, String made) throws IOException {
        if (made == null) {
            return;
        }
        Path door = workspace.slotDoor(schedule);
        Path making = making(schedule, made);
        boolean task = TaskId.isOne(made);
        Path out = (task ? door : workspace.events()).resolve(made);
        if (durable.exists(making)) {
            durable.disk().rename(making, out);
        }
        if (!task) {
            durable.disk().forceFolder(workspace.events());
        } else if (durable.exists(out)) {
            durable.disk().forceFolder(door);
            if (durable.exists(workspace.staging(made).path())) {
                // its id is not free before that is completed
                throw new IOException("its last task is being accepted still");
            }
            taking.take(Door.ofSchedule(door, schedule));
        }
    }

    /** True until its task is one that the folders of the states know, or was rejected. */
    boolean isOnItsWay(String schedule, String task) throws IOException {
        return durable.exists(making(schedule, task))
                || durable.exists(workspace.slotDoor(schedule).resolve(task))
                || durable.exists(workspace.staging(task).path());
    }

    /** Takes away what was being made and is not wanted any more. */
    void tidy(String schedule, String made) throws IOException {
        Path door = workspace.slotDoor(schedule);
        Stat stat = kit.disk().stat(door);
        if (stat == null || !stat.isFolder()) {
            return;
        }
        for (String name : new TreeSet<>(kit.disk().list(door))) {
            if (name.startsWith(".") && !name.equals("." + made)) {
                durable.removeTree(door.resolve(name));
            }
        }
    }

    /** The schedules that are remembered. */
    TreeSet<String> remembered() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        if (durable.exists(workspace.slots())) {
            for (String name : kit.disk().list(workspace.slots())) {
                if (name.endsWith(".json") && !name.startsWith(".")) {
                    names.add(name.substring(0, name.length() - ".json".length()));
                }
            }
        }
        return names;
    }

    /** The schedule is gone. What it has let out goes its way. */
    void forget(String schedule) throws IOException {
        durable.removeTree(workspace.slotDoor(schedule));
        durable.removeTree(workspace.slotRecord(schedule));
        if (durable.exists(workspace.slots())) {
            kit.disk().forceFolder(workspace.slots());
        }
    }

    private Path making(String schedule, String made) {
        return workspace.slotDoor(schedule).resolve("." + made);
    }
}
