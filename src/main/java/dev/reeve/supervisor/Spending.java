package dev.reeve.supervisor;

import dev.reeve.cost.Account;
import dev.reeve.cost.SpendingLog;
import dev.reeve.cost.Spent;
import dev.reeve.cost.Sum;
import dev.reeve.task.Budget.Unit;
import dev.reeve.task.Usage;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All that was spent, summed up: the spending log in memory. A fresh reading of it gives the same.
 *
 * <p>This month is read at a start, and the months before it as far back as the oldest tree that is still open.
 */
final class Spending {

    /** So many runs tell what the next one costs. */
    private static final int RECENT = 20;

    private final SpendingLog log;
    private final Supplier<ZoneId> zone;
    private final Board board;
    private final Map<Account, Sum> sums = new HashMap<>();
    private final Map<String, Deque<Usage>> recent = new HashMap<>();

    /** The last day on which anything was spent: a clock that is set back begins no new day. */
    private LocalDate latest = LocalDate.MIN;

    /** The first month that was read; null before the first. */
    private YearMonth from;

    /** The month that was the last one then. */
    private YearMonth until;

    /** The first month that has to be known. */
    private YearMonth reach;

    Spending(SpendingLog log, Supplier<ZoneId> zone, Board board) {
        this.log = log;
        this.zone = zone;
        this.board = board;
    }

    /** The day in force: never one before a day on which something was spent. */
    LocalDate day(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, zone.get());
        return day.isBefore(latest) ? latest : day;
    }

    Sum of(Account account) {
        return sums.getOrDefault(account, Sum.NOTHING);
    }

    /** Those of whom a run is known. */
    Set<String> agents() {
        return Set.copyOf(recent.keySet());
    }

    /** What a run of an agent usually takes; null if nobody knows. */
    Long median(String agent, Unit unit) {
        List<Long> known = recent.getOrDefault(agent, new ArrayDeque<>()).stream()
                .filter(usage -> unit == Unit.TOKENS || usage.cost() != null)
                .map(usage -> usage.of(unit))
                .sorted()
                .toList();
        return known.isEmpty() ? null : known.get(known.size() / 2);
    }

    /** True if this attempt is in the log. An end that is taken again must not count twice. */
    boolean has(String task, int attempt) {
        return of(Account.ofTask(task)).last() >= attempt;
    }

    /** A task of this tree is open: what the tree has spent has to be known. */
    void covers(String root) {
        YearMonth month = monthOf(root);
        if (month != null && (reach == null || month.isBefore(reach))) {
            reach = month;
        }
    }

    /** Ids are in UTC, days are where the person is. */
    private static YearMonth monthOf(String root) {
        Instant made = TaskId.givenAt(root);
        return made == null
                ? null
                : YearMonth.from(LocalDate.ofInstant(made, ZoneOffset.UTC).minusDays(1));
    }

    /** Reads what is to be known and was not read yet. */
    void look(Instant now) throws IOException {
        YearMonth month = YearMonth.from(day(now));
        boolean next = from != null && month.isAfter(until);
        if (next) {
            // trees that have ended are not asked for any more
            reach = month;
            board.all().forEach(card -> covers(card.root()));
        }
        if (from == null || next || reach != null && reach.isBefore(from)) {
            read(reach == null || reach.isAfter(month) ? month : reach);
            until = YearMonth.from(day(now));
        }
    }

    private void read(YearMonth first) throws IOException {
        from = null;
        sums.clear();
        recent.clear();
        for (YearMonth month : log.months()) {
            if (!month.isBefore(first)) {
                log.read(month, this::count);
            } else if (month.equals(first.minusMonths(1))) {
                log.tail(month, this::remember);
            }
        }
        from = first;
    }

    /** Adds what an attempt has spent. It lasts when this returns. */
    void add(Spent spent) throws IOException {
        if (has(spent.task(), spent.attempt())) {
            return;
        }
        log.append(spent);
        count(spent);
    }

    private void count(Spent spent) {
        if (has(spent.task(), spent.attempt())) {
            return;
        }
        for (Account account : Account.of(spent)) {
            sums.merge(
                    account,
                    Sum.NOTHING.plus(spent.attempt(), spent.usage()),
                    (before, one) -> before.plus(spent.attempt(), spent.usage()));
        }
        latest = spent.day().isAfter(latest) ? spent.day() : latest;
        remember(spent);
    }

    private void remember(Spent spent) {
        Deque<Usage> usages = recent.computeIfAbsent(spent.agent(), any -> new ArrayDeque<>());
        usages.add(spent.usage());
        if (usages.size() > RECENT) {
            usages.remove();
        }
    }
}
