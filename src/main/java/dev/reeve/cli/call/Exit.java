package dev.reeve.cli.call;

/** What each exit code means; the one place that says so. */
public final class Exit {

    public static final int DONE = 0;
    /** The task failed. */
    public static final int FAILED = 1;
    /** Wrong usage or configuration. */
    public static final int USAGE = 2;

    public static final int TIMED_OUT = 3;
    /** No such task, agent or workspace. */
    public static final int NO_SUCH_THING = 4;
    /** Reeve itself is wrong. */
    public static final int BUG = 70;

    private Exit() {}
}
