package dev.reeve.task;

import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Money;
import dev.reeve.text.Numbers;
import dev.reeve.text.Type;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

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

    private static final long MOST_TOKENS = 1_000_000_000_000L;

    private static final Map<Per, Key<Long>> USD = keys("usd_per_", Money.POSITIVE);
    private static final Map<Per, Key<Long>> TOKENS = keys("tokens_per_", Numbers.between(1, MOST_TOKENS));
    private static final Form FORM = form();

    public static final Key<Budget> KEY = new Key<>("budget", value -> {
        Fields fields = FORM.read(value);
        return fields == null ? null : new Budget(read(fields, USD), read(fields, TOKENS));
    });

    public Budget {
        money = Map.copyOf(money);
        tokens = Map.copyOf(tokens);
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

    private static Form form() {
        Form form = Form.of();
        USD.values().forEach(form::and);
        TOKENS.values().forEach(form::and);
        return form.elsewhere("usd_per_task", "usd", "max_usd", "maxBudgetUsd", "cost", "max_cost")
                .elsewhere("tokens_per_task", "tokens", "max_tokens")
                .elsewhere("usd_per_day", "daily", "daily_usd")
                .elsewhere("usd_per_month", "monthly", "monthly_usd");
    }
}
