package dev.reeve.cli.call;

/** Something that the person at the keyboard can mend: printed bare, without a stack trace. All else is a bug. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exit;

    /** @param message what, where, what was expected, and what to do next */
    public UserError(int exit, String message) {
        super(message, null, false, false);
        this.exit = exit;
    }

    public int exit() {
        return exit;
    }
}
