package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.task.Harvest;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What tasks leave to the one that runs after them: {@code after/<label>/} in its folder. */
final class Gathering {

    /** Each is forced; more than this wait for the next turn of the loop, so that nothing else is kept waiting for long. */
    private static final int MOST = 64;

    private static final String GONE = """
            # Gone: %s

            Task %s was cancelled or rejected, so that there is nothing of it.
            """;

    private final Durable durable;
    private final Workspace workspace;
    private final Finder finder;
    private final Map<String, Begun> begun = new HashMap<>();

    Gathering(Durable durable, Workspace workspace, Finder finder) {
        this.durable = durable;
        this.workspace = workspace;
        this.finder = finder;
    }

    /** How far it has come for one task. */
    private static final class Begun {
        private final int revision;
        private final int asked;
        private final Deque<String> left;
        private final Set<String> taken = new HashSet<>();
        private int ok;

        Begun(TaskRecord record) {
            this.left = new ArrayDeque<>(new LinkedHashSet<>(record.after()));
            this.asked = left.size();
            this.revision = record.revision();
        }
    }

    /**
     * Copies results of those that are done, and of the others why they are not.
     *
     * @return null as long as there is more to copy: it goes on when it is called again
     */
    Harvest gather(TaskRecord record, TaskFolder task) throws IOException {
        Begun mine = begun.get(record.id());
        // what has changed since is begun anew, and so is what met an error
        if (mine == null || mine.revision != record.revision()) {
            durable.removeTree(task.after());
            mine = new Begun(record);
        }
        begun.remove(record.id());
        for (int i = 0; i < MOST && !mine.left.isEmpty(); i++) {
            mine.ok += copy(mine.left.removeFirst(), mine.taken, task) ? 1 : 0;
        }
        if (!mine.left.isEmpty()) {
            begun.put(record.id(), mine);
            return null;
        }
        return new Harvest(mine.ok, mine.asked, mine.ok < mine.asked);
    }

    /** @return true if it is done */
    private boolean copy(String id, Set<String> taken, TaskFolder task) throws IOException {
        Where where = finder.find(id);
        TaskFolder from = where == null ? null : where.task(workspace, id);
        TaskRecord other = from == null ? null : TaskRecords.read(durable.disk(), from);
        String label = TaskId.slug(other == null ? TaskId.slugOf(id) : other.label());
        String name = label;
        for (int more = 2; !taken.add(name); more++) {
            name = label + "-" + more;
        }
        durable.makeIfMissing(task.after());
        TaskFolder to = new TaskFolder(task.after().resolve(name));
        durable.makeIfMissing(to.path());
        if (from == null) {
            durable.replace(to.why(), GONE.formatted(label, id).getBytes(StandardCharsets.UTF_8));
            return false;
        }
        durable.copyTree(from.result(), to.result());
        durable.copyTree(from.resultJson(), to.resultJson());
        durable.copyTree(from.out(), to.out());
        durable.copyTree(from.why(), to.why());
        return where.state() == State.DONE;
    }
}
