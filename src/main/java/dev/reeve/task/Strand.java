package dev.reeve.task;

import dev.reeve.files.Json;
import dev.reeve.text.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which program an attempt is, and the conversation that this keeps itself: a later attempt, or another task, goes on with
 * it.
 *
 * <pre>
 * {"runtime":"claude", "conversation":"0b1f…", "input_tokens":1200, "cached_tokens":0, "output_tokens":40, "cost_usd":0.02}
 * </pre>
 *
 * @param runtime the name of its preset
 * @param conversation the program's own id; null while it has none
 * @param total what the program has counted in it so far, where it counts on over several runs
 */
public record Strand(String runtime, String conversation, Usage total) {

    /** It becomes a word of a command line, where nothing else may be taken for an option. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:@/+-]{0,199}");

    public static boolean isId(String conversation) {
        return conversation != null && ID.matcher(conversation).matches();
    }

    public static Strand of(String runtime) {
        return new Strand(runtime, null, Usage.NONE);
    }

    public Strand with(String other, Usage counted) {
        return new Strand(runtime, other, counted);
    }

    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("runtime", runtime);
        Json.put(node, "conversation", conversation);
        if (!total.isNothing()) {
            node.put("input_tokens", total.input());
            node.put("cached_tokens", total.cached());
            node.put("output_tokens", total.output());
        }
        if (total.cost() != null) {
            node.put("cost_usd", new BigDecimal(Money.plain(total.cost())));
        }
        return node;
    }

    /** @return null if this is none; whoever edited it has cut it */
    public static Strand read(JsonNode node) {
        String runtime = node == null || !node.isObject() ? null : Json.text(node, "runtime");
        if (runtime == null) {
            return null;
        }
        String conversation = Json.text(node, "conversation");
        return new Strand(
                runtime,
                isId(conversation) ? conversation : null,
                new Usage(
                        count(node, "input_tokens"),
                        count(node, "cached_tokens"),
                        count(node, "output_tokens"),
                        cost(node),
                        null));
    }

    private static long count(JsonNode node, String key) {
        Long count = Json.whole(node, key);
        return count == null || count < 0 ? 0 : count;
    }

    private static Long cost(JsonNode node) {
        Double cost = Json.number(node, "cost_usd");
        return cost == null || cost < 0 || cost > 1_000_000_000 ? null : Long.valueOf(Math.round(cost * Money.USD));
    }
}
