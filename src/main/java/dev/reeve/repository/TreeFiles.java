package dev.reeve.repository;

import dev.reeve.files.Durable;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The worktrees that there are or may be, as {@code state/worktrees/} has them. */
public final class TreeFiles {

    private static final String ENDING = ".json";

    private TreeFiles() {}

    /** Those that can be read. What can't be stays as it is, for a person. */
    public static List<Tree> all(Durable durable, Workspace workspace) throws IOException {
        List<Tree> trees = new ArrayList<>();
        if (durable.exists(workspace.worktrees())) {
            for (String name : durable.disk().list(workspace.worktrees())) {
                Tree tree = name.endsWith(ENDING) && !name.startsWith(".")
                        ? Tree.read(durable, workspace.worktrees().resolve(name))
                        : null;
                if (tree != null && name.equals(tree.id() + ENDING)) {
                    trees.add(tree);
                }
            }
        }
        return trees;
    }

    /** The one that a task works in; null if in none. */
    public static Tree usedBy(String task, List<Tree> trees) {
        return trees.stream()
                .filter(tree -> tree.tasks().contains(task))
                .findFirst()
                .orElse(null);
    }
}
