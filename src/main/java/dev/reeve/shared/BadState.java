package dev.reeve.shared;

/** What was asked for can't be done to this state, and its message says what can. Nothing was changed. */
public final class BadState extends Exception {

    private static final long serialVersionUID = 1;

    BadState(String message) {
        super(message);
    }
}
