package dev.reeve.supervisor;

import dev.reeve.event.Event;
import dev.reeve.files.Stat;
import dev.reeve.text.Problem;
import dev.reeve.workspace.EventFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/**
 * Takes events, and makes of each the tasks that its rule wants. The steps, and what a crash after each leaves, are in
 * {@code docs/life-of-a-task.md} under "Take an event".
 */
final class Events {

    /** Where they are dropped, as people and records name it. */
    static final String DOOR = "events";

    /** Accepts the tasks in a door of Reeve's own. */
    @FunctionalInterface
    interface Drain {
        void drain(Door door) throws IOException;
    }

    private final Kit kit;
    private final Rejecting rejecting;
    private final Planning planning;
    private final Drain tasks;
    /** At first nobody knows what an earlier supervisor left. */
    private boolean unfinished = true;

    Events(Kit kit, Rejecting rejecting, Planning planning, Drain tasks) {
        this.kit = kit;
        this.rejecting = rejecting;
        this.planning = planning;
        this.tasks = tasks;
    }

    /** Takes one that has come to rest. */
    void take(Path event) throws IOException {
        String name = event.getFileName().toString();
        String wrong = wrong(event, name);
        if (wrong != null) {
            rejecting.reject(event, name, DOOR, wrong);
            return;
        }
        // whatever of it is done when an error comes, is gone on with from there
        boolean before = unfinished;
        unfinished = true;
        EventFolder staging = claim(event, name);
        finish(staging);
        unfinished = before;
    }

    /** What can be told without reading it. */
    private String wrong(Path event, String name) throws IOException {
        Stat stat = kit.disk().stat(event);
        if (stat == null) {
            throw new NoSuchFileException(event.toString());
        }
        String badName = Names.wrong(name);
        if (badName != null) {
            return "I" + badName.substring(1) + ". Rename it, as to customer_query-17.json, and drop it again.";
        }
        if (!stat.isFile()) {
            return "It is no regular file, and was not looked into. An event is a file that tells all of it.";
        }
        if (!Drop.isTaskName(name)) {
            return "It is no kind of event: its name must end in .json, .yaml, .yml, .md, .markdown or .txt.";
        }
        return Event.tooLarge(name, stat.size()).map(Problem::toString).orElse(null);
    }

    private EventFolder claim(Path event, String name) throws IOException {
        kit.durable().ensureFolder(kit.workspace().eventLog());
        EventFolder staging = stage(name);
        kit.disk()
                .create(
                        staging.record(),
                        EventRecord.taken(staging.id(), name, kit.time().now()).bytes());
        kit.disk().forceFile(staging.record());
        kit.disk().forceFolder(staging.path());
        kit.disk().forceFolder(kit.workspace().eventLog());
        kit.disk().rename(event, staging.event(Drop.extension(name)));
        return staging;
    }

    private EventFolder stage(String name) throws IOException {
        int dot = name.lastIndexOf('.');
        while (true) {
            String id = TaskId.make(kit.time().now(), kit.random(), name.substring(0, dot));
            EventFolder staging = kit.workspace().eventStaging(id);
            try {
                if (!kit.durable().exists(kit.workspace().event(kit.today(), id).path())) {
                    kit.disk().makeFolder(staging.path());
                    return staging;
                }
            } catch (FileAlreadyExistsException e) {
                // another id
            }
        }
    }

    /** From wherever it was cut off. */
    private void finish(EventFolder staging) throws IOException {
        EventRecord record = EventRecord.read(kit.durable(), staging);
        Path event = eventIn(staging);
        if (record == null || event == null) {
            giveUp(staging, record);
            return;
        }
        if (record.tasks() == null) {
            // nobody reaches it by its name from here on, and what is decided is decided of this
            kit.disk().forceFile(event);
            kit.disk().forceFolder(staging.path());
            record = planning.plan(staging, event, record);
            if (record == null) {
                kit.durable().removeTree(staging.path());
                return;
            }
        }
        if (kit.durable().exists(staging.tasks())) {
            tasks.drain(Door.ofEvent(staging.tasks()));
            kit.disk().remove(staging.tasks());
        }
        String date = LocalDate.ofInstant(
                        record.takenAt(), kit.team().get().settings().zone())
                .toString();
        kit.durable().ensureFolder(kit.workspace().eventsOn(date));
        kit.durable()
                .move(staging.path(), kit.workspace().event(date, staging.id()).path());
    }

    private Path eventIn(EventFolder staging) throws IOException {
        for (String extension : Drop.EXTENSIONS) {
            if (kit.durable().exists(staging.event(extension))) {
                return staging.event(extension);
            }
        }
        return null;
    }

    /** Without the event nothing was claimed, or it was rejected since; what somebody else put there is kept. */
    private void giveUp(EventFolder staging, EventRecord record) throws IOException {
        boolean ours = kit.disk().list(staging.path()).stream()
                .allMatch(name -> name.equals("record.json") || name.equals("tasks") || name.startsWith("."));
        if (ours) {
            kit.durable().removeTree(staging.path());
        } else {
            rejecting.stray(
                    staging.path(),
                    "logs/events/",
                    record == null ? "Its record.json can't be read any more." : "Its event is gone.");
        }
    }

    /** True if something that was taken is not in its place yet. */
    boolean isUnfinished() {
        return unfinished;
    }

    /** Completes what was cut off: at a start, and where a step met an error. */
    void resumeUnfinished() throws IOException {
        if (!unfinished) {
            return;
        }
        boolean failed = false;
        Path log = kit.workspace().eventLog();
        Stat there = kit.disk().stat(log);
        for (String name :
                new TreeSet<>(there == null ? List.<String>of() : kit.disk().list(log))) {
            if (!name.startsWith(".") || !TaskId.isOne(name.substring(1))) {
                continue;
            }
            String problem = "event " + name;
            try {
                finish(kit.workspace().eventStaging(name.substring(1)));
                kit.problems().clear(problem);
            } catch (IOException e) {
                failed = true;
                kit.problems()
                        .raise(
                                Causes.alert(e),
                                problem,
                                "logs/events/" + name,
                                "its tasks could not be made yet, which is tried again: " + Causes.words(e));
            }
        }
        unfinished = failed;
    }
}
