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

    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("attempts", attempts);
        node.put("input_tokens", input);
        node.put("cached_tokens", cached);
        node.put("output_tokens", output);
        node.put("cost_usd", new BigDecimal(Money.plain(cost)));
        if (unpriced > 0) {
            node.put("unpriced_tokens", unpriced);
        }
        return node;
    }
}
