package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.program.Told;
import dev.reeve.supervisor.AfterAttempt.End;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.TaskRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Opens a pause for all agents of a provider when one of them was told to leave it alone, whether that one has given up or
 * tries again by itself, and ends it when it answers.
 */
final class Pausing {

    private final Kit kit;
    private final Ledger ledger;
    private final Pauses pauses;

    /** Of the attempts at work, how often each had told it when it was last heeded. */
    private final Map<String, Integer> heeded = new HashMap<>();

    Pausing(Kit kit, Ledger ledger, Pauses pauses) {
        this.kit = kit;
        this.ledger = ledger;
        this.pauses = pauses;
    }

    /** Opens it for one that is at work, once for each time that it is told. */
    void heed(Live live) throws IOException {
        AgentConfig agent = kit.team().get().config(live.agent);
        Card card = ledger.board().get(live.id);
        if (live.told.pause() == null || isHeeded(live.id, live.number, live.told) || agent == null || card == null) {
            return;
        }
        open(Provider.of(card.model(), agent), live.told, live.startedAt);
        heeded.put(key(live.id, live.number), live.told.limits());
    }

    void forget(String task, int attempt) {
        heeded.remove(key(task, attempt));
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
        if (!isHeeded(record.id(), over.number(), told)
                || pauses.until(provider, kit.time().now()) == null) {
            open(provider, told, over.startedAt());
        }
        String reason = told.reason() == null ? provider + " asked to be left alone for a while" : told.reason();
        return new End(Outcome.LIMITED, end.exit(), reason);
    }

    private void open(String provider, Told told, Instant began) throws IOException {
        pauses.told(provider, told.pause(), began, kit.time().now());
        pauses.write(kit.durable(), kit.workspace().pauses());
    }

    private boolean isHeeded(String task, int attempt, Told told) {
        return heeded.getOrDefault(key(task, attempt), 0) == told.limits();
    }

    private static String key(String task, int attempt) {
        return task + ":" + attempt;
    }
}
