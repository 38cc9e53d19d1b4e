package dev.reeve.text;

/** The reading of a file ends here: what follows could not be understood, or would cost too much. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Place place;
    private final String advice;

    Unreadable(Place place, String what, String advice) {
        super(what, null, false, false);
        this.place = place;
        this.advice = advice;
    }

    void tell(Report report) {
        report.error(place, getMessage(), advice);
    }
}
