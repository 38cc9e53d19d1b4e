package dev.reeve.text;

import java.util.List;

/** A piece of YAML or JSON as it was written: nothing has been guessed about what a scalar means. */
public sealed interface Node {

    Place place();

    /** @param plain false for a quoted text, which is never a number, a word like {@code true}, or nothing */
    record Scalar(String text, boolean plain, Place place) implements Node {

        /** True for a key without a value, {@code ~} and {@code null}: as if nobody had said anything. */
        public boolean isNothing() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    record Sequence(List<Node> items, Place place) implements Node {}

    /** Keys are unique, in the order in which they were written. */
    record Mapping(List<Entry> entries, Place place) implements Node {}

    record Entry(Scalar key, Node value) {}
}
