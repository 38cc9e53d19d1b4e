package dev.reeve.supervisor;

import dev.reeve.cost.Account;
import dev.reeve.cost.Spent;
import dev.reeve.cost.Sum;
import dev.reeve.cost.UsageFile;
import dev.reeve.files.Json;
import dev.reeve.program.Told;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Usage;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** What an attempt that has ended took of its model: into the spending log, and beside what it wrote. */
final class Accounting {

    /** From here on it is told that a budget comes to its end. */
    private static final int WARNING = 80;

    private final Kit kit;
    private final Spending spending;
    private final Meter meter;
    private final Board board;

    Accounting(Kit kit, Spending spending, Meter meter, Board board) {
        this.kit = kit;
        this.spending = spending;
        this.meter = meter;
        this.board = board;
    }

    /**
     * Notes it before the record tells that the attempt is over. Done again, it counts once.
     *
     * @param draft in which its sums are staged
     * @return what it took
     */
    Usage note(Draft draft, TaskRecord record, Where here, AttemptFolder attempt, Told told) throws IOException {
        AttemptRecord over = record.lastAttempt();
        if (over.isCheck()) {
            return Usage.NONE;
        }
        TaskFolder task = here.task(kit.workspace(), record.id());
        Meter.Reading reading = meter.read(record, kit.team().get().config(over.agent()), attempt, told);
        if (reading.refused() != null) {
            kit.audit()
                    .tell(
                            Action.ALERT,
                            record,
                            task,
                            "the usage.json of attempt " + over.number()
                                    + " was not believed, and nothing was counted: " + reading.refused(),
                            Audit.REEVE);
        }
        Usage usage = reading.usage();
        Instant now = kit.time().now();
        spending.covers(record.root());
        spending.look(now);
        if (!usage.isNothing() && !spending.has(record.id(), over.number())) {
            Spent spent = new Spent(
                    now,
                    spending.day(now),
                    record.id(),
                    record.root(),
                    record.label(),
                    over.number(),
                    over.agent(),
                    usage);
            warn(record, here, usage);
            spending.add(spent);
        }
        if (!usage.isNothing()) {
            keep(draft, task, attempt, usage);
        }
        Sum all = spending.of(Account.ofTask(record.id()));
        if (all.attempts() > 0) {
            // of an attempt that a power cut made a lost one, the log may tell what its door does not any more
            draft.write(task.usage(), Json.file(all.json()));
        }
        return usage;
    }

    /** Before it is counted: told again with the same id after a crash, and never left out. */
    private void warn(TaskRecord record, Where here, Usage usage) throws IOException {
        Budgets budgets = budgets();
        for (Bound bound : budgets.bounds(Card.of(record, here))) {
            long before = budgets.spent(bound);
            long after = before + usage.of(bound.unit());
            for (int percent : new int[] {WARNING, 100}) {
                // by the share, for a product of such numbers may be too large
                double share = bound.most() / 100.0 * percent;
                if (before < share && after >= share) {
                    alert(bound, after, percent);
                }
            }
        }
    }

    private void alert(Bound bound, long spent, int percent) throws IOException {
        kit.audit()
                .alert(
                        percent == 100 ? Alert.Kind.BUDGET : Alert.Kind.BUDGET_LOW,
                        whose(bound.account()),
                        which(bound, percent),
                        (percent == 100 ? "" : percent + " % of ")
                                + "the budget of " + bound.account().words() + (percent == 100 ? " is used up: " : ": ")
                                + bound.unit().words(spent) + " of "
                                + bound.unit().words(bound.most())
                                + " spent (`" + bound.key() + "`)");
    }

    private static String which(Bound bound, int percent) {
        String period = bound.account().period();
        return bound.key() + (period == null ? "" : ":" + period) + ":" + percent;
    }

    private static String whose(Account account) {
        return switch (account.per()) {
            case TASK, TREE -> account.owner();
            case DAY, MONTH -> account.isOfAll() ? "reeve.yaml" : "agents/" + account.owner();
        };
    }

    private void keep(Draft draft, TaskFolder task, AttemptFolder attempt, Usage usage) throws IOException {
        ObjectNode own = Json.object();
        UsageFile.put(own, usage);
        kit.durable().makeIfMissing(task.attempts());
        kit.durable().makeIfMissing(attempt.path());
        kit.durable().replaceUnforced(attempt.usage(), Json.file(own));
        draft.keep(attempt.usage());
        draft.keep(attempt.path());
        draft.keep(task.attempts());
    }

    /** Why the task can't go on whatever it waits for; null if it can. */
    String usedUp(TaskRecord record, Where here) {
        return budgets().usedUp(Card.of(record, here));
    }

    private Budgets budgets() {
        return new Budgets(kit.team().get(), board, spending, kit.time().now());
    }
}
