package dev.reeve.cli.tasks;

import dev.reeve.files.Disk;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The names of the tasks in each state folder: what can be known without opening anything. */
public final class TaskNames {

    /** The states without dates between, along the life of a task, so that one moving on is met sooner or later. */
    static final List<State> UNDATED = List.of(State.WAITING, State.QUEUE, State.RUNNING, State.HELD, State.FAILED);

    private final Disk disk;
    private final Workspace workspace;

    public TaskNames(Disk disk, Workspace workspace) {
        this.disk = disk;
        this.workspace = workspace;
    }

    /** Every place where a task may be; what is finished comes last, the newest day first. */
    List<Where> places() throws IOException {
        List<Where> places = new ArrayList<>();
        UNDATED.forEach(state -> places.add(Where.in(state)));
        places.addAll(days());
        return places;
    }

    /** As {@link #places}, but only the newest day of what is finished. */
    List<Where> placesOfInterest() throws IOException {
        List<Where> places = places();
        return places.subList(0, Math.min(places.size(), UNDATED.size() + 1));
    }

    /** The folders in done/, the newest first. */
    public List<Where> days() throws IOException {
        List<String> dates = list(Where.in(State.DONE));
        dates.removeIf(date -> date.startsWith("."));
        dates.sort(Comparator.reverseOrder());
        return dates.stream().map(Where::doneOn).toList();
    }

    /** The ids in a place, the oldest first. */
    public List<String> in(Where where) throws IOException {
        List<String> ids = list(where);
        ids.removeIf(name -> !TaskId.isOne(name));
        ids.sort(Comparator.naturalOrder());
        return ids;
    }

    private List<String> list(Where where) throws IOException {
        try {
            return disk.list(where.folder(workspace));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return new ArrayList<>();
        }
    }
}
