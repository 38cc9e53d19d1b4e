package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.repository.Tree;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The worktrees that there are or may be, as {@code state/worktrees/} has them. */
final class TreeList {

    private static final String ENDING = ".json";

    private final Durable durable;
    private final Workspace workspace;
    private final Map<String, Tree> trees = new TreeMap<>();

    private TreeList(Durable durable, Workspace workspace) {
        this.durable = durable;
        this.workspace = workspace;
    }

    static TreeList read(Durable durable, Workspace workspace) throws IOException {
        TreeList list = new TreeList(durable, workspace);
        if (durable.exists(workspace.worktrees())) {
            for (String name : durable.disk().list(workspace.worktrees())) {
                Tree tree = name.endsWith(ENDING) && !name.startsWith(".")
                        ? Tree.read(durable, workspace.worktrees().resolve(name))
                        : null;
                // one that can't be read stays as it is, for a person
                if (tree != null && name.equals(tree.id() + ENDING)) {
                    list.trees.put(tree.id(), tree);
                }
            }
        }
        return list;
    }

    /** @param id the task that it was made for; null if there is none */
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
        return trees.values().stream()
                .filter(tree -> tree.tasks().contains(task))
                .findFirst()
                .orElse(null);
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
