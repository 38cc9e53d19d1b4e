package dev.reeve.event;

/** A template names a field that an event does not have. */
public final class Missing extends Exception {

    private static final long serialVersionUID = 1;

    Missing(String what) {
        super(what, null, false, false);
    }
}
