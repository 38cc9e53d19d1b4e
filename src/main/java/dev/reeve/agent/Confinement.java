package dev.reeve.agent;

import dev.reeve.task.Paths;
import dev.reeve.task.Sandbox;

/**
 * What an agent's processes see of the system, and how much of it they may take.
 *
 * @param network false: none inside the sandbox
 * @param worktree a git worktree of its own for each task, in place of its {@code cwd} itself
 */
public record Confinement(Sandbox sandbox, boolean network, Paths paths, boolean worktree, Resources resources) {

    public static final Confinement NONE = new Confinement(Sandbox.NONE, true, Paths.NONE, false, Resources.UNBOUNDED);
}
