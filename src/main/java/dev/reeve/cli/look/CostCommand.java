package dev.reeve.cli.look;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.Table;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import dev.reeve.cost.SpendingLog;
import dev.reeve.cost.Spent;
import dev.reeve.cost.Sum;
import dev.reeve.files.Json;
import dev.reeve.text.Durations;
import dev.reeve.text.Money;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows what was spent. */
@Command(
        name = "cost",
        description = {
            "Show what was spent on models: by agent, by day, or by the root of each tree of tasks.",
            "What told no usage is not in it; tokens of a model without a price cost nothing here, and are named."
        },
        exitCodeList = {"0:shown", "2:wrong usage", "4:no such workspace"},
        footer = {"  reeve cost --by day --since 7d", "  reeve cost --by root --since 2026-11-01 --json"})
public final class CostCommand implements Callable<Integer> {

    enum By {
        AGENT(Spent::agent),
        DAY(spent -> spent.day().toString()),
        ROOT(Spent::root);

        private final Function<Spent, String> name;

        By(Function<Spent, String> name) {
            this.name = name;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Invocation invocation;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--by", paramLabel = "WHAT", description = "agent, day or root. Default: agent.")
    private String by = "agent";

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "From this day on: 2026-11-01, or 7d for the last seven days. Default: this month.")
    private String since;

    @Option(names = "--json", description = "For a program.")
    private boolean json;

    public CostCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Workspace here = workspace.find(invocation);
        By what = what();
        LocalDate first = first(Zone.of(invocation, here));
        Map<String, Sum> sums = new TreeMap<>();
        Sum[] all = {Sum.NOTHING};
        new SpendingLog(invocation.disk(), here).since(first, spent -> {
            sums.merge(
                    what.name.apply(spent),
                    Sum.NOTHING.plus(spent.attempt(), spent.usage()),
                    (before, one) -> before.plus(spent.attempt(), spent.usage()));
            all[0] = all[0].plus(spent.attempt(), spent.usage());
        });
        if (json) {
            printJson(what, first, sums, all[0]);
        } else {
            print(what, first, sums, all[0]);
        }
        return Exit.DONE;
    }

    private By what() {
        for (By one : By.values()) {
            if (one.word().equals(by)) {
                return one;
            }
        }
        throw new UserError(Exit.USAGE, "--by '" + Phrases.line(by) + "': expected agent, day or root.");
    }

    private LocalDate first(ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(invocation.now(), zone);
        if (since == null) {
            return today.withDayOfMonth(1);
        }
        Duration back = Durations.parse(since);
        if (back != null && back.compareTo(Durations.LONGEST) <= 0) {
            // seven days are today and the six before it
            return today.minusDays(Math.max(0, back.toDays() - 1));
        }
        try {
            return LocalDate.parse(since);
        } catch (DateTimeException e) {
            throw new UserError(
                    Exit.USAGE, "--since '" + Phrases.line(since) + "': expected a day such as 2026-11-01, or 7d.");
        }
    }

    private void print(By what, LocalDate first, Map<String, Sum> sums, Sum all) {
        if (sums.isEmpty()) {
            invocation.say("Nothing was spent since " + first + ", as far as programs told it.");
            return;
        }
        Table table = new Table(what.name(), "RUNS", "INPUT", "CACHED", "OUTPUT", "COST");
        sums.forEach((name, sum) -> row(table, name, sum));
        row(table, "all since " + first, all);
        table.lines(invocation.terminal()).forEach(invocation::say);
    }

    private static void row(Table table, String name, Sum sum) {
        table.row(
                name,
                Phrases.count(sum.attempts()),
                Phrases.count(sum.input()),
                Phrases.count(sum.cached()),
                Phrases.count(sum.output()),
                Money.words(sum.cost())
                        + (sum.unpriced() == 0
                                ? ""
                                : ", and " + Phrases.count(sum.unpriced(), "token") + " without a price"));
    }

    private void printJson(By what, LocalDate first, Map<String, Sum> sums, Sum all) {
        ObjectNode node = Json.object();
        node.put("since", first.toString());
        node.put("by", what.word());
        ArrayNode rows = node.putArray("rows");
        sums.forEach((name, sum) -> {
            ObjectNode row = rows.addObject();
            row.put(what.word(), name);
            row.setAll(sum.json());
        });
        node.set("all", all.json());
        invocation.terminal().copy(Json.file(node));
    }
}
