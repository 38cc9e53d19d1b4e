package dev.reeve.supervisor;

import dev.reeve.task.Kin;
import dev.reeve.task.Letters;
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
    private final Asking asking;
    private final Conversation conversation;
    private final ByRules rules;

    Understanding(Kit kit, Finder finder, Keys keys, Asking asking, Conversation conversation, ByRules rules) {
        this.kit = kit;
        this.finder = finder;
        this.keys = keys;
        this.asking = asking;
        this.conversation = conversation;
        this.rules = rules;
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
     * @param before what was understood while it was in its door; null if it still is
     */
    Read read(String id, Path dropped, String name, String door, TaskRecord before) throws IOException {
        ByRules.Sorted sorted = rules.read(dropped, door, before);
        DroppedTask task = sorted.task();
        List<String> problems = task.problems();
        TaskSpec spec = task.spec();
        String agent = null;
        Door.Asker asker = Door.askerOfName(door);
        boolean child = asker != null;
        TaskRecord parent = child && before == null ? asking.parent(asker.task()) : null;
        if (child && before == null && parent == null) {
            problems = List.of(
                    "It asks for a child of " + asker.task() + ", which has ended: nothing of a task outlives it.");
        }
        if (problems.isEmpty()) {
            Assignment assignment = Assignment.of(
                    spec,
                    Door.agentOfName(door),
                    parent != null
                            ? parent.agent()
                            : child && before != null ? before.requestedBy() : otherwise(sorted),
                    kit.team().get());
            agent = assignment.agent();
            problems = assignment.problems();
        }
        String wrong = problems.isEmpty() ? conversation.wrong(spec.session(), agent) : null;
        if (problems.isEmpty() && wrong == null) {
            wrong = Reporting.wrong(kit, spec.reportTo());
        }
        if (wrong != null) {
            problems = List.of(wrong);
        }
        if (problems.isEmpty() && parent != null && !asker.review()) {
            problems = asking.problems(parent, asker, spec, agent);
        }
        if (problems.isEmpty()) {
            problems = Tightening.problems(task, agent, child, kit.team().get(), kit.workspace());
        }
        if (!problems.isEmpty()) {
            return new Read(null, String.join("\n\n", problems));
        }
        TaskRecord like = parent != null || !child ? parent : before;
        Instant now = kit.time().now();
        String label = spec.label() != null ? spec.label() : label(name, id);
        return new Read(
                new TaskRecord(
                        id,
                        null,
                        Where.in(State.QUEUE),
                        agent,
                        label,
                        priority(spec, like),
                        door,
                        name,
                        parent != null ? parent.agent() : child ? before.requestedBy() : nobodysAgent(door),
                        now,
                        now,
                        earlier(deadline(spec, now), like),
                        notBefore(spec, now),
                        unresolved(spec),
                        0,
                        0,
                        List.of(),
                        null,
                        0,
                        null,
                        duplicate(spec, id, now),
                        parent != null ? kin(parent, asker, label, dropped) : child ? before.kin() : null,
                        Letters.of(like == null ? 0 : like.hops()),
                        null,
                        null,
                        false,
                        spec,
                        1),
                null);
    }

    private static String nobodysAgent(String door) {
        String schedule = Door.scheduleOfName(door);
        if (schedule != null) {
            return "schedule " + schedule;
        }
        return Events.DOOR.equals(door) ? "event" : Audit.PERSON;
    }

    /** Whose work it is if nobody is named; null for the default agent's. */
    private String otherwise(ByRules.Sorted sorted) throws IOException {
        return sorted.agent() != null
                ? sorted.agent()
                : conversation.agentOf(sorted.task().spec().session());
    }

    private Kin kin(TaskRecord parent, Door.Asker asker, String label, Path dropped) throws IOException {
        return new Kin(
                parent.id(),
                parent.root(),
                parent.depth() + 1,
                TaskId.slug(label),
                asker.attempt(),
                Digest.of(kit.disk(), dropped),
                false);
    }

    private static int priority(TaskSpec spec, TaskRecord like) {
        if (spec.priority() != null) {
            return spec.priority();
        }
        return like == null ? TaskSpec.USUAL_PRIORITY : like.priority();
    }

    /** Nobody has time for a child that outlives its parent. */
    private static Instant earlier(Instant deadline, TaskRecord other) {
        return other == null ? deadline : Decision.earlier(deadline, other.deadline());
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

    static String label(String dropped, String id) {
        return TaskId.isOne(dropped) ? TaskId.slugOf(id) : stem(dropped);
    }
}
