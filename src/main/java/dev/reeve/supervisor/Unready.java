package dev.reeve.supervisor;

import dev.reeve.task.Wait;

/** What an attempt needs of the machine is not there; the message says what, and what to do. */
final class Unready extends Exception {

    private static final long serialVersionUID = 1L;

    private final Wait.Cause cause;

    Unready(Wait.Cause cause, String message) {
        super(message);
        this.cause = cause;
    }

    Wait.Cause cause() {
        return cause;
    }
}
