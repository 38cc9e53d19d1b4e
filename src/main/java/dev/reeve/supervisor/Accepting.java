package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.task.TaskSpec;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A dropped thing becomes a task, or is rejected. The steps, and what a crash after each leaves, are in
 * {@code docs/life-of-a-task.md} under "Accept".
 */
final class Accepting {

    private final Kit kit;
    private final Rejecting rejecting;
    private final Finder finder;
    private final Keys keys;

    Accepting(Kit kit, Rejecting rejecting, Finder finder, Keys keys) {
        this.kit = kit;
        this.rejecting = rejecting;
        this.finder = finder;
        this.keys = keys;
    }

    /**
     * Claims a dropped thing.
     *
     * @return where it is being accepted, or null if it was gone
     */
    TaskFolder claim(Door door, Drop drop) throws IOException {
        TaskFolder staging = stage(drop);
        Path shelf = staging.claimed().resolve(door.key());
        kit.disk().makeFolder(staging.claimed());
        kit.disk().makeFolder(shelf);
        try {
            kit.disk().rename(door.path().resolve(drop.name()), shelf.resolve(drop.name()));
        } catch (IOException e) {
            kit.durable().removeTree(staging.path());
            if (!kit.durable().exists(door.path().resolve(drop.name()))) {
                return null;
            }
            throw e;
        }
        return staging;
    }

    private TaskFolder stage(Drop drop) throws IOException {
        String id = drop.name();
        if (!drop.stat().isFolder() || !TaskId.isOne(id) || taken(id)) {
            id = freshId(drop.name());
        }
        while (true) {
            try {
                TaskFolder staging = kit.workspace().staging(id);
                kit.disk().makeFolder(staging.path());
                return staging;
            } catch (FileAlreadyExistsException e) {
                id = freshId(drop.name());
            }
        }
    }

    private String freshId(String name) throws IOException {
        String words = TaskId.isOne(name) ? TaskId.slugOf(name) : stem(name);
        String id;
        do {
            id = TaskId.make(kit.time().now(), kit.random(), words);
        } while (taken(id));
        return id;
    }

    private boolean taken(String id) throws IOException {
        return kit.durable().exists(kit.workspace().staging(id).path()) || finder.find(id) != null;
    }

    /**
     * Accepts or rejects what is in a staging folder, from wherever it was cut off. The caller forces the queue and then the
     * door before anything else is done with the task, once for all that it accepts in one go.
     *
     * @return the record of the task that is in the queue now; null if there is none
     */
    TaskRecord accept(TaskFolder staging) throws IOException {
        TaskRecord record = record(staging);
        Path dropped = dropped(staging);
        if (dropped == null && (record == null || !tookShape(staging))) {
            clear(staging);
            return null;
        }
        if (record == null) {
            record = understand(staging, dropped);
            if (record == null) {
                return null;
            }
        }
        force(staging);
        put(staging, dropped, record);
        kit.audit()
                .tell(Action.ACCEPT, record, staging, "from " + record.door() + "/" + record.dropped(), Audit.PERSON);
        if (kit.durable().exists(staging.files())) {
            kit.disk().forceFolder(staging.files());
        }
        kit.disk().forceFolder(staging.path());
        kit.disk()
                .rename(
                        staging.path(),
                        kit.workspace().task(State.QUEUE, record.id()).path());
        return record;
    }

    /** What was being written when it was cut off is worth nothing: it is made again from what was dropped. */
    private TaskRecord record(TaskFolder staging) throws IOException {
        TaskRecord record = TaskRecords.read(kit.disk(), staging);
        if (record == null && kit.durable().exists(staging.record())) {
            kit.disk().remove(staging.record());
        }
        return record;
    }

    /** Where the dropped thing is, or null if it is not in its place any more. */
    private Path dropped(TaskFolder staging) throws IOException {
        if (!kit.durable().exists(staging.claimed())) {
            return null;
        }
        for (String key : kit.disk().list(staging.claimed())) {
            for (String name : kit.disk().list(staging.claimed().resolve(key))) {
                return staging.claimed().resolve(key).resolve(name);
            }
        }
        return null;
    }

    /** Without this a record tells of a claim that a power cut took back: the dropped thing is in its door again. */
    private boolean tookShape(TaskFolder staging) throws IOException {
        return kit.durable().exists(staging.files()) || TaskText.find(kit.disk(), staging) != null;
    }

    /**
     * The claim, what was dropped, and the record last from here on: only then is the dropped thing taken from the path
     * that tells its door and its name.
     */
    private void force(TaskFolder staging) throws IOException {
        for (String name : kit.disk().list(staging.path())) {
            if (!staging.path().resolve(name).equals(staging.log())) {
                kit.durable().forceTree(staging.path().resolve(name));
            }
        }
        kit.disk().forceFolder(staging.path());
    }

    private void clear(TaskFolder staging) throws IOException {
        if (rejecting.begun(staging)) {
            rejecting.finish(staging, "taken up again after a crash, see why.md");
        } else if (nothingOfAnybodys(staging)) {
            kit.durable().removeTree(staging.path());
        } else {
            rejecting.stray(
                    staging.path(),
                    "queue/",
                    "It has the name of a task that is being accepted, and nothing in it tells where it was dropped.");
        }
    }

    /** Only what Reeve itself had made before it was cut off. */
    private boolean nothingOfAnybodys(TaskFolder staging) throws IOException {
        Set<Path> ours = Set.of(staging.record(), staging.log(), staging.claimed());
        for (String name : kit.disk().list(staging.path())) {
            if (!name.startsWith(".") && !ours.contains(staging.path().resolve(name))) {
                return false;
            }
        }
        return true;
    }

    private TaskRecord understand(TaskFolder staging, Path dropped) throws IOException {
        String name = dropped.getFileName().toString();
        String agent = Door.agentOf(dropped.getParent().getFileName().toString());
        DroppedTask task = DroppedTask.read(kit, dropped);
        List<String> problems = task.problems();
        TaskSpec spec = task.spec();
        String chosen = null;
        if (problems.isEmpty()) {
            Assignment assignment = Assignment.of(spec, agent, kit.team().get());
            chosen = assignment.agent();
            problems = assignment.problems();
        }
        if (!problems.isEmpty()) {
            rejecting.reject(staging, dropped, Door.nameOf(agent), String.join("\n\n", problems));
            return null;
        }
        Instant now = kit.time().now();
        TaskRecord record = new TaskRecord(
                staging.id(),
                null,
                Where.in(State.QUEUE),
                chosen,
                spec.label() != null ? spec.label() : label(name, staging.id()),
                spec.priority() != null ? spec.priority() : TaskSpec.USUAL_PRIORITY,
                Door.nameOf(agent),
                name,
                Audit.PERSON,
                now,
                now,
                deadline(spec, now),
                notBefore(spec, now),
                unresolved(spec),
                0,
                0,
                List.of(),
                null,
                0,
                null,
                duplicate(spec, staging.id(), now),
                spec,
                1);
        kit.disk().create(staging.record(), TaskRecords.bytes(record));
        return record;
    }

    private String duplicate(TaskSpec spec, String id, Instant now) throws IOException {
        if (spec.idempotencyKey() == null) {
            return null;
        }
        String holder = keys.holder(spec.idempotencyKey(), now);
        if (holder != null && !holder.equals(id) && taken(holder)) {
            return holder;
        }
        keys.take(spec.idempotencyKey(), id, now);
        return null;
    }

    static Instant deadline(TaskSpec spec, Instant now) {
        return spec.deadline() != null ? now.plus(spec.deadline()) : spec.deadlineAt();
    }

    static Instant notBefore(TaskSpec spec, Instant now) {
        Instant when = spec.notBeforeIn() != null ? now.plus(spec.notBeforeIn()) : spec.notBefore();
        return when == null || !when.isAfter(now) ? null : when;
    }

    static List<String> unresolved(TaskSpec spec) {
        return spec.after().stream().map(name -> "?" + name).collect(Collectors.toList());
    }

    /** Puts what was dropped under the names that a task folder has; what is there already stays. */
    private void put(TaskFolder staging, Path dropped, TaskRecord record) throws IOException {
        if (dropped != null) {
            Stat stat = kit.disk().stat(dropped);
            if (stat.isFolder()) {
                kit.disk().rename(dropped, staging.files());
            } else {
                kit.disk().rename(dropped, staging.task(Drop.extension(record.dropped())));
            }
        }
        if (kit.durable().exists(staging.files())) {
            String task = Drop.taskIn(kit.disk().list(staging.files()));
            if (task != null && TaskText.find(kit.disk(), staging) == null) {
                kit.disk().rename(staging.files().resolve(task), staging.task(Drop.extension(task)));
            }
            if (kit.disk().list(staging.files()).isEmpty()) {
                kit.disk().remove(staging.files());
            }
        }
        kit.durable().removeTree(staging.claimed());
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String label(String dropped, String id) {
        return TaskId.isOne(dropped) ? TaskId.slugOf(id) : stem(dropped);
    }
}
