package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.supervisor.View.Ended;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tasks that others wait for: who is meant, and how they ended. */
final class Predecessors {

    /** A label means the newest task that has it, but none that ended before this. */
    private static final Duration REMEMBERED = Duration.ofHours(24);

    /** The mark of a name that nobody has yet. */
    private static final String UNKNOWN = "?";

    /** So long is the time in the name of a rejected folder, with its dash. */
    private static final int STAMP = 16;

    private final Durable durable;
    private final Workspace workspace;
    private final Finder finder;
    private final Board board;
    private final Map<String, Ended> ended = new HashMap<>();

    Predecessors(Durable durable, Workspace workspace, Finder finder, Board board) {
        this.durable = durable;
        this.workspace = workspace;
        this.finder = finder;
        this.board = board;
    }

    /** How it ended; null if it has not, or nobody knows it. */
    Ended ended(String name) {
        return ended.get(name);
    }

    void note(String id, Ended how) {
        if (!board.dependents(id).isEmpty()) {
            ended.put(id, how);
        }
    }

    /** It is at work again, or nobody waits for it any more. */
    void forget(String id) {
        ended.remove(id);
    }

    /** The same list with every name that somebody has by now replaced by the id, and what has ended noted. */
    List<String> resolve(String self, List<String> names, Instant now) throws IOException {
        List<String> resolved = new ArrayList<>();
        Set<String> rejected = rejected(names);
        for (String name : names) {
            String meant = name.startsWith(UNKNOWN) ? name.substring(1) : name;
            String id = rejected.contains(meant) || meant.equals(name) ? meant : find(self, meant, now);
            resolved.add(id == null ? name : id);
            if (id != null && board.get(id) == null) {
                ended.put(id, outcome(finder.find(id)));
            }
        }
        return resolved;
    }

    /** What was dropped under an id left its door, and may have become a task before, or never will. */
    void left(String name) throws IOException {
        if (TaskId.isOne(name) && !board.dependents(UNKNOWN + name).isEmpty() && board.get(name) == null) {
            ended.put(name, outcome(finder.find(name)));
        }
    }

    /** The ids under which something was dropped that could not become a task. */
    private Set<String> rejected(List<String> names) throws IOException {
        Set<String> rejected = new HashSet<>();
        if (names.stream().anyMatch(name -> name.startsWith(UNKNOWN) && TaskId.isOne(name.substring(1)))) {
            for (String name : durable.disk().list(workspace.rejected())) {
                String id = name.substring(Math.min(STAMP, name.length()));
                if (TaskId.isOne(id)) {
                    rejected.add(id);
                }
            }
        }
        return rejected;
    }

    private static Ended outcome(Where where) {
        if (where == null) {
            return Ended.GONE;
        }
        return switch (where.state()) {
            case DONE -> Ended.DONE;
            case FAILED -> Ended.FAILED;
            // on its way between two folders: asked again when it has arrived
            default -> null;
        };
    }

    private String find(String self, String name, Instant now) throws IOException {
        if (TaskId.isOne(name) && (board.get(name) != null || finder.find(name) != null)) {
            return name;
        }
        String newest = null;
        for (Card card : board.labelled(name)) {
            if (!card.id().equals(self)) {
                newest = later(newest, card.id());
            }
        }
        List<Where> places = new ArrayList<>(List.of(Where.in(State.FAILED)));
        finder.doneDates().stream().limit(3).map(Where::doneOn).forEach(places::add);
        for (Where where : places) {
            newest = later(newest, endedWithLabel(name, where, now));
        }
        return newest;
    }

    private String endedWithLabel(String label, Where where, Instant now) throws IOException {
        String slug = TaskId.slug(label);
        String newest = null;
        for (String id : durable.disk().list(where.folder(workspace))) {
            if (TaskId.isOne(id) && TaskId.slugOf(id).equals(slug) && id.equals(later(newest, id))) {
                TaskRecord record = TaskRecords.read(durable.disk(), where.task(workspace, id));
                boolean recent =
                        record != null && lastSeen(record).plus(REMEMBERED).isAfter(now);
                if (recent && label.equals(record.label())) {
                    newest = id;
                }
            }
        }
        return newest;
    }

    /** When it ended; a task that ended without an attempt had the time since its acceptance to do so. */
    private static Instant lastSeen(TaskRecord record) {
        AttemptRecord last = record.lastAttempt();
        return last == null || last.endedAt() == null ? record.acceptedAt() : last.endedAt();
    }

    private static String later(String one, String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) > 0 ? one : other;
    }
}
