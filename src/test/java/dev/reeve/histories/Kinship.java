package dev.reeve.histories;

import dev.reeve.sim.People;
import dev.reeve.task.ChildReport;
import dev.reeve.task.ChildrenIndex;
import dev.reeve.task.Kin;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.ChildFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Parents and children know of each other what there is to know, and nothing of a tree goes on without its parent. */
final class Kinship {

    private static final int LIMIT = 1 << 20;

    private final Play play;
    private final Map<String, People.Found> found = new HashMap<>();
    private final Map<String, TaskRecord> records = new HashMap<>();

    Kinship(Play play) throws IOException {
        this.play = play;
        for (People.Found one : play.people().find(id -> true)) {
            TaskRecord record = TaskRecords.read(play.disk(), folder(one));
            if (record != null && !play.promises().isRemoved(one.id())) {
                found.put(one.id(), one);
                records.put(one.id(), record);
            }
        }
    }

    private TaskFolder folder(People.Found one) {
        return one.where().task(play.workspace(), one.id());
    }

    void check() throws IOException {
        for (TaskRecord record : records.values()) {
            if (record.kin() != null && !play.promises().isRemoved(record.kin().parent())) {
                child(record, record.kin());
            }
            if (!wasCalledDone(record.id())) {
                parent(record);
            }
        }
        nothingIsDoneTwice();
        nothingAskedForIsLost();
    }

    boolean hasChildrenOut(String parent) {
        return records.values().stream()
                .filter(record -> record.kin() != null && record.kin().parent().equals(parent))
                .anyMatch(record -> !found.get(record.id()).where().state().ended());
    }

    private boolean touched(String id) {
        return play.history().touches(TaskId.slugOf(id));
    }

    /** By a person. */
    private boolean wasCalledDone(String id) {
        return found.get(id).where().state() == State.DONE
                && play.history()
                        .any(deed -> deed instanceof PeoplesDeeds.Mv mv
                                && mv.to() == State.DONE
                                && mv.slug().equals(TaskId.slugOf(id)));
    }

    private void child(TaskRecord record, Kin kin) throws IOException {
        People.Found parent = found.get(kin.parent());
        boolean over = parent == null || parent.where().state().ended();
        State state = found.get(record.id()).where().state();
        // what stood in failed/ or done/ when its parent ended is nobody's child any more if it is begun again
        Violation.unless(
                !over || state.ended() || kin.alone() || state == State.HELD && touched(record.id()),
                record.id() + " goes on without its parent " + parent + ": " + record);
        if (parent == null || wasCalledDone(parent.id())) {
            return;
        }
        ChildReport report = ChildReport.read(play.disk(), folder(parent).child(kin.place()));
        Violation.unless(
                report != null && record.id().equals(report.id()),
                parent.id() + " has lost its child " + record.id() + ", and has " + report);
        if (report.review()) {
            // nobody waits for what was to be said about an answer that a person let through
            return;
        }
        // what a person calls done is not looked into
        if (!wasCalledDone(record.id()) && (!over || !touched(record.id()))) {
            ChildReport.State known = state == State.DONE
                    ? ChildReport.State.DONE
                    : state == State.FAILED ? ChildReport.State.FAILED : ChildReport.State.OPEN;
            Violation.unless(
                    known == report.state(),
                    record.id() + " is in " + state + ", and its parent " + parent + " was told: " + report);
        }
    }

    private void parent(TaskRecord record) throws IOException {
        People.Found parent = found.get(record.id());
        TaskFolder folder = folder(parent);
        if (play.disk().stat(folder.children()) == null) {
            return;
        }
        TreeMap<String, ChildReport> reports = new TreeMap<>();
        for (String place : play.disk().list(folder.children())) {
            ChildFolder child = folder.child(place);
            ChildReport report = ChildReport.read(play.disk(), child);
            if (report != null && !report.review()) {
                reports.put(place, report);
                report(parent, child, report);
            }
        }
        if (reports.isEmpty()) {
            return;
        }
        String index = play.disk().stat(folder.childrenIndex()) == null ? null : text(folder.childrenIndex());
        String expected = new String(ChildrenIndex.of(reports).bytes(), StandardCharsets.UTF_8);
        Violation.unless(expected.equals(index), "the index of " + parent + " says " + index + ", not " + expected);
    }

    private void report(People.Found parent, ChildFolder place, ChildReport report) throws IOException {
        if (report.state() == ChildReport.State.OPEN) {
            People.Found child = found.get(report.id());
            Violation.unless(
                    child != null && !child.where().state().ended()
                            || play.promises().isRemoved(report.id())
                            // begun again by a person, for whom it ends: its parent was over long before
                            || parent.where().state() == State.FAILED
                                    && play.history().touches(TaskId.slugOf(report.id())),
                    parent + " still waits for " + report + ", which is " + child);
            Violation.unless(
                    parent.where().state() != State.DONE || touched(report.id()),
                    parent + " is done without " + report);
        }
        People.Found child = report.id() == null ? null : found.get(report.id());
        if (report.ok() && child != null && !touched(child.id())) {
            TaskFolder from = folder(child);
            same(from.result(), place.result());
            same(from.out().resolve("report.txt"), place.out().resolve("report.txt"));
        }
        if (report.ended() && !report.ok()) {
            Violation.unless(report.reason() != null, place + " has no reason");
        }
    }

    private void same(Path from, Path to) throws IOException {
        String there = text(from);
        Violation.unless(there == null ? text(to) == null : there.equals(text(to)), to + " is not what is in " + from);
    }

    private String text(Path file) throws IOException {
        return play.disk().stat(file) == null
                ? null
                : new String(play.disk().read(file, 0, LIMIT), StandardCharsets.UTF_8);
    }

    /**
     * What was asked for by one attempt after the other is one child, as long as it went well. Of a parent that a person
     * has begun to remove nobody can tell: that a child was asked for may be gone already when a power cut ends the
     * {@code rm -r}, and the parent goes on.
     */
    private void nothingIsDoneTwice() {
        Set<String> done = new HashSet<>();
        for (TaskRecord record : records.values()) {
            Kin kin = record.kin();
            if (kin != null
                    && !play.promises().isRemoved(kin.parent())
                    && found.get(record.id()).where().state() == State.DONE
                    && !wasCalledDone(record.id())) {
                Violation.unless(
                        done.add(kin.parent() + " " + kin.digest()),
                        "this work was done twice for " + kin.parent() + ": " + record);
            }
        }
    }

    /** By a parent that nobody touched, since the last power cut. */
    private void nothingAskedForIsLost() throws IOException {
        for (var asked : play.machine().processes.asked()) {
            People.Found parent = found.get(asked.mark().task());
            if (parent == null || touched(parent.id()) || parent.where().state() == State.FAILED) {
                continue;
            }
            TaskFolder folder = folder(parent);
            boolean told = false;
            if (play.disk().stat(folder.children()) != null) {
                for (String place : play.disk().list(folder.children())) {
                    ChildReport report = ChildReport.read(play.disk(), folder.child(place));
                    told |= report != null && report.dropped().equals(asked.name());
                }
            }
            Violation.unless(told, parent + " was never told of " + asked);
            Path drop = folder.attempt(asked.mark().attempt()).spawn().resolve(asked.name());
            Violation.unless(play.disk().stat(drop) == null, drop + " was never taken");
        }
    }
}
