package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.cost.UsageFile;
import dev.reeve.files.Stat;
import dev.reeve.program.Told;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Usage;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;

/** What a run has taken of its model so far: as its program's output tells it, else as it has written in its door. */
final class Meter {

    private final Kit kit;
    private final PriceList prices;

    Meter(Kit kit, PriceList prices) {
        this.kit = kit;
        this.prices = prices;
    }

    /** @param refused why what it wrote can't be believed; null if nothing is wrong */
    record Reading(Usage usage, String refused) {}

    /** @param agent null if its configuration is gone */
    Reading read(TaskRecord record, AgentConfig agent, AttemptFolder attempt, Told told) throws IOException {
        Usage usage = told.usage();
        if (usage.isNothing()) {
            Stat stat = kit.disk().stat(attempt.reported());
            if (stat == null) {
                return new Reading(Usage.NONE, null);
            }
            try {
                usage = reported(attempt, stat);
            } catch (UsageFile.Unbelievable e) {
                return new Reading(Usage.NONE, e.getMessage());
            }
        }
        return new Reading(usage.isNothing() ? Usage.NONE : prices.priced(named(usage, record, agent)), null);
    }

    private Usage reported(AttemptFolder attempt, Stat stat) throws IOException, UsageFile.Unbelievable {
        // a link or a FIFO in its place is read as nothing, and refused as such
        byte[] content = stat.isFile() ? kit.disk().read(attempt.reported(), 0, UsageFile.LIMIT + 1) : new byte[0];
        return UsageFile.read(content);
    }

    /** With the model that it was given, if it says none. */
    private static Usage named(Usage usage, TaskRecord record, AgentConfig agent) {
        if (usage.model() != null) {
            return usage;
        }
        String model = record.spec().model() != null ? record.spec().model() : agent == null ? null : agent.model();
        return new Usage(usage.input(), usage.cached(), usage.output(), usage.cost(), model);
    }
}
