package dev.reeve.supervisor;

import dev.reeve.task.TaskRecord;
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
import java.util.stream.Collectors;

/** What a dropped thing says, as the first record of a task: its id, its agent, its times, whether it is a repetition. */
final class Understanding {

    private final Kit kit;
    private final Finder finder;
    private final Keys keys;

    Understanding(Kit kit, Finder finder, Keys keys) {
        this.kit = kit;
        this.finder = finder;
        this.keys = keys;
    }

    /** @param record null if anything is wrong @param problems in words */
    record Read(TaskRecord record, String problems) {}

    /** Makes the folder in which it is accepted, under the id of the task. */
    TaskFolder stage(Drop drop) throws IOException {
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
     * @param dropped where it is now
     * @param name under which it was dropped
     * @param door where
     */
    Read read(String id, Path dropped, String name, String door) throws IOException {
        DroppedTask task = DroppedTask.read(kit, dropped);
        List<String> problems = task.problems();
        TaskSpec spec = task.spec();
        String agent = null;
        if (problems.isEmpty()) {
            Assignment assignment =
                    Assignment.of(spec, Door.agentOfName(door), kit.team().get());
            agent = assignment.agent();
            problems = assignment.problems();
        }
        if (!problems.isEmpty()) {
            return new Read(null, String.join("\n\n", problems));
        }
        Instant now = kit.time().now();
        return new Read(
                new TaskRecord(
                        id,
                        null,
                        Where.in(State.QUEUE),
                        agent,
                        spec.label() != null ? spec.label() : label(name, id),
                        spec.priority() != null ? spec.priority() : TaskSpec.USUAL_PRIORITY,
                        door,
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
                        duplicate(spec, id, now),
                        spec,
                        1),
                null);
    }

    private String duplicate(TaskSpec spec, String id, Instant now) throws IOException {
        if (spec.idempotencyKey() == null) {
            return null;
        }
        String holder = keys.holder(spec.idempotencyKey(), now);
        if (id.equals(holder)) {
            return null;
        }
        if (holder != null && taken(holder)) {
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

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String label(String dropped, String id) {
        return TaskId.isOne(dropped) ? TaskId.slugOf(id) : stem(dropped);
    }
}
