/**
 * The tree: every path of a workspace has one name here, and no other package builds one from strings.
 *
 * <p>Enter by {@link dev.reeve.workspace.Workspace}; {@link dev.reeve.workspace.TaskFolder} and
 * {@link dev.reeve.workspace.AttemptFolder} say what stands in a task.
 */
package dev.reeve.workspace;
