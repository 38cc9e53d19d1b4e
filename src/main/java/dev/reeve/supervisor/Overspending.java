package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.files.Stat;
import dev.reeve.task.AttemptRecord.Stop;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.util.List;

/** Sees when a run goes over a budget while it is at work. It looks at those alone that have a budget. */
final class Overspending {

    private final Kit kit;
    private final Ledger ledger;
    private final Spending spending;
    private final Meter meter;

    Overspending(Kit kit, Ledger ledger, Spending spending, Meter meter) {
        this.kit = kit;
        this.ledger = ledger;
        this.spending = spending;
        this.meter = meter;
    }

    /** Why it is to be stopped; null if it may go on. */
    Stop look(Live live) throws IOException {
        Card card = live.removed() ? null : ledger.board().get(live.id);
        if (card == null || card.gate() != null) {
            return null;
        }
        Budgets budgets = new Budgets(
                kit.team().get(), ledger.board(), spending, kit.time().now());
        List<Bound> bounds = budgets.bounds(card);
        if (bounds.isEmpty()) {
            return null;
        }
        read(live);
        for (Live other : ledger.lives()) {
            Card others = ledger.board().get(other.id);
            if (others != null) {
                budgets.use(others, other.used);
            }
        }
        Budgets.Refusal over = live.used.isNothing() ? null : budgets.exceeded(bounds);
        return over == null
                ? null
                : new Stop(
                        Stop.Because.BUDGET,
                        Audit.REEVE,
                        over.reason(),
                        kit.time().now());
    }

    /** What it takes is reckoned again when it has told or written something else. */
    private void read(Live live) throws IOException {
        TaskFolder task = live.where.task(kit.workspace(), live.id);
        AttemptFolder attempt = task.attempt(live.number);
        AgentConfig agent = kit.team().get().config(live.agent);
        Stat stat = kit.disk().stat(attempt.reported());
        String look = (stat == null ? "-" : stat.size() + "@" + stat.modified()) + " " + live.told.usage();
        if (look.equals(live.metered)) {
            return;
        }
        TaskRecord record = TaskRecords.read(kit.disk(), task);
        if (record != null) {
            live.used = meter.read(record, agent, attempt, live.told).usage();
            live.metered = look;
        }
    }
}
