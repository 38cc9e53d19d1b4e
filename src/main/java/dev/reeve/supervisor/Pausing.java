package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.program.Told;
import dev.reeve.supervisor.AfterAttempt.End;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.TaskRecord;
import java.io.IOException;
import java.time.Instant;

/** Opens a pause for all agents of a provider when one of them was told to leave it alone, and ends it when it answers. */
final class Pausing {

    private final Kit kit;
    private final Pauses pauses;

    Pausing(Kit kit, Pauses pauses) {
        this.kit = kit;
        this.pauses = pauses;
    }

    /** @return the end as it counts: one that was told to come back later has not failed */
    End seen(TaskRecord record, End end, Told told) throws IOException {
        AttemptRecord over = record.lastAttempt();
        AgentConfig agent = kit.team().get().config(over.agent());
        if (over.isCheck() || agent == null) {
            return end;
        }
        String provider = Provider.of(record.spec().model(), agent);
        if (end.outcome() == Outcome.OK) {
            if (pauses.answered(provider)) {
                pauses.write(kit.durable(), kit.workspace().pauses());
            }
            return end;
        }
        if (end.outcome() != Outcome.FAILED || told.pause() == null) {
            return end;
        }
        Instant now = kit.time().now();
        pauses.told(provider, told.pause(), over.startedAt(), now);
        pauses.write(kit.durable(), kit.workspace().pauses());
        String reason = told.reason() == null ? provider + " asked to be left alone for a while" : told.reason();
        return new End(Outcome.LIMITED, end.exit(), reason);
    }
}
