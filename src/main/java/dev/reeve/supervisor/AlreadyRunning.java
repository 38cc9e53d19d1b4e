package dev.reeve.supervisor;

/** Another supervisor holds this workspace. */
public final class AlreadyRunning extends Exception {

    private static final long serialVersionUID = 1L;

    AlreadyRunning(String message) {
        super(message);
    }
}
