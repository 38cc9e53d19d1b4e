package dev.reeve.supervisor;

import dev.reeve.retention.Needs;
import dev.reeve.retention.Work;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Which of the tasks that are done somebody still needs: a tree of which anything has not ended well, what a task waits for
 * or goes on with, an agent's last, those of a worktree that is kept, and those that hold an idempotency key.
 *
 * <p>What has not ended is known at any moment; for the rest the folders are asked once, before anything goes. What was
 * needed meanwhile stays needed until then.
 */
final class Needed implements Needs {

    private final Kit kit;
    private final Board board;
    private final Conversation conversation;
    private final TreeList trees;
    private final Keys keys;
    private final Set<String> tasks = new HashSet<>();
    private final Set<String> roots = new HashSet<>();
    private boolean fresh;

    Needed(Kit kit, Board board, Conversation conversation, TreeList trees) {
        this.kit = kit;
        this.board = board;
        this.conversation = conversation;
        this.trees = trees;
        this.keys = new Keys(kit.durable(), kit.workspace());
    }

    /** The loop has gone on since this was last asked. */
    void changed() {
        fresh = false;
    }

    /** Asks the folders, a step for each agent and each task that has failed. */
    Work ask() throws IOException {
        tasks.clear();
        roots.clear();
        fresh = false;
        Iterator<AgentFolder> agents = kit.workspace().agentFolders(kit.disk()).iterator();
        Iterator<String> failed = kit.disk().list(kit.workspace().state(State.FAILED)).stream()
                .filter(TaskId::isOne)
                .iterator();
        return () -> {
            if (agents.hasNext()) {
                lastOf(agents.next());
            } else if (failed.hasNext()) {
                failed(kit.workspace().task(State.FAILED, failed.next()));
            }
            return agents.hasNext() || failed.hasNext();
        };
    }

    private void lastOf(AgentFolder agent) throws IOException {
        // through the link
        TaskRecord last = TaskRecords.read(kit.disk(), new TaskFolder(agent.last()));
        if (last != null) {
            needsTask(last.id());
        }
        needsConversation(conversation.last(agent));
    }

    private void failed(TaskFolder folder) throws IOException {
        TaskRecord record = TaskRecords.read(kit.disk(), folder);
        if (record != null) {
            roots.add(record.root());
            needsConversation(record.spec().session());
        }
    }

    private void needsTask(String id) throws IOException {
        tasks.add(id);
        needsConversation(id);
    }

    /** All that it goes on with, down to the first, in whose directory it works. */
    private void needsConversation(String session) throws IOException {
        String id = session;
        Set<String> seen = new HashSet<>();
        while (id != null && TaskId.isOne(id) && seen.add(id)) {
            tasks.add(id);
            id = conversation.before(id);
        }
    }

    @Override
    public boolean isNeeded(String id, Path folder) throws IOException {
        if (!fresh) {
            fresh = true;
            lookAround();
        }
        if (tasks.contains(id) || board.get(id) != null) {
            return true;
        }
        TaskRecord record = TaskRecords.read(kit.disk(), new TaskFolder(folder));
        // what can't be read is never removed
        return record == null || !record.id().equals(id) || roots.contains(record.root()) || holdsItsKey(record);
    }

    private boolean holdsItsKey(TaskRecord record) throws IOException {
        String key = record.spec().idempotencyKey();
        return key != null && record.id().equals(keys.holder(key, kit.time().now()));
    }

    private void lookAround() throws IOException {
        for (Card card : List.copyOf(board.all())) {
            roots.add(card.root());
            tasks.addAll(card.after());
            if (card.duplicateOf() != null) {
                tasks.add(card.duplicateOf());
            }
            String session = card.session();
            if (session != null && !tasks.contains(session)) {
                needsConversation(session);
            }
        }
        trees.all().forEach(tree -> {
            tasks.addAll(tree.tasks());
            roots.addAll(tree.roots());
        });
    }
}
