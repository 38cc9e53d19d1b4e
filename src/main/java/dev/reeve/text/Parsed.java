package dev.reeve.text;

import java.util.List;

/** What came of a file: a value, or at least one problem. */
public sealed interface Parsed<T> {

    /** Errors of a bad file, warnings of a good one. */
    List<Problem> problems();

    /** @param places where its keys stand */
    record Good<T>(T value, Places places, List<Problem> problems) implements Parsed<T> {}

    record Bad<T>(List<Problem> problems) implements Parsed<T> {

        public Bad {
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("nothing is wrong with it");
            }
        }
    }
}
