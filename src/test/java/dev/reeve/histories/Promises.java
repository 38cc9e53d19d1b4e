package dev.reeve.histories;

import dev.reeve.files.Disk;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Each accepted task is in exactly one folder, at every step and after every crash, unless a person removed it.
 *
 * <p>It is accepted for this purpose when a turn has ended after which it was seen: no power cut may undo that.
 */
final class Promises implements Invariant {

    private final Workspace workspace;
    private final Set<String> accepted = new TreeSet<>();
    private final Set<String> removed = new HashSet<>();
    private boolean changed = true;

    Promises(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A person has begun to remove it. */
    void removed(String id) {
        removed.add(id);
    }

    boolean isRemoved(String id) {
        return removed.contains(id);
    }

    Set<String> accepted() {
        return accepted;
    }

    /** Something in one of the folders of tasks. */
    void saw(Path path) {
        Path above = path.getParent();
        changed |= above != null
                && above.startsWith(workspace.root())
                && TaskId.isOne(path.getFileName().toString());
    }

    @Override
    public void atStep(Play play) throws IOException {
        if (changed) {
            changed = false;
            check(play.disk());
        }
    }

    @Override
    public void afterCrash(Play play) throws IOException {
        check(play.disk());
    }

    private void check(Disk disk) throws IOException {
        Map<String, String> found = new HashMap<>();
        for (State state : State.values()) {
            Path folder = workspace.state(state);
            if (state == State.DONE) {
                for (String date : disk.list(folder)) {
                    if (!date.startsWith(".")) {
                        note(disk, folder.resolve(date), found);
                    }
                }
            } else {
                note(disk, folder, found);
            }
        }
        for (String id : accepted) {
            Violation.unless(
                    found.containsKey(id) || removed.contains(id), id + " was accepted, and is in no folder any more");
        }
    }

    private void note(Disk disk, Path folder, Map<String, String> found) throws IOException {
        for (String name : disk.list(folder)) {
            if (TaskId.isOne(name)) {
                String before = found.put(name, folder.toString());
                Violation.unless(before == null, name + " is in " + before + " and in " + folder);
            }
        }
    }

    @Override
    public void afterTurn(Play play) throws IOException {
        if (play.isStepOwed()) {
            // a refused force of queue/ is taken with the next scan; a power cut before that takes the task back to
            // where it is being accepted, and the next start goes on with it
            return;
        }
        for (var found : play.people().find(id -> !accepted.contains(id))) {
            accepted.add(found.id());
        }
    }
}
