package dev.reeve.cost;

import dev.reeve.files.Json;
import dev.reeve.task.Budget;
import dev.reeve.task.Usage;
import dev.reeve.text.Money;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * What several attempts have spent together.
 *
 * @param last the greatest number of them, for those of one task
 * @param cost millionths of a dollar, as far as the cost is known
 * @param unpriced tokens whose cost nobody knows
 */
public record Sum(int attempts, int last, long input, long cached, long output, long cost, long unpriced) {

    private static final String ATTEMPTS = "attempts";
    private static final String INPUT = "input_tokens";
    private static final String CACHED = "cached_tokens";
    private static final String OUTPUT = "output_tokens";
    private static final String COST = "cost_usd";
    private static final String UNPRICED = "unpriced_tokens";
    private static final double MOST = 1e12;

    public static final Sum NOTHING = new Sum(0, 0, 0, 0, 0, 0, 0);

    public Sum plus(int attempt, Usage usage) {
        return new Sum(
                attempts + 1,
                Math.max(last, attempt),
                input + usage.input(),
                cached + usage.cached(),
                output + usage.output(),
                cost + (usage.cost() == null ? 0 : usage.cost()),
                unpriced + (usage.cost() == null ? usage.tokens() : 0));
    }

    public long tokens() {
        return input + output;
    }

    public long of(Budget.Unit unit) {
        return unit == Budget.Unit.TOKENS ? tokens() : cost;
    }

    /** As people read it: {@code $0.12}, {@code 1300 tokens}, or both where some have no price. */
    public String words() {
        if (unpriced == 0) {
            return Money.words(cost);
        }
        String tokens = unpriced + " tokens without a price";
        return unpriced == tokens() && cost == 0 ? tokens : Money.words(cost) + " and " + tokens;
    }

    /** What {@link #json} wrote; null if it can't be that. */
    public static Sum of(ObjectNode node) {
        Double usd = Json.number(node, COST);
        boolean whole = usd != null && usd >= 0 && usd < MOST;
        return !whole
                ? null
                : new Sum(
                        (int) whole(node, ATTEMPTS),
                        0,
                        whole(node, INPUT),
                        whole(node, CACHED),
                        whole(node, OUTPUT),
                        Math.round(usd * Money.USD),
                        whole(node, UNPRICED));
    }

    private static long whole(ObjectNode node, String key) {
        Long number = Json.whole(node, key);
        return number == null ? 0 : number;
    }

    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.put(ATTEMPTS, attempts);
        node.put(INPUT, input);
        node.put(CACHED, cached);
        node.put(OUTPUT, output);
        node.put(COST, new BigDecimal(Money.plain(cost)));
        if (unpriced > 0) {
            node.put(UNPRICED, unpriced);
        }
        return node;
    }
}
