package dev.reeve.supervisor;

import dev.reeve.task.AttemptRecord;
import dev.reeve.task.ChildReport;
import dev.reeve.task.ChildReport.State;
import dev.reeve.task.ChildrenIndex;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.task.Wait;
import dev.reeve.workspace.ChildFolder;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What each task that has not ended knows of its children: the folders under {@code children/}, kept in memory as well.
 *
 * <p>A child's own folder is the truth; what its parent has is brought up to it by {@link #collect}, which does nothing if
 * it is so already. That a child was asked for lasts from before it is taken from its door, so that none is forgotten.
 */
final class Families {

    private final Kit kit;
    private final Finder finder;
    private final Board board;
    private final Map<String, TreeMap<String, ChildReport>> known = new HashMap<>();
    private final Set<String> touched = new TreeSet<>();

    Families(Kit kit, Finder finder, Board board) {
        this.kit = kit;
        this.finder = finder;
        this.board = board;
    }

    /** Something happened to this task: if it is somebody's child, the parent is to hear of it. */
    void changed(Card card) {
        if (card == null) {
            return;
        }
        if (card.parent() != null) {
            touched.add(card.parent());
        }
        boolean waits = card.waitsFor() != null && card.waitsFor().cause() == Wait.Cause.CHILDREN;
        if (waits && !known.containsKey(card.id())) {
            touched.add(card.id());
        }
    }

    /** Its children are to be looked at. */
    void touch(String parent) {
        touched.add(parent);
    }

    /** It has ended, or is nowhere. */
    void forget(String parent) {
        known.remove(parent);
        touched.remove(parent);
    }

    /** Those whose children have to be looked at. They are not asked for a second time. */
    List<String> takeTouched() {
        List<String> parents = List.copyOf(touched);
        touched.clear();
        return parents;
    }

    /** True if it is known that all have ended, and their results are there. */
    boolean over(String parent) {
        TreeMap<String, ChildReport> children = known.get(parent);
        return children != null
                && !touched.contains(parent)
                && children.values().stream().allMatch(ChildReport::ended);
    }

    /** The review of the answer of an attempt; null if it has not been asked for, or was cancelled. */
    Map.Entry<String, ChildReport> review(String parent, int attempt) {
        return known.getOrDefault(parent, new TreeMap<>()).entrySet().stream()
                .filter(one -> one.getValue().review() && one.getValue().attempt() == attempt)
                .filter(one -> one.getValue().state() != State.CANCELLED)
                .findFirst()
                .orElse(null);
    }

    /** Its review is to be asked for. */
    boolean lacksReview(Card card) {
        return known.containsKey(card.id())
                && !touched.contains(card.id())
                && review(card.id(), card.gate().attempt()) == null;
    }

    ChildrenIndex index(String parent, TaskFolder folder) throws IOException {
        return ChildrenIndex.of(of(parent, folder));
    }

    private TreeMap<String, ChildReport> of(String parent, TaskFolder folder) throws IOException {
        TreeMap<String, ChildReport> children = known.get(parent);
        if (children == null) {
            children = ChildReport.all(kit.disk(), folder);
            known.put(parent, children);
        }
        return children;
    }

    /** The child that does the same work for an earlier attempt, under whichever name its label has got; null if none. */
    Map.Entry<String, ChildReport> asked(
            String parent, TaskFolder folder, String label, String digest, Predicate<ChildReport> isTheSame)
            throws IOException {
        return of(parent, folder).entrySet().stream()
                .filter(one -> one.getValue().label().equals(label))
                .filter(one -> one.getValue().digest().equals(digest))
                .filter(one -> isTheSame.test(one.getValue()))
                .findFirst()
                .orElse(null);
    }

    /**
     * Notes that a child was asked for, under a name that is free. It lasts when this returns.
     *
     * @param wanted the name; it gets a number if it is taken
     * @return the name that it got
     */
    String note(String parent, TaskFolder folder, String wanted, ChildReport report) throws IOException {
        TreeMap<String, ChildReport> children = of(parent, folder);
        String place = wanted;
        for (int more = 2; isTaken(children, place, report); more++) {
            place = wanted + "-" + more;
        }
        // what a step that met an error has left there is read anew
        known.remove(parent);
        // both last with the report
        kit.durable().makeIfMissing(folder.children());
        kit.durable().makeIfMissing(folder.child(place).path());
        write(folder.child(place), report);
        children.put(place, report);
        writeIndex(folder, children);
        known.put(parent, children);
        return place;
    }

    /** Not by what this very drop had made before its acceptance was cut off. */
    private boolean isTaken(TreeMap<String, ChildReport> children, String place, ChildReport report)
            throws IOException {
        ChildReport before = children.get(place);
        return before != null
                && !(before.digest().equals(report.digest())
                        && before.attempt() == report.attempt()
                        && before.dropped().equals(report.dropped())
                        && isNowhere(before.id()));
    }

    private boolean isNowhere(String id) throws IOException {
        return id == null || !isOpen(id) && finder.find(id) == null;
    }

    private boolean isOpen(String id) throws IOException {
        return board.get(id) != null
                || kit.durable().exists(kit.workspace().staging(id).path());
    }

    private void write(ChildFolder child, ChildReport report) throws IOException {
        kit.durable().replace(child.status(), report.bytes());
    }

    private void writeIndex(TaskFolder folder, TreeMap<String, ChildReport> children) throws IOException {
        ChildrenIndex all = ChildrenIndex.of(children);
        byte[] index = all.bytes();
        // nothing forces it before the task's end: whatever a power cut left of it is compared as well
        if (all.asked() > 0
                && !Arrays.equals(index, kit.durable().readIfThere(folder.childrenIndex(), index.length + 1))) {
            kit.durable().replaceUnforced(folder.childrenIndex(), index);
        }
    }

    /** Brings what a task knows of its children up to what their own folders say, results first, the index last. */
    void collect(String parent) throws IOException {
        Card card = board.get(parent);
        Where where = card == null ? finder.find(parent) : card.where();
        if (where == null || where.state() == dev.reeve.workspace.State.DONE) {
            forget(parent);
            return;
        }
        TaskFolder folder = where.task(kit.workspace(), parent);
        // of what was given up nothing is kept in memory; its children are stopped after it, and it tells how they
        // ended
        TreeMap<String, ChildReport> children = card == null ? ChildReport.all(kit.disk(), folder) : of(parent, folder);
        for (Map.Entry<String, ChildReport> child : children.entrySet()) {
            ChildReport now = now(parent, folder, child.getKey(), child.getValue());
            if (now != child.getValue()) {
                write(folder.child(child.getKey()), now);
                child.setValue(now);
            }
        }
        if (!children.isEmpty()) {
            writeIndex(folder, children);
        }
    }

    /** The same report if nothing has changed. */
    private ChildReport now(String parent, TaskFolder folder, String place, ChildReport report) throws IOException {
        if (report.id() == null) {
            return report;
        }
        Card card = board.get(report.id());
        if (card != null) {
            // a person may have begun it again
            return parent.equals(card.parent()) && report.ended() ? report.open() : report;
        }
        return report.ended() ? report : end(folder, folder.child(place), report);
    }

    private ChildReport end(TaskFolder parent, ChildFolder child, ChildReport report) throws IOException {
        if (isOpen(report.id())) {
            return report;
        }
        Where where = finder.find(report.id());
        if (where == null) {
            Path drop = parent.attempt(report.attempt()).spawn().resolve(report.dropped());
            // it was never taken from its door, and will be, under another id; a review is asked for once more
            return !report.review() && kit.durable().exists(drop)
                    ? report
                    : report.ended(State.CANCELLED, null, Duration.ZERO, null, "a person removed it");
        }
        if (!where.state().ended()) {
            return report;
        }
        TaskFolder from = where.task(kit.workspace(), report.id());
        TaskRecord record = TaskRecords.read(kit.disk(), from);
        boolean done = where.state() == dev.reeve.workspace.State.DONE;
        bring(from, child);
        return report.ended(
                done ? State.DONE : State.FAILED,
                record == null || record.lastAttempt() == null
                        ? null
                        : record.lastAttempt().exit(),
                record == null ? Duration.ZERO : ran(record),
                record == null ? null : record.harvest(),
                done ? null : reason(record));
    }

    private static String reason(TaskRecord record) {
        return record == null || record.why() == null ? "it failed" : record.why();
    }

    private static Duration ran(TaskRecord record) {
        Duration all = Duration.ZERO;
        for (AttemptRecord attempt : record.attempts()) {
            Duration one = attempt.endedAt() == null
                    ? Duration.ZERO
                    : Duration.between(attempt.startedAt(), attempt.endedAt());
            all = all.plus(one.isNegative() ? Duration.ZERO : one);
        }
        return all;
    }

    /** What is there of an earlier end is replaced. */
    private void bring(TaskFolder from, ChildFolder to) throws IOException {
        for (Path old : List.of(to.result(), to.resultJson(), to.out(), to.why())) {
            kit.durable().removeTree(old);
        }
        kit.durable().copyTree(from.result(), to.result());
        kit.durable().copyTree(from.resultJson(), to.resultJson());
        kit.durable().copyTree(from.out(), to.out());
        kit.durable().copyTree(from.why(), to.why());
    }

    /** How many tasks there are in the tree of a root, itself among them, ended ones too. */
    int size(String root) throws IOException {
        return 1 + below(root, 0);
    }

    /** Deeper than any tree goes, so that a loop that a person made of folders ends. */
    private static final int DEEPEST = 128;

    private int below(String id, int depth) throws IOException {
        Card card = board.get(id);
        Where where = card == null ? finder.find(id) : card.where();
        if (where == null || depth > DEEPEST) {
            return 0;
        }
        TaskFolder folder = where.task(kit.workspace(), id);
        // of what has ended nothing is kept in memory
        TreeMap<String, ChildReport> children = card == null ? ChildReport.all(kit.disk(), folder) : of(id, folder);
        int count = 0;
        for (ChildReport child : children.values()) {
            count += child.id() == null ? 0 : 1 + below(child.id(), depth + 1);
        }
        return count;
    }
}
