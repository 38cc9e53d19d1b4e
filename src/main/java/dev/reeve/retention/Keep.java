package dev.reeve.retention;

import dev.reeve.text.Durations;
import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Node;
import dev.reeve.text.Sizes;
import dev.reeve.text.Type;
import dev.reeve.text.Value;
import java.time.Duration;
import java.util.Locale;

/**
 * How long something is kept, and how much of it: {@code 30d}, {@code 10GB} or {@code {age: 30d, size: 10GB}}.
 *
 * @param age null: for ever
 * @param size in bytes; null: as much as there is
 */
public record Keep(Duration age, Long size) {

    public static final Keep ALL = new Keep(null, null);

    /** What is younger stays in any case: a label means a task that ended in the last 24 hours. */
    static final Duration LEAST = Duration.ofDays(1);

    private static final Key<Duration> AGE = new Key<>("age", Durations.atLeast(LEAST));
    private static final Key<Long> SIZE = new Key<>("size", Sizes.between(0, 1L << 50));
    private static final Form FORM = Form.of(AGE, SIZE)
            .elsewhere("age", "days", "max_age", "time", "ttl")
            .elsewhere("size", "max_size", "bytes", "space");

    public static final Type<Keep> TYPE = Keep::read;

    private static Keep read(Value value) {
        if (value.node() instanceof Node.Scalar scalar) {
            // no unit of time ends like one of sizes
            return scalar.text().strip().toUpperCase(Locale.ROOT).endsWith("B")
                    ? of(null, SIZE.type().read(value))
                    : of(AGE.type().read(value), null);
        }
        Fields fields = FORM.read(value);
        return fields == null ? null : of(fields.read(AGE), fields.read(SIZE));
    }

    private static Keep of(Duration age, Long size) {
        return new Keep(age, size);
    }

    public boolean isAll() {
        return age == null && size == null;
    }
}
