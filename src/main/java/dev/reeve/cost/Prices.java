package dev.reeve.cost;

import dev.reeve.task.Usage;
import dev.reeve.text.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What models cost, for programs that tell tokens alone.
 *
 * @param date of the table, as it is written
 */
public record Prices(String date, Map<String, Price> models) {

    /** Of a million tokens, in millionths of a dollar. */
    public record Price(long input, long cached, long output) {}

    public Prices {
        models = Map.copyOf(models);
    }

    /** These, and for the models that they don't name the others. */
    public Prices over(Prices others) {
        Map<String, Price> both = new HashMap<>(others.models);
        both.putAll(models);
        return new Prices(date == null ? others.date : date, both);
    }

    /** The same usage with its cost, as far as that can be told: what a program says itself counts. */
    public Usage priced(Usage usage) {
        Price price = usage.cost() != null ? null : of(usage.model());
        return price == null
                ? usage
                : new Usage(usage.input(), usage.cached(), usage.output(), cost(usage, price), usage.model());
    }

    private static long cost(Usage usage, Price price) {
        return times(usage.input() - usage.cached(), price.input)
                .add(times(usage.cached(), price.cached))
                .add(times(usage.output(), price.output))
                .divide(BigDecimal.valueOf(Money.USD), 0, RoundingMode.HALF_UP)
                .longValue();
    }

    private static BigDecimal times(long tokens, long price) {
        return BigDecimal.valueOf(tokens).multiply(BigDecimal.valueOf(price));
    }

    /**
     * By its exact name, else by the longest beginning of it: {@code claude-sonnet-4-5} stands for
     * {@code claude-sonnet-4-5-20250929} as well. Its provider may stand before it.
     *
     * @return null if there is no price
     */
    public Price of(String model) {
        if (model == null) {
            return null;
        }
        List<String> names = new ArrayList<>(List.of(model));
        if (model.indexOf('/') >= 0) {
            names.add(model.substring(model.indexOf('/') + 1));
            names.add(model.substring(model.lastIndexOf('/') + 1));
        }
        for (String name : names) {
            if (models.containsKey(name)) {
                return models.get(name);
            }
        }
        for (String name : names) {
            String longest = models.keySet().stream()
                    .filter(name::startsWith)
                    .reduce(null, (best, one) -> best == null || one.length() > best.length() ? one : best);
            if (longest != null) {
                return models.get(longest);
            }
        }
        return null;
    }
}
