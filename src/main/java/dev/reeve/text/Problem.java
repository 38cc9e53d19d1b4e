package dev.reeve.text;

import java.util.Comparator;

/**
 * Something that a person can mend, in the form {@code agents/a/agent.yaml:3:1: unknown key `timeot`; did you mean
 * `timeout`?}.
 *
 * @param file as a person would name it: relative to the workspace, or the name it was dropped under
 * @param what is wrong
 * @param advice what was expected and what to do next; empty if {@code what} says it all
 */
public record Problem(Severity severity, String file, Place place, String what, String advice) {

    /** By file, then from top to bottom. */
    public static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file).thenComparing(Problem::place);

    public enum Severity {
        /** The file can't be used as it is. */
        ERROR,
        /** It can be used, but hardly as it was meant. */
        WARNING
    }

    public static Problem error(String file, Place place, String what, String advice) {
        return new Problem(Severity.ERROR, file, place, what, advice);
    }

    public static Problem warning(String file, Place place, String what, String advice) {
        return new Problem(Severity.WARNING, file, place, what, advice);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** 0 if it is about the whole file. */
    public int line() {
        return place.line();
    }

    /** 0 if it is about the whole file. */
    public int column() {
        return place.column();
    }

    /** The one form in which people see it. */
    @Override
    public String toString() {
        String where = place.equals(Place.WHOLE) ? "" : ":" + place.line() + ":" + place.column();
        return Quoted.harmless(file) + where + ": " + what + (advice.isEmpty() ? "" : "; " + advice);
    }
}
