package dev.reeve.task;

/**
 * What a run took of its model.
 *
 * @param input tokens that were sent, those from a cache among them
 * @param cached of them, those from a cache
 * @param output tokens that came back
 * @param cost in millionths of a dollar; null where nobody knows
 * @param model null where nobody said
 */
public record Usage(long input, long cached, long output, Long cost, String model) {

    public static final Usage NONE = new Usage(0, 0, 0, null, null);

    public long tokens() {
        return input + output;
    }

    /** What of it counts for a budget; what has no known cost costs nothing there. */
    public long of(Budget.Unit unit) {
        return unit == Budget.Unit.TOKENS ? tokens() : cost == null ? 0 : cost;
    }

    /** True if nothing was said at all. */
    public boolean isNothing() {
        return tokens() == 0 && cost == null;
    }
}
