package dev.reeve.supervisor;

import dev.reeve.files.Disk;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where a task is, asked of the folders by its name alone. */
final class Finder {

    private final Disk disk;
    private final Workspace workspace;

    Finder(Disk disk, Workspace workspace) {
        this.disk = disk;
        this.workspace = workspace;
    }

    /** @return null if it is nowhere */
    Where find(String id) throws IOException {
        // any other name may be that of a folder in done/, with a day's tasks in it
        if (!TaskId.isOne(id)) {
            return null;
        }
        // a task on its way may be seen in neither place at the first look
        Where found = look(id);
        return found != null ? found : look(id);
    }

    private Where look(String id) throws IOException {
        for (State state : State.values()) {
            if (state != State.DONE && isFolder(Where.in(state), id)) {
                return Where.in(state);
            }
        }
        for (String date : doneDates()) {
            if (!mayHaveEnded(id, date)) {
                break;
            }
            if (isFolder(Where.doneOn(date), id)) {
                return Where.doneOn(date);
            }
        }
        // where only a person puts it
        return isFolder(Where.in(State.DONE), id) ? Where.in(State.DONE) : null;
    }

    /** No task ends on a date before its id was given; a day more or less is the zone's. */
    private static boolean mayHaveEnded(String id, String date) {
        Instant given = TaskId.givenAt(id);
        return given == null
                || date.compareTo(given.minus(Duration.ofDays(1)).toString().substring(0, 10)) >= 0;
    }

    private boolean isFolder(Where where, String id) throws IOException {
        var stat = disk.stat(where.task(workspace, id).path());
        return stat != null && stat.isFolder();
    }

    /** The dates under {@code done/}, the newest first. */
    List<String> doneDates() throws IOException {
        if (disk.stat(workspace.state(State.DONE)) == null) {
            return List.of();
        }
        List<String> dates = new ArrayList<>(disk.list(workspace.state(State.DONE)));
        dates.removeIf(name -> !Where.isDate(name));
        dates.sort(Comparator.reverseOrder());
        return dates;
    }
}
