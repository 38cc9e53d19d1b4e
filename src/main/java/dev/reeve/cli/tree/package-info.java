/**
 * Who asked whom: a task, its children, and theirs, read from the folders alone.
 *
 * <p>{@link dev.reeve.cli.tree.Family} finds them, {@link dev.reeve.cli.tree.TraceCommand} shows all of a tree and
 * {@link dev.reeve.cli.tree.ChildrenTable} the children of one task.
 */
package dev.reeve.cli.tree;
