package dev.reeve.cli.tree;

import dev.reeve.cli.tasks.Sighting;
import dev.reeve.cli.tasks.TaskFinder;
import dev.reeve.files.Disk;
import dev.reeve.task.ChildReport;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the members of a tree, wherever their folders are. */
public final class Family {

    /** What an id begins with. */
    private static final int SECOND = "yyyymmdd-hhmmss".length();

    /** By the second in which they were accepted, then by name; those that never became a task come last. */
    private static final Comparator<Member> BY_AGE = Comparator.comparing(
                    (Member child) -> child.id() == null ? "x" : child.id().substring(0, SECOND))
            .thenComparing(Member::place);

    private final Disk disk;
    private final TaskFinder finder;

    public Family(Disk disk, Workspace workspace) {
        this.disk = disk;
        this.finder = new TaskFinder(disk, workspace);
    }

    /** The oldest ancestor that there still is. */
    Member whole(Sighting one) throws IOException {
        Set<String> seen = new HashSet<>();
        Sighting oldest = one;
        while (true) {
            TaskRecord record = read(oldest);
            Sighting parent = record == null || record.kin() == null || !seen.add(oldest.id())
                    ? null
                    : finder.locate(record.kin().parent());
            if (parent == null) {
                break;
            }
            oldest = parent;
        }
        return member(null, null, oldest, new HashSet<>());
    }

    /** Its children, and not theirs. */
    public List<Member> children(Sighting parent) throws IOException {
        return children(parent, null);
    }

    /** @param seen those that were met before, so that a loop that somebody made of folders ends; null: one level only */
    private List<Member> children(Sighting parent, Set<String> seen) throws IOException {
        List<Member> children = new ArrayList<>();
        for (Map.Entry<String, ChildReport> one :
                ChildReport.all(disk, parent.folder()).entrySet()) {
            ChildReport report = one.getValue();
            Sighting sighting = report.id() == null ? null : finder.locate(report.id());
            children.add(member(one.getKey(), report, sighting, seen));
        }
        children.sort(BY_AGE);
        return children;
    }

    private Member member(String place, ChildReport report, Sighting sighting, Set<String> seen) throws IOException {
        if (sighting == null) {
            return new Member(place, report, null, null, List.of());
        }
        if (seen == null) {
            return new Member(place, report, sighting, saysAll(report, sighting) ? null : read(sighting), List.of());
        }
        List<Member> children = seen.add(sighting.id()) ? children(sighting, seen) : List.of();
        return new Member(place, report, sighting, read(sighting), children);
    }

    /** Unless a person began it again after its parent's end, the parent knows all that a line about it tells. */
    private static boolean saysAll(ChildReport report, Sighting sighting) {
        return report.ended() && sighting.ended() && report.ok() == sighting.is(State.DONE);
    }

    private TaskRecord read(Sighting one) throws IOException {
        return TaskRecords.read(disk, one.folder());
    }
}
