package dev.reeve.cli.tasks;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.UserError;
import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.text.Nearest;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the task that somebody means by an id, any unique part of one, or a label.
 *
 * <p>Tasks are looked for by the names of their folders. A record is opened only to compare a label that an id can't
 * show as it was written.
 */
public final class TaskFinder {

    private static final int CANDIDATES = 10;

    private final Disk disk;
    private final Workspace workspace;
    private final TaskNames names;

    public TaskFinder(Disk disk, Workspace workspace) {
        this.disk = disk;
        this.workspace = workspace;
        this.names = new TaskNames(disk, workspace);
    }

    /** The one task that is meant. */
    public Sighting find(String asked) throws IOException {
        if (TaskId.isOne(asked)) {
            Sighting whole = locate(asked);
            if (whole != null) {
                return whole;
            }
        }
        Map<String, Sighting> found = matching(asked);
        if (found.isEmpty()) {
            // a task that was being moved is in neither place of one look
            found = matching(asked);
        }
        if (found.size() > 1) {
            throw ambiguous(asked, found.values());
        }
        if (found.isEmpty()) {
            throw unknown(asked);
        }
        return found.values().iterator().next();
    }

    /** Where the task with exactly this id is, or null if it is nowhere. */
    public Sighting locate(String id) throws IOException {
        Sighting seen = look(id);
        return seen != null ? seen : look(id);
    }

    private Sighting look(String id) throws IOException {
        for (State state : TaskNames.UNDATED) {
            if (isFolder(workspace.task(state, id))) {
                return Sighting.in(Where.in(state), workspace.task(state, id));
            }
        }
        for (Where day : likeliestFirst(names.days(), id)) {
            if (isFolder(day.task(workspace, id))) {
                return Sighting.in(day, day.task(workspace, id));
            }
        }
        return new Doors(disk, workspace).look(id);
    }

    /**
     * Its own day, the days after that, then all others: somebody may have dropped it under an id of any day. There may be a
     * thousand days, and a hundred tasks to be found.
     */
    private static List<Where> likeliestFirst(List<Where> days, String id) {
        List<Where> likely = new ArrayList<>();
        List<Where> others = new ArrayList<>();
        // it has the day in UTC, which is a day ahead of some zones
        int first = TaskId.isOne(id) ? Integer.parseInt(id.substring(0, 8)) - 1 : 0;
        for (Where day : days) {
            String date = day.date().replace("-", "");
            boolean is = Where.isDate(day.date()) && Integer.parseInt(date) >= first;
            (is ? likely : others).add(day);
        }
        Collections.reverse(likely);
        likely.addAll(others);
        return likely;
    }

    private boolean isFolder(TaskFolder folder) throws IOException {
        Stat stat = disk.stat(folder.path());
        return stat != null && stat.isFolder();
    }

    private Map<String, Sighting> matching(String asked) throws IOException {
        String slug = TaskId.slug(asked);
        String part = asked.toLowerCase(Locale.ROOT);
        boolean shown = slug.equals(asked);
        Map<String, Sighting> labelled = new LinkedHashMap<>();
        Map<String, Sighting> partly = new LinkedHashMap<>();
        for (Where where : names.places()) {
            for (String id : names.in(where)) {
                if (TaskId.slugOf(id).equals(slug) && (shown || hasLabel(where, id, asked))) {
                    labelled.put(id, Sighting.in(where, where.task(workspace, id)));
                } else if (id.contains(part)) {
                    partly.put(id, Sighting.in(where, where.task(workspace, id)));
                }
            }
        }
        return labelled.isEmpty() ? partly : labelled;
    }

    private boolean hasLabel(Where where, String id, String label) throws IOException {
        TaskRecord record = TaskRecords.read(disk, where.task(workspace, id));
        return record != null && label.equals(record.label());
    }

    private static UserError ambiguous(String asked, Collection<Sighting> found) {
        StringBuilder message = new StringBuilder("'" + asked + "' is a part of " + Phrases.count(found.size(), "task")
                + ". Write more of the id of the one you mean:");
        int shown = 0;
        for (Sighting one : found) {
            if (shown++ == CANDIDATES) {
                message.append("\n  … and ")
                        .append(Phrases.count(found.size() - CANDIDATES))
                        .append(" more");
                break;
            }
            message.append("\n  ").append(one.id()).append("  ").append(one.place());
        }
        return new UserError(Exit.USAGE, message.toString());
    }

    /** Of a whole id it can be that it was here: what is too old is removed, where somebody has said so. */
    private String orTrimmed(String asked) throws IOException {
        return TaskId.isOne(asked) && disk.stat(workspace.retention()) != null
                ? "\nIf it was done, it may have been removed for its age (`retention` in reeve.yaml): "
                        + "grep '\"action\":\"trim\"' logs/audit-*.jsonl"
                : "";
    }

    private UserError unknown(String asked) throws IOException {
        Map<String, String> slugs = new LinkedHashMap<>();
        for (Where where : names.placesOfInterest()) {
            for (String id : names.in(where)) {
                slugs.putIfAbsent(TaskId.slugOf(id), id);
            }
        }
        List<String> near = new ArrayList<>();
        for (String slug : Nearest.all(TaskId.isOne(asked) ? TaskId.slugOf(asked) : asked, slugs.keySet())) {
            near.add(slugs.get(slug));
        }
        return new UserError(
                Exit.NO_SUCH_THING,
                "no task '" + asked + "' in " + workspace.root() + "." + orTrimmed(asked)
                        + (near.isEmpty()
                                ? "\n`reeve status` shows what there is."
                                : "\nNearest: " + String.join(", ", near)));
    }
}
