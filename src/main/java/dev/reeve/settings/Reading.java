package dev.reeve.settings;

import dev.reeve.text.Parsed;
import dev.reeve.text.Places;
import dev.reeve.text.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * One configuration file: what is in force of it, and what is wrong with it as it stands.
 *
 * @param file as problems name it
 * @param value null if it was never good
 * @param current true if the value is what the file says now; false if it is the last good one, or there is none
 * @param places where its keys stand
 * @param problems of a file that is not current, why; else what will hardly work as it was meant
 */
public record Reading<T>(String file, T value, boolean current, Places places, List<Problem> problems) {

    static <T> Reading<T> of(String file, Parsed<T> parsed) {
        if (parsed instanceof Parsed.Good<T> good) {
            return new Reading<>(file, good.value(), true, good.places(), good.problems());
        }
        return new Reading<>(file, null, false, Places.NONE, parsed.problems());
    }

    Reading<T> and(List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new Reading<>(file, value, current, places, List.copyOf(all));
    }

    /** With the earlier value in force if there is none now. */
    public Reading<T> keeping(Reading<T> earlier) {
        return current || earlier == null ? this : new Reading<>(file, earlier.value, false, earlier.places, problems);
    }
}
