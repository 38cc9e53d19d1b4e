package dev.reeve.cost;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.files.NotJson;
import dev.reeve.task.Usage;
import dev.reeve.text.Money;
import dev.reeve.text.Nearest;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code usage.json}: what a run took of its model.
 *
 * <pre>
 * {"input_tokens":1200,"cached_tokens":1000,"output_tokens":80,"cost_usd":0.0123,"model":"claude-sonnet-4-5"}
 * </pre>
 *
 * What a program wrote is read strictly: a slip in it would be money that no budget sees.
 */
public final class UsageFile {

    /** The largest that is read, in bytes. */
    public static final int LIMIT = 64 << 10;

    private static final String INPUT = "input_tokens";
    private static final String CACHED = "cached_tokens";
    private static final String OUTPUT = "output_tokens";
    private static final String COST = "cost_usd";
    private static final String MODEL = "model";
    private static final List<String> KEYS = List.of(INPUT, CACHED, OUTPUT, COST, MODEL);

    /** More than any run can take. */
    private static final long MOST_TOKENS = 1_000_000_000_000L;

    private static final long MOST_MONEY = 1_000_000 * Money.USD;
    private static final int MOST_DIGITS = 60;
    private static final int LONGEST_MODEL = 200;

    private UsageFile() {}

    /** Why it says nothing that can be believed, in words. */
    public static final class Unbelievable extends Exception {
        private static final long serialVersionUID = 1;

        Unbelievable(String reason) {
            super(reason);
        }
    }

    /** What a program wrote about itself. */
    public static Usage read(byte[] content) throws Unbelievable {
        if (content.length > LIMIT) {
            throw new Unbelievable("it is larger than " + (LIMIT >> 10) + " KB");
        }
        ObjectNode all = object(content);
        for (Map.Entry<String, JsonNode> entry : all.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                throw new Unbelievable("unknown key " + Quoted.of(entry.getKey()) + "; "
                        + Nearest.of(entry.getKey(), KEYS)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse("expected " + String.join(", ", KEYS)));
            }
        }
        long input = tokens(all, INPUT);
        long cached = tokens(all, CACHED);
        if (cached > input) {
            throw new Unbelievable("`" + CACHED + "` is " + cached + ", more than the " + input + " of `" + INPUT
                    + "`, which has those from the cache in it");
        }
        return new Usage(input, cached, tokens(all, OUTPUT), cost(all), model(all));
    }

    private static ObjectNode object(byte[] content) throws Unbelievable {
        try {
            if (Json.parse(content) instanceof ObjectNode all) {
                return all;
            }
        } catch (NotJson e) {
            throw new Unbelievable(e.getMessage());
        }
        throw new Unbelievable("expected an object such as {\"" + INPUT + "\": 1200, \"" + OUTPUT + "\": 80}");
    }

    private static long tokens(ObjectNode all, String key) throws Unbelievable {
        JsonNode value = all.get(key);
        if (value == null || value.isNull()) {
            return 0;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > MOST_TOKENS) {
            throw wrong(key, value, "a whole number from 0 to " + MOST_TOKENS);
        }
        return value.longValue();
    }

    private static Long cost(ObjectNode all) throws Unbelievable {
        JsonNode value = all.get(COST);
        if (value == null || value.isNull()) {
            return null;
        }
        Long millionths = value.isNumber() ? millionths(value) : null;
        if (millionths == null || millionths < 0 || millionths > MOST_MONEY) {
            throw wrong(COST, value, "US dollars from 0 to " + MOST_MONEY / Money.USD);
        }
        return millionths;
    }

    private static Long millionths(JsonNode value) {
        BigDecimal amount = value.decimalValue();
        // one with a million digits, or with as many zeros behind its point, is not worth being reckoned with
        boolean sound = amount.precision() <= MOST_DIGITS && Math.abs((long) amount.scale()) <= MOST_DIGITS;
        return !sound || amount.abs().compareTo(BigDecimal.valueOf(MOST_MONEY, 6)) > 0
                ? null
                : Long.valueOf(amount.movePointRight(6)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    private static String model(ObjectNode all) throws Unbelievable {
        JsonNode value = all.get(MODEL);
        if (value == null || value.isNull()) {
            return null;
        }
        String model = value.isString() ? value.stringValue().strip() : "";
        if (model.isEmpty()
                || model.length() > LONGEST_MODEL
                || model.codePoints().anyMatch(Character::isISOControl)) {
            throw wrong(MODEL, value, "the model's name, " + LONGEST_MODEL + " characters at most");
        }
        return model;
    }

    private static Unbelievable wrong(String key, JsonNode value, String expected) {
        String shown = Json.line(value);
        return new Unbelievable("`" + key + "` is " + Quoted.of(shown.substring(0, Math.min(60, shown.length())))
                + "; expected " + expected);
    }

    /** What all attempts of a task together took, by its {@code usage.json}; null if there is none that can be read. */
    public static Sum ofTask(Durable durable, TaskFolder task) throws IOException {
        byte[] content = durable.readIfThere(task.usage(), LIMIT);
        ObjectNode node = content == null ? null : Json.parseObject(content);
        return node == null ? null : Sum.of(node);
    }

    /** As Reeve writes it, alone or in a line with other keys. What nobody knows is left out. */
    public static void put(ObjectNode node, Usage usage) {
        node.put(INPUT, usage.input());
        node.put(CACHED, usage.cached());
        node.put(OUTPUT, usage.output());
        if (usage.cost() != null) {
            node.put(COST, new BigDecimal(Money.plain(usage.cost())));
        }
        Json.put(node, MODEL, usage.model());
    }

    /** What {@link #put} wrote; null if it can't be that. */
    public static Usage of(ObjectNode node) {
        ObjectNode own = Json.object();
        KEYS.forEach(key -> {
            if (node.get(key) != null) {
                own.set(key, node.get(key));
            }
        });
        try {
            return own.isEmpty() ? null : read(Json.file(own));
        } catch (Unbelievable e) {
            return null;
        }
    }
}
