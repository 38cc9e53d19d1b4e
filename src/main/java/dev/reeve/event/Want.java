package dev.reeve.event;

import dev.reeve.text.Node;
import dev.reeve.text.Place;
import dev.reeve.text.Quoted;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a rule wants of one field. A list fulfils it if any of its items does. */
sealed interface Want {

    /** @param value null if the field is not there */
    default boolean holds(Node value) {
        if (value instanceof Node.Sequence sequence) {
            return sequence.items().stream().anyMatch(this::holds);
        }
        return value instanceof Node.Scalar scalar && !scalar.isNothing() && of(scalar);
    }

    boolean of(Node.Scalar value);

    /** True only if whatever fulfils the other one fulfils this as well. It may be so and not be seen. */
    default boolean covers(Want other) {
        if (equals(other)) {
            return true;
        }
        if (other instanceof AnyOf any) {
            return any.wants.stream().allMatch(this::covers);
        }
        if (other instanceof AllOf all) {
            return all.wants.stream().anyMatch(this::covers);
        }
        // a number is written in more than one way
        return other instanceof Is is && !is.isNumber() && of(is.value());
    }

    String words();

    /** The same text, or the same number if both are written as one. */
    record Is(String text, boolean plain) implements Want {

        boolean isNumber() {
            return plain && Decimal.of(text) != null;
        }

        Node.Scalar value() {
            return new Node.Scalar(text, plain, Place.WHOLE);
        }

        @Override
        public boolean of(Node.Scalar value) {
            if (text.equals(value.text())) {
                return true;
            }
            BigDecimal other = isNumber() && value.plain() ? Decimal.of(value.text()) : null;
            return other != null && other.compareTo(Decimal.of(text)) == 0;
        }

        @Override
        public String words() {
            return Quoted.of(text);
        }
    }

    /** {@code *} is anything, {@code ?} one letter. */
    record Glob(String glob) implements Want {

        @Override
        public boolean of(Node.Scalar value) {
            return Globbing.matches(glob, value.text());
        }

        @Override
        public boolean covers(Want other) {
            return glob.matches("\\*+") && !(other instanceof Exists) || Want.super.covers(other);
        }

        @Override
        public String words() {
            return Quoted.of(glob);
        }
    }

    /** Found anywhere in it. */
    record Matches(String regex) implements Want {

        @Override
        public boolean of(Node.Scalar value) {
            return Bounded.find(Pattern.compile(regex), value.text());
        }

        @Override
        public String words() {
            return "something that matches " + Quoted.of(regex);
        }
    }

    /** A number within these bounds. @param low null: no bound @param high null: no bound */
    record Range(BigDecimal low, boolean lowToo, BigDecimal high, boolean highToo) implements Want {

        @Override
        public boolean of(Node.Scalar value) {
            BigDecimal number = Decimal.of(value.text());
            return number != null && isAboveLow(number, true) && isBelowHigh(number, true);
        }

        private boolean isAboveLow(BigDecimal number, boolean itself) {
            int order = low == null ? 1 : number.compareTo(low);
            return order > 0 || order == 0 && (lowToo || !itself);
        }

        private boolean isBelowHigh(BigDecimal number, boolean itself) {
            int order = high == null ? -1 : number.compareTo(high);
            return order < 0 || order == 0 && (highToo || !itself);
        }

        @Override
        public boolean covers(Want other) {
            if (other instanceof Range range) {
                return (low == null || range.low != null && isAboveLow(range.low, range.lowToo))
                        && (high == null || range.high != null && isBelowHigh(range.high, range.highToo));
            }
            return other instanceof Is is && is.isNumber() ? of(is.value()) : Want.super.covers(other);
        }

        @Override
        public String words() {
            String above = low == null ? "" : (lowToo ? "at least " : "above ") + low.toPlainString();
            String below = high == null ? "" : (highToo ? "at most " : "below ") + high.toPlainString();
            return "a number " + above + (low == null || high == null ? "" : ", ") + below;
        }
    }

    /** Any of these. */
    record AnyOf(List<Want> wants) implements Want {

        @Override
        public boolean of(Node.Scalar value) {
            return wants.stream().anyMatch(want -> want.of(value));
        }

        @Override
        public boolean covers(Want other) {
            return !(other instanceof AnyOf) && wants.stream().anyMatch(want -> want.covers(other))
                    || Want.super.covers(other);
        }

        @Override
        public String words() {
            return wants.stream().map(Want::words).collect(Collectors.joining(" or "));
        }
    }

    /** All of these, of one and the same value. */
    record AllOf(List<Want> wants) implements Want {

        @Override
        public boolean of(Node.Scalar value) {
            return wants.stream().allMatch(want -> want.of(value));
        }

        @Override
        public boolean covers(Want other) {
            return wants.stream().allMatch(want -> want.covers(other)) || Want.super.covers(other);
        }

        @Override
        public String words() {
            return wants.stream().map(Want::words).collect(Collectors.joining(", and "));
        }
    }

    /** That the field is there, or that it is not. */
    record Exists(boolean there) implements Want {

        @Override
        public boolean holds(Node value) {
            return Fields.isNothing(value) != there;
        }

        @Override
        public boolean of(Node.Scalar value) {
            return there;
        }

        @Override
        public boolean covers(Want other) {
            return other instanceof Exists exists ? exists.there == there : there;
        }

        @Override
        public String words() {
            return there ? "anything" : "nothing";
        }
    }
}
