package dev.reeve.repository;

import dev.reeve.files.Durable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a worktree, looks at it, and takes it away. Each of these may have been cut off anywhere, and is repeated whole.
 * They may take long, and are done beside the loop.
 */
public record Worktrees(Git git, Durable durable) {

    private static final String BRANCHES = "refs/heads/";
    private static final String OURS = "reeve/";

    /** A name that no branch of the repository has. @param taken what else has been promised to somebody */
    public String freeBranch(Repository repository, String slug, Set<String> taken) throws GitTrouble {
        Set<String> all = new HashSet<>(taken);
        all.addAll(git.of(repository.common(), "for-each-ref", "--format=%(refname:lstrip=2)", BRANCHES + OURS)
                .lines());
        String name = OURS + slug;
        for (int number = 2; all.contains(name); number++) {
            name = OURS + slug + "-" + number;
        }
        return name;
    }

    /** The commit that a branch is at; null if there is no such branch. */
    public String tip(Path common, String branch) throws GitTrouble {
        Git.Said tip = git.of(common, "rev-parse", "--verify", "--quiet", BRANCHES + branch + "^{commit}");
        return tip.well() ? tip.line() : null;
    }

    /** @return as it is now, made */
    public Tree make(Tree tree) throws GitTrouble, IOException {
        clear(tree);
        // where it is missing nothing could be shown over it in a sandbox, and whoever is in there could make it
        makeFolder(tree.common().resolve("hooks"));
        makeFolder(tree.directory().getParent());
        makeFolder(tree.directory());
        boolean begun = tip(tree.common(), tree.branch()) != null;
        String path = tree.directory().toString();
        // the files are written by a second step, which can be repeated where this one would have to be taken back
        Git.Said added = begun
                ? git.of(tree.common(), "worktree", "add", "--no-checkout", path, tree.branch())
                : git.of(
                        tree.common(),
                        "-c",
                        "branch.autoSetupMerge=false",
                        "worktree",
                        "add",
                        "--no-checkout",
                        "-b",
                        tree.branch(),
                        path,
                        tree.base());
        check(added, tree);
        Git.Said own = git.in(tree.directory(), "rev-parse", "--absolute-git-dir");
        check(own, tree);
        Tree made = tree.madeAt(Path.of(own.line()));
        check(git.at(made, "reset", "--hard", "--quiet"), tree);
        return made;
    }

    /** What a making that was cut off has left, or a worktree whose folder somebody removed. Nobody has worked in it. */
    private void clear(Tree tree) throws GitTrouble, IOException {
        if (isListed(tree)) {
            // git takes away only what is whole or missing
            if (durable.exists(tree.directory())
                    && !durable.exists(tree.directory().resolve(".git"))) {
                removeIfEmpty(tree);
            }
            check(git.slowly(tree.common(), "worktree", "remove", "--force", "--force", path(tree)), tree);
        }
    }

    /** Before git does: what Reeve makes is for its owner alone. */
    private void makeFolder(Path folder) throws IOException {
        if (!durable.exists(folder)) {
            durable.disk().makeFolder(folder);
        }
    }

    private void removeIfEmpty(Tree tree) throws GitTrouble, IOException {
        if (!durable.disk().list(tree.directory()).isEmpty()) {
            throw new GitTrouble(tree.directory() + " is to be a worktree of " + tree.common()
                    + ", and has something else in it. Move that away");
        }
        durable.disk().remove(tree.directory());
    }

    private static void check(Git.Said said, Tree tree) throws GitTrouble {
        if (!said.well()) {
            throw new GitTrouble("git can't make the worktree " + tree.directory() + " of " + tree.common() + ": "
                    + said.complaint()
                    + ". If it speaks of a lock and no git is at work there, remove that file");
        }
    }

    private boolean isListed(Tree tree) throws GitTrouble {
        Git.Said list = git.of(tree.common(), "worktree", "list", "--porcelain");
        if (!list.well()) {
            throw new GitTrouble("the worktrees of " + tree.common() + " can't be listed: " + list.complaint());
        }
        return list.lines().contains("worktree " + path(tree));
    }

    private static String path(Tree tree) {
        return tree.directory().toString();
    }

    /**
     * Takes it away, unless something would be lost with it.
     *
     * @return why it is kept; empty if nothing of it is left
     */
    public Optional<String> takeAway(Tree tree) throws GitTrouble, IOException {
        if (!durable.exists(tree.common())) {
            return durable.exists(tree.directory())
                    ? Optional.of("its repository " + tree.common() + " is gone")
                    : Optional.empty();
        }
        boolean listed = isListed(tree);
        if (listed && tree.isMade() && durable.exists(tree.directory())) {
            String reason = whyKept(tree);
            if (reason != null) {
                return Optional.of(reason);
            }
        }
        if (listed) {
            if (!tree.isMade()) {
                clear(tree);
            } else {
                Git.Said removed = git.slowly(tree.common(), "worktree", "remove", "--force", path(tree));
                if (!removed.well()) {
                    return Optional.of("git can't remove it: " + removed.complaint());
                }
            }
        }
        return removeBranch(tree);
    }

    private String whyKept(Tree tree) throws GitTrouble {
        // what a submodule's own files say is an agent's word: git would obey it
        Git.Said status = git.at(tree, "status", "--porcelain", "--ignore-submodules=dirty");
        if (!status.well()) {
            return "git can't tell what has changed in it: " + status.complaint();
        }
        if (!status.out().isBlank()) {
            return "it has uncommitted changes";
        }
        Git.Said head = git.at(tree, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        return head.well() ? whyUnmerged(tree, head.line()) : "git can't tell which commit it is at";
    }

    private Optional<String> removeBranch(Tree tree) throws GitTrouble {
        String tip = tip(tree.common(), tree.branch());
        if (tip == null) {
            return Optional.empty();
        }
        String reason = whyUnmerged(tree, tip);
        if (reason != null) {
            return Optional.of(reason);
        }
        // only if it still is where it was looked at
        Git.Said removed = git.of(tree.common(), "update-ref", "-d", BRANCHES + tree.branch(), tip);
        return removed.well() ? Optional.empty() : Optional.of("git can't delete its branch: " + removed.complaint());
    }

    /** Branches of other worktrees do not count: each would keep nothing but the others. */
    private String whyUnmerged(Tree tree, String commit) throws GitTrouble {
        Git.Said own = git.of(
                tree.common(),
                "rev-list",
                "--max-count=1",
                commit,
                "--not",
                "--exclude=" + OURS + "*",
                "--branches",
                "--remotes",
                "--tags");
        if (!own.well()) {
            return "git can't tell whether its commits are merged: " + own.complaint();
        }
        return own.out().isBlank() ? null : "its branch " + tree.branch() + " has commits that are merged nowhere";
    }
}
