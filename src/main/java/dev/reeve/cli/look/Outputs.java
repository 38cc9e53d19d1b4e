package dev.reeve.cli.look;

import dev.reeve.cli.call.Invocation;
import dev.reeve.files.Programs;
import dev.reeve.program.Preset;
import dev.reeve.settings.ConfigurationReader;
import dev.reeve.settings.Reading;
import dev.reeve.task.Strand;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;

/**
 * What attempts wrote, as it was asked for.
 *
 * @param raw as it was written, though a preset could make sense of it
 */
record Outputs(Invocation invocation, Workspace workspace, Output.Streams streams, boolean raw) {

    Output of(TaskFolder task, int attempt) throws IOException {
        return new Output(invocation, streams, attempt, raw ? null : preset(task, attempt));
    }

    /** Null if it was a command of the person's own, or its preset is gone or broken. */
    private Preset preset(TaskFolder task, int attempt) throws IOException {
        TaskRecord record = TaskRecords.read(invocation.disk(), task);
        Strand strand = record == null ? null : record.strandOf(attempt);
        if (strand == null) {
            return null;
        }
        Reading<Preset> reading = new ConfigurationReader(
                        invocation.disk(), workspace, Programs.ofThisMachine(), invocation.searchPath())
                .readPreset(strand.runtime());
        return reading == null ? null : reading.value();
    }
}
