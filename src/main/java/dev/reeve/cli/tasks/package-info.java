/**
 * Which task is meant, where it is, and when it has ended.
 *
 * <p>Enter by {@link dev.reeve.cli.tasks.TaskFinder}, which finds one by an id, a part of it or a label, and by
 * {@link dev.reeve.cli.tasks.Vigil}, which watches one until it has ended. Names are listed, records opened only where a
 * name does not tell: there may be a hundred thousand.
 */
package dev.reeve.cli.tasks;
