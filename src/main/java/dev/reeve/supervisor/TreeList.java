package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.repository.Tree;
import dev.reeve.repository.TreeFiles;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a supervisor remembers of worktrees: what the files say, which it alone writes. */
final class TreeList {

    private final Durable durable;
    private final Workspace workspace;
    private final Map<String, Tree> trees = new TreeMap<>();

    private TreeList(Durable durable, Workspace workspace) {
        this.durable = durable;
        this.workspace = workspace;
    }

    static TreeList read(Durable durable, Workspace workspace) throws IOException {
        TreeList list = new TreeList(durable, workspace);
        TreeFiles.all(durable, workspace).forEach(tree -> list.trees.put(tree.id(), tree));
        return list;
    }

    /** @return null if none was made for this task */
    Tree get(String id) {
        return trees.get(id);
    }

    List<Tree> all() {
        return new ArrayList<>(trees.values());
    }

    boolean isEmpty() {
        return trees.isEmpty();
    }

    /** The worktree that a task works in; null if in none. */
    Tree usedBy(String task) {
        return TreeFiles.usedBy(task, all());
    }

    void write(Tree tree) throws IOException {
        if (tree.equals(trees.get(tree.id()))) {
            return;
        }
        durable.ensureFolder(workspace.worktrees());
        durable.replace(workspace.worktree(tree.id()), tree.bytes());
        trees.put(tree.id(), tree);
    }

    void forget(String id) throws IOException {
        Path file = workspace.worktree(id);
        if (durable.exists(file)) {
            durable.disk().remove(file);
            durable.disk().forceFolder(file.getParent());
        }
        trees.remove(id);
    }
}
