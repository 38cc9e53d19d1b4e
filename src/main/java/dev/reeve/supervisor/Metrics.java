package dev.reeve.supervisor;

import dev.reeve.cost.Account;
import dev.reeve.cost.Sum;
import dev.reeve.supervisor.MetricsText.Type;
import dev.reeve.text.Money;
import dev.reeve.workspace.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code metrics.prom}: what is going on, as numbers for a monitor. */
final class Metrics {

    private final Kit kit;
    private final Ledger ledger;
    private final Spending spending;
    private final SupervisorFile self;

    Metrics(Kit kit, Ledger ledger, Spending spending, SupervisorFile self) {
        this.kit = kit;
        this.ledger = ledger;
        this.spending = spending;
        this.self = self;
    }

    /** @param lastScan null before the first */
    String text(boolean watching, boolean stopped, int failed, Instant lastScan) {
        MetricsText text = new MetricsText();
        supervisor(text, watching, stopped, lastScan);
        tasks(text, failed);
        attempts(text);
        spent(text);
        return text.toString();
    }

    private void supervisor(MetricsText text, boolean watching, boolean stopped, Instant lastScan) {
        text.family("reeve_info", Type.GAUGE, "The version of the supervisor, as a label.")
                .value("reeve_info", 1, "version", self.version());
        text.family("reeve_start_time_seconds", Type.GAUGE, "When this supervisor started, in Unix time.")
                .value("reeve_start_time_seconds", seconds(self.startedAt()));
        text.family("reeve_last_scan_time_seconds", Type.GAUGE, "When all folders were last looked at, in Unix time.");
        if (lastScan != null) {
            text.value("reeve_last_scan_time_seconds", seconds(lastScan));
        }
        text.family(
                        "reeve_watching",
                        Type.GAUGE,
                        "1 if there are file events, 0 if folders are found by scanning alone.")
                .value("reeve_watching", watching ? 1 : 0);
        text.family("reeve_stopped", Type.GAUGE, "1 while a file STOP keeps anything new from starting.")
                .value("reeve_stopped", stopped ? 1 : 0);
        text.family("reeve_problems", Type.GAUGE, "What is wrong right now and wants a person's eye, by its kind.");
        Map<String, Integer> problems = new TreeMap<>();
        for (Alert.Kind kind : Alert.Kind.values()) {
            problems.put(kind.word(), 0);
        }
        kit.problems()
                .current()
                .forEach(problem -> problems.merge(problem.kind().word(), 1, Integer::sum));
        problems.forEach((kind, count) -> text.value("reeve_problems", count, "kind", kind));
        int most = kit.team().get().settings().limits().maxConcurrent();
        long used = ledger.lives().stream()
                .filter(live -> !ledger.places().lends(live.id))
                .count();
        text.family("reeve_places", Type.GAUGE, "Places of the workspace for attempts, by whether one has them.")
                .value("reeve_places", used, "state", "used")
                .value("reeve_places", Math.max(0, most - used), "state", "free");
    }

    private void tasks(MetricsText text, int failed) {
        text.family("reeve_tasks", Type.GAUGE, "Open tasks, by the folder that they are in and their agent.");
        Map<Tally.Row, Long> tasks = new TreeMap<>();
        for (Card card : ledger.board().all()) {
            String agent = card.agent() == null ? "" : card.agent();
            tasks.merge(new Tally.Row(agent, card.where().state().folder()), 1L, Long::sum);
        }
        for (State state : State.values()) {
            if (!state.ended()) {
                // so that each state is there when nobody is in it
                for (String agent : new TreeSet<>(kit.team().get().names())) {
                    tasks.putIfAbsent(new Tally.Row(agent, state.folder()), 0L);
                }
            }
        }
        tasks.forEach((row, count) -> text.value("reeve_tasks", count, "state", row.which(), "agent", row.agent()));
        text.family("reeve_dead_letters", Type.GAUGE, "Tasks in failed/.").value("reeve_dead_letters", failed);
        Today today = ledger.today();
        today.at(kit.today());
        text.family("reeve_today", Type.GAUGE, "What was done today, in the workspace's zone, over all starts.");
        Status.COUNTED.forEach((word, action) -> text.value("reeve_today", today.count(action), "what", word));
    }

    private void attempts(MetricsText text) {
        Tally tally = ledger.tally();
        text.family("reeve_attempts_total", Type.COUNTER, "Attempts that have ended since the start, by outcome.");
        tally.outcomes()
                .forEach((row, count) ->
                        text.value("reeve_attempts_total", count, "agent", row.agent(), "outcome", row.which()));
        text.family(
                "reeve_attempt_ends_total",
                Type.COUNTER,
                "What attempts that have ended since the start made of their tasks: done, failed or retried.");
        tally.ends()
                .forEach((row, count) ->
                        text.value("reeve_attempt_ends_total", count, "agent", row.agent(), "end", row.which()));
        text.family("reeve_attempt_seconds", Type.SUMMARY, "How long attempts took that have ended since the start.");
        tally.durations().forEach((agent, sum) -> text.sum("reeve_attempt_seconds", sum, "agent", agent));
        text.family("reeve_queue_wait_seconds", Type.SUMMARY, "How long tasks were ready before an attempt began.");
        tally.waits().forEach((agent, sum) -> text.sum("reeve_queue_wait_seconds", sum, "agent", agent));
    }

    private void spent(MetricsText text) {
        text.family("reeve_spent_usd", Type.GAUGE, "What attempts that have ended cost, this day and this month.");
        text.family("reeve_spent_tokens", Type.GAUGE, "Tokens that attempts took that have ended.");
        LocalDate day = spending.day(kit.time().now());
        TreeSet<String> agents = new TreeSet<>(kit.team().get().names());
        agents.addAll(spending.agents());
        for (String agent : agents) {
            spent(text, agent, "day", spending.of(Account.ofDay(agent, day)));
            spent(text, agent, "month", spending.of(Account.ofMonth(agent, YearMonth.from(day))));
        }
    }

    private static void spent(MetricsText text, String agent, String period, Sum sum) {
        text.value("reeve_spent_usd", (double) sum.cost() / Money.USD, "agent", agent, "period", period);
        text.value("reeve_spent_tokens", sum.tokens(), "agent", agent, "period", period);
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }
}
