package dev.reeve.sim;

/** The process ends here, in the middle of whatever it did: nothing of it runs any more, no handler and no clean-up. */
public final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    public Crash(String where) {
        super(where, null, false, false);
    }
}
