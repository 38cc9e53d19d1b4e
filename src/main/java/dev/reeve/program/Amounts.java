package dev.reeve.program;

import dev.reeve.task.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a run took, as far as its program has told. An amount that nobody can have used is refused. */
final class Amounts {

    /** More tokens, or millionths of a dollar, than any run can take. */
    private static final BigDecimal ABSURD = BigDecimal.valueOf(1_000_000_000_000L);

    private final boolean adds;
    private final Map<Taking, Long> told = new EnumMap<>(Taking.class);

    Amounts(Output.Counting counting) {
        this.adds = counting == Output.Counting.STEP;
    }

    /** @return what is wrong with it; null if it was taken, or nothing was there */
    String take(Taking taking, List<JsonNode> there) {
        if (there.isEmpty()) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode node : there) {
            if (!node.isNumber() || !isPossible(node.decimalValue())) {
                return wrong(taking, node);
            }
            sum = sum.add(node.decimalValue());
        }
        BigDecimal amount = taking == Taking.COST ? sum.movePointRight(6) : sum;
        if (amount.compareTo(ABSURD) > 0) {
            return wrong(taking, there.get(0));
        }
        // a part of a millionth counts as a whole one: a budget is never fooled by many small runs
        long whole = amount.setScale(0, RoundingMode.CEILING).longValueExact();
        told.merge(taking, whole, (before, now) -> adds ? before + now : now);
        return null;
    }

    /** Asked before anything is reckoned with it: a number may have a million digits. */
    private static boolean isPossible(BigDecimal amount) {
        long digits = (long) amount.precision() - amount.scale();
        return amount.signum() >= 0 && digits <= ABSURD.precision() && amount.scale() <= 100;
    }

    private static String wrong(Taking taking, JsonNode node) {
        return "the program tells of " + Plain.line(node.toString(), 40) + " as " + taking.key()
                + " usage, which can't be: it was not counted";
    }

    Usage usage(String model) {
        long input = told.getOrDefault(Taking.INPUT, 0L);
        return new Usage(
                input,
                Math.min(input, told.getOrDefault(Taking.CACHED, 0L)),
                told.getOrDefault(Taking.OUTPUT, 0L),
                // a program that knows no price says 0
                told.getOrDefault(Taking.COST, 0L) == 0 ? null : told.get(Taking.COST),
                model);
    }

    /** What was taken since. A program that counts from zero again has nothing to be taken off. */
    static Usage since(Usage before, Usage now) {
        if (now.input() < before.input() || now.output() < before.output()) {
            return now;
        }
        Long cost = now.cost() == null ? null : Long.valueOf(now.cost() - (before.cost() == null ? 0 : before.cost()));
        return new Usage(
                now.input() - before.input(),
                Math.max(0, now.cached() - before.cached()),
                now.output() - before.output(),
                cost != null && cost < 0 ? now.cost() : cost,
                now.model());
    }
}
