/**
 * Git repositories that agents work on: a worktree for each task. {@link dev.reeve.repository.Git} is the one way to git,
 * {@link dev.reeve.repository.Worktrees} makes a worktree, looks at it and takes it away, {@link dev.reeve.repository.Tree}
 * is what is kept of one.
 */
package dev.reeve.repository;
