package dev.reeve.cli.tasks;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.UserError;
import dev.reeve.files.Disk;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tasks that a command is about: named one by one, or all of a group. */
public final class TaskChoice {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "A task: its id, any unique part of it, or its label.")
    private List<String> asked = List.of();

    @Option(names = "--group", paramLabel = "GROUP", description = "All tasks whose `group` is this one.")
    private String group;

    /** True if nobody was named. */
    public boolean isNobody() {
        return asked.isEmpty() && group == null;
    }

    String group() {
        return group;
    }

    /** The tasks that are meant; those of a group are looked for in these states. Each is there, and there once. */
    public List<Sighting> in(Disk disk, Workspace workspace, Set<State> states) throws IOException {
        if (asked.isEmpty() == (group == null)) {
            throw new UserError(
                    Exit.USAGE, "which tasks? Name one or more, or a group with --group. `reeve status` shows them.");
        }
        Map<String, Sighting> chosen = new LinkedHashMap<>();
        TaskFinder finder = new TaskFinder(disk, workspace);
        for (String one : asked) {
            Sighting found = finder.find(one);
            chosen.put(found.id(), found);
        }
        if (group != null) {
            ofGroup(disk, workspace, states).forEach(found -> chosen.put(found.id(), found));
            if (chosen.isEmpty()) {
                throw new UserError(Exit.NO_SUCH_THING, "no task of group '" + group + "' is " + words(states) + ".");
            }
        }
        return new ArrayList<>(chosen.values());
    }

    private List<Sighting> ofGroup(Disk disk, Workspace workspace, Set<State> states) throws IOException {
        List<Sighting> found = new ArrayList<>();
        TaskNames names = new TaskNames(disk, workspace);
        for (Where where : names.places()) {
            if (!states.contains(where.state())) {
                continue;
            }
            for (String id : names.in(where)) {
                TaskRecord record = TaskRecords.read(disk, where.task(workspace, id));
                if (record != null && group.equals(record.spec().group())) {
                    found.add(Sighting.in(where, where.task(workspace, id)));
                }
            }
        }
        return found;
    }

    private static String words(Set<State> states) {
        List<String> folders = states.stream().map(State::folder).toList();
        int last = folders.size() - 1;
        return last == 0
                ? "in " + folders.get(0) + "/"
                : "in " + String.join("/, ", folders.subList(0, last)) + "/ or " + folders.get(last) + "/";
    }
}
