package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.program.Told;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.AttemptFolder;

/** What the output of an attempt tells of its run. A command of the person's own tells nothing there. */
final class Telling {

    /** @param agent null if its configuration is gone */
    Told told(TaskRecord record, AgentConfig agent, AttemptFolder attempt) {
        return Told.NOTHING;
    }
}
