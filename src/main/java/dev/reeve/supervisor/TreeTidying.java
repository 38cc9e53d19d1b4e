package dev.reeve.supervisor;

import dev.reeve.repository.GitTrouble;
import dev.reeve.repository.Tree;
import dev.reeve.repository.Worktrees;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes worktrees away whose tasks have ended, with all that belong to them, unless work would be lost. One that is kept is
 * looked at again now and then: somebody may merge its branch.
 */
final class TreeTidying {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private final Kit kit;
    private final TreeList list;
    private final Worktrees worktrees;
    private final Predicate<String> making;
    private final Finder finder;
    private final Ledger ledger;
    private final Beside beside;
    private final Map<String, Beside.Job<Optional<String>, GitTrouble>> looks = new HashMap<>();
    private final Map<String, Long> next = new HashMap<>();

    TreeTidying(
            Kit kit,
            TreeList list,
            Worktrees worktrees,
            Predicate<String> making,
            Finder finder,
            Ledger ledger,
            Beside beside) {
        this.kit = kit;
        this.list = list;
        this.worktrees = worktrees;
        this.making = making;
        this.finder = finder;
        this.ledger = ledger;
        this.beside = beside;
    }

    boolean isAt(String id) {
        return looks.containsKey(id);
    }

    boolean isAtAny() {
        return !looks.isEmpty();
    }

    void tidy() {
        if (list.isEmpty()) {
            return;
        }
        for (Tree tree : list.all()) {
            String problem = "worktree " + tree.id();
            try {
                look(tree);
                kit.problems().clear(problem);
            } catch (IOException e) {
                again(tree);
                kit.problems()
                        .raise(
                                problem,
                                tree.directory().toString(),
                                "it can't be seen whether this worktree is needed: " + Causes.words(e));
            }
        }
    }

    private void look(Tree tree) throws IOException {
        Beside.Job<Optional<String>, GitTrouble> look = looks.get(tree.id());
        if (look != null) {
            if (look.isDone()) {
                looks.remove(tree.id());
                ended(tree, look);
            }
        } else if (isDue(tree) && !making.test(tree.id()) && isOver(tree)) {
            looks.put(tree.id(), beside.begin(() -> worktrees.takeAway(tree)));
        }
    }

    private boolean isDue(Tree tree) {
        Long due = next.get(tree.id());
        return due == null || due - kit.time().nanos() <= 0;
    }

    private void again(Tree tree) {
        next.put(tree.id(), kit.time().nanos() + LOOK_AGAIN.toNanos());
    }

    private boolean isOver(Tree tree) throws IOException {
        for (String task : tree.tasks()) {
            if (!isOver(task)) {
                return false;
            }
        }
        for (String root : tree.roots()) {
            if (!isOver(root)) {
                return false;
            }
        }
        return true;
    }

    /** Memory may not know it, as one that can't be read: the folders are asked before anything is taken away. */
    private boolean isOver(String task) throws IOException {
        Card card = ledger.board().get(task);
        if (ledger.live(task) != null || card != null && !card.where().state().ended()) {
            return false;
        }
        Where where = finder.find(task);
        return where == null || where.state().ended();
    }

    private void ended(Tree tree, Beside.Job<Optional<String>, GitTrouble> look) throws IOException {
        String reason = reason(look);
        if (reason == null) {
            list.forget(tree.id());
            next.remove(tree.id());
            return;
        }
        again(tree);
        if (!reason.equals(tree.kept())) {
            kit.audit()
                    .tell(
                            Action.NOTE,
                            tree.id(),
                            "its worktree " + tree.directory() + " is kept: " + reason,
                            Audit.REEVE);
            list.write(tree.keptFor(reason));
        }
    }

    /** Why it is kept; null if it is gone. */
    private static String reason(Beside.Job<Optional<String>, GitTrouble> look) {
        try {
            return look.result().orElse(null);
        } catch (IOException e) {
            return Causes.words(e);
        } catch (GitTrouble e) {
            return e.getMessage();
        }
    }
}
