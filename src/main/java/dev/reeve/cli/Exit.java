package dev.reeve.cli;

/** What each exit code means; the one place that says so. */
final class Exit {

    static final int DONE = 0;
    /** The task failed. */
    static final int FAILED = 1;
    /** Wrong usage or configuration. */
    static final int USAGE = 2;

    static final int TIMED_OUT = 3;
    /** No such task, agent or workspace. */
    static final int NO_SUCH_THING = 4;
    /** Reeve itself is wrong. */
    static final int BUG = 70;

    private Exit() {}
}
