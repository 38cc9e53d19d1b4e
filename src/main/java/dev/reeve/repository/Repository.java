package dev.reeve.repository;

import java.nio.file.Path;

/**
 * The repository that a folder is in.
 *
 * @param top its own working files; the folder that somebody named, or one above it
 * @param common its folder for all that its worktrees share: {@code .git} for most
 * @param within where in it the named folder is; empty at its top
 * @param head the commit that it is at
 */
public record Repository(Path top, Path common, String within, String head) {

    /** @throws GitTrouble if it is none that a worktree can be made of */
    public static Repository at(Path named, Git git) throws GitTrouble {
        Git.Said where = git.in(
                named,
                "rev-parse",
                "--path-format=absolute",
                "--is-bare-repository",
                "--git-common-dir",
                "--show-prefix");
        if (!where.well()) {
            throw new GitTrouble(named + " is in no git repository that can be used: " + where.complaint()
                    + ". Name a folder of one in `cwd`, or take out `worktree: true`");
        }
        String[] lines = where.out().split("\n", -1);
        if (lines[0].equals("true")) {
            throw new GitTrouble(named + " is a bare git repository, without files to work on. Clone it"
                    + " (`git clone " + named + " FOLDER`), and name the clone in `cwd`");
        }
        Git.Said top = git.in(named, "rev-parse", "--path-format=absolute", "--show-toplevel");
        Git.Said head = git.in(named, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        if (!top.well()) {
            throw new GitTrouble(named + " has no files of a git repository: " + top.complaint()
                    + ". Name a folder in `cwd` that has");
        }
        if (!head.well()) {
            throw new GitTrouble("the git repository " + top.line()
                    + " has no commit that a worktree could begin from. Commit something in it");
        }
        String within = lines.length > 2 ? lines[2] : "";
        return new Repository(Path.of(top.line()), Path.of(lines[1]), within, head.line());
    }
}
