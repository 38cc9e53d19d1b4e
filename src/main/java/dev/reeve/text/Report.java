package dev.reeve.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the problems of one file, so that a person can mend them all at once. */
public final class Report {

    /** A file with more than this is broken in one way, many times. */
    private static final int MOST = 100;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private int unsaid;
    private boolean errors;

    public Report(String file) {
        this.file = file;
    }

    public void error(Place place, String what, String advice) {
        errors = true;
        add(Problem.error(file, place, what, advice));
    }

    public void warning(Place place, String what, String advice) {
        add(Problem.warning(file, place, what, advice));
    }

    private void add(Problem problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        } else {
            unsaid++;
        }
    }

    /** What else is found is only counted. */
    boolean isFull() {
        return problems.size() >= MOST;
    }

    public boolean hasErrors() {
        return errors;
    }

    /** From top to bottom. */
    public List<Problem> problems() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Problem.ORDER);
        if (unsaid > 0) {
            sorted.add(Problem.error(file, Place.WHOLE, unsaid + " more problems", "mend these first"));
        }
        return List.copyOf(sorted);
    }

    /** The value if nothing is wrong with it. It is made first, because reading it is what finds the problems. */
    public <T> Parsed<T> result(Supplier<T> value, Places places) {
        T made = value.get();
        return errors || made == null ? bad() : new Parsed.Good<>(made, places, problems());
    }

    public <T> Parsed<T> bad() {
        return new Parsed.Bad<>(problems());
    }
}
