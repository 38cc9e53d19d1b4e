package dev.reeve.task;

import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Money;
import dev.reeve.text.Numbers;
import dev.reeve.text.Type;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much may be spent: {@code budget:} of a task, an agent or the workspace.
 *
 * @param money millionths of a dollar; what is not in it has no bound
 * @param tokens the same for tokens, whatever they cost
 */
public record Budget(Map<Per, Long> money, Map<Per, Long> tokens) {

    public static final Budget NONE = new Budget(Map.of(), Map.of());

    /** Over what is summed up. */
    public enum Per {
        TASK,
        TREE,
        DAY,
        MONTH;

        /** {@code task}, as it stands in {@code usd_per_task}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In what it is counted. */
    public enum Unit {
        MONEY,
        TOKENS;

        /** {@code $0.10}, {@code 1200 tokens} */
        public String words(long amount) {
            return this == MONEY ? Money.words(amount) : amount + " tokens";
        }

        /** {@code usd_per_task} */
        public String key(Per per) {
            return (this == MONEY ? "usd_per_" : "tokens_per_") + per.word();
        }
    }

    private static final long MOST_TOKENS = 1_000_000_000_000L;

    private static final Map<Per, Key<Long>> USD = keys("usd_per_", Money.POSITIVE);
    private static final Map<Per, Key<Long>> TOKENS = keys("tokens_per_", Numbers.between(1, MOST_TOKENS));

    /** Of an agent, or of the workspace. */
    public static final Key<Budget> KEY = key(form(EnumSet.allOf(Per.class)));

    /** Of a task, which does not end with the day. */
    static final Key<Budget> OF_A_TASK = key(ofATask());

    public Budget {
        money = Map.copyOf(money);
        tokens = Map.copyOf(tokens);
    }

    /** Null where there is no bound. */
    public Long most(Unit unit, Per per) {
        return (unit == Unit.MONEY ? money : tokens).get(per);
    }

    public boolean isNothing() {
        return money.isEmpty() && tokens.isEmpty();
    }

    /** As it would be written. */
    public void putInto(ObjectNode node) {
        for (Per per : Per.values()) {
            if (money.containsKey(per)) {
                node.put(Unit.MONEY.key(per), Money.plain(money.get(per)));
            }
            if (tokens.containsKey(per)) {
                node.put(Unit.TOKENS.key(per), tokens.get(per));
            }
        }
    }

    private static Key<Budget> key(Form form) {
        return new Key<>("budget", value -> {
            Fields fields = form.read(value);
            return fields == null ? null : new Budget(read(fields, USD), read(fields, TOKENS));
        });
    }

    private static Map<Per, Long> read(Fields fields, Map<Per, Key<Long>> keys) {
        Map<Per, Long> read = new EnumMap<>(Per.class);
        keys.forEach((per, key) -> {
            Long bound = fields.read(key);
            if (bound != null) {
                read.put(per, bound);
            }
        });
        return read;
    }

    private static Map<Per, Key<Long>> keys(String before, Type<Long> type) {
        Map<Per, Key<Long>> keys = new EnumMap<>(Per.class);
        for (Per per : Per.values()) {
            keys.put(per, new Key<>(before + per.word(), type));
        }
        return keys;
    }

    private static Form ofATask() {
        Form form = form(EnumSet.of(Per.TASK, Per.TREE));
        for (Per per : List.of(Per.DAY, Per.MONTH)) {
            for (Map<Per, Key<Long>> unit : List.of(USD, TOKENS)) {
                form.instead(
                        unit.get(per).name(),
                        "a task has `_per_task` and `_per_tree` alone; what an agent or all"
                                + " of them may spend in a " + per.word() + " belongs into agent.yaml or reeve.yaml");
            }
        }
        return form;
    }

    private static Form form(Set<Per> allowed) {
        Form form = Form.of();
        allowed.forEach(per -> form.and(USD.get(per), TOKENS.get(per)));
        return form.elsewhere("usd_per_task", "usd", "max_usd", "maxBudgetUsd", "cost", "max_cost")
                .elsewhere("tokens_per_task", "tokens", "max_tokens")
                .elsewhere("usd_per_day", "daily", "daily_usd")
                .elsewhere("usd_per_month", "monthly", "monthly_usd");
    }
}
