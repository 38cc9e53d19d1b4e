package dev.reeve.retention;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All that is trimmed of a workspace, and what is remembered of it from one time to the next. */
public final class Trim {

    private final Durable durable;
    private final Workspace workspace;
    private final Told told;
    private final Sizes doneSizes;
    private final Sizes eventSizes;
    private final Set<String> overfull = new TreeSet<>();

    public Trim(Durable durable, Workspace workspace, Told told) {
        this.durable = durable;
        this.workspace = workspace;
        this.told = told;
        this.doneSizes = new Sizes(durable.disk());
        this.eventSizes = new Sizes(durable.disk());
    }

    /**
     * What is to be done now.
     *
     * @param needs whether a task is still needed
     * @param before what has to be found out first, if any task may go
     */
    public Agenda all(Retention retention, Instant now, Needs needs, Work before) {
        Agenda agenda = cutOff();
        overfull.clear();
        if (!retention.done().isAll()) {
            agenda.last(before.then(new DayFolders(
                    disk(), done(), "done", retention.done(), now, needs, told, doneSizes, agenda, overfull::add)));
        }
        if (!retention.events().isAll()) {
            agenda.last(new DayFolders(
                    disk(),
                    workspace.eventLog(),
                    "logs/events",
                    retention.events(),
                    now,
                    Needs.NOBODY,
                    told,
                    eventSizes,
                    agenda,
                    overfull::add));
        }
        if (!retention.logs().isAll()) {
            agenda.last(new DayFiles(disk(), workspace.logs(), workspace::dateOfLog, retention.logs(), now, told));
        }
        return agenda;
    }

    /** What was begun, and no more. */
    public Agenda cutOff() {
        Agenda agenda = new Agenda();
        agenda.last(new CutOff(disk(), done(), "done", told, agenda));
        agenda.last(new CutOff(disk(), workspace.eventLog(), "logs/events", told, agenda));
        return agenda;
    }

    /** The folders that hold more than they are to, though all went that may. */
    public Set<String> overfull() {
        return Set.copyOf(overfull);
    }

    /** Looks at the clock, and remembers that. @param worked since the last look */
    public Seen look(Instant now, Duration worked) throws IOException {
        Seen before = Seen.read(durable.readIfThere(workspace.retention(), 1 << 12));
        Seen seen = (before == null ? Seen.first(Outdated.newestEnd(dates(), now), now) : before).look(now, worked);
        durable.replace(workspace.retention(), seen.bytes());
        return seen;
    }

    private List<String> dates() throws IOException {
        List<String> dates = new ArrayList<>(DayFolders.datesIn(disk(), done()));
        for (String name : disk().list(workspace.logs())) {
            String date = workspace.dateOfLog(name);
            if (date != null && Where.isDate(date)) {
                dates.add(date);
            }
        }
        return dates;
    }

    private Disk disk() {
        return durable.disk();
    }

    private Path done() {
        return workspace.state(State.DONE);
    }
}
