package dev.reeve.supervisor;

import dev.reeve.task.Wait;
import java.time.Duration;

/** What an attempt needs of the machine is not there; the message says what, and what to do. */
final class Unready extends Exception {

    private static final long serialVersionUID = 1L;

    private final Wait.Cause cause;
    private final Duration again;

    Unready(Wait.Cause cause, String message) {
        this(cause, message, null);
    }

    /** @param again after which it is tried again; null where it is seen when it is there */
    Unready(Wait.Cause cause, String message, Duration again) {
        super(message);
        this.cause = cause;
        this.again = again;
    }

    Duration again() {
        return again;
    }

    Wait.Cause cause() {
        return cause;
    }
}
