package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.program.Preset;
import dev.reeve.task.AttemptRecord.Stop;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;

/**
 * Programs that read their prompt and nothing after it are told something by being stopped, and begun again with it in the
 * same conversation. That is no failure, and no retry.
 */
final class Steering {

    static final String REASON = "it was told something, and goes on with it in the same conversation";

    private final Kit kit;
    private final Handing handing;

    Steering(Kit kit, Handing handing) {
        this.kit = kit;
        this.handing = handing;
    }

    /** @return null if there is nothing to tell it, or it can be told nothing */
    Stop wanted(Live live) throws IOException {
        Preset preset = kit.team().get().preset(live.strand.runtime());
        boolean canGoOn = preset != null
                && preset.resumes()
                && (live.told.conversation() != null || live.strand.conversation() != null);
        if (!canGoOn || live.removed() || live.told.end() != null) {
            return null;
        }
        TaskFolder task = live.where.task(kit.workspace(), live.id);
        Stat inbox = kit.disk().stat(task.inbox());
        if (inbox == null || inbox.equals(live.inbox)) {
            return null;
        }
        live.inbox = inbox;
        TaskRecord record = TaskRecords.read(kit.disk(), task);
        return record != null && handing.hasMore(record, task)
                ? new Stop(Stop.Because.STEER, Audit.REEVE, REASON, kit.time().now())
                : null;
    }
}
