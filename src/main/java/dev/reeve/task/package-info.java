/**
 * A task: what people write ({@link dev.reeve.task.TaskFile}) and what Reeve writes about it
 * ({@link dev.reeve.task.TaskRecords}).
 */
package dev.reeve.task;
