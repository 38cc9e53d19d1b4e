package dev.reeve.launch;

/**
 * What has become of an attempt, and what comes next. A plain function of what can be seen, asked again after every
 * step until it answers with an end.
 *
 * <table>
 * <caption>The first row that fits</caption>
 * <tr><th>seen</th><th>fate</th></tr>
 * <tr><td>another boot, and the record says that it ended</td><td>ENDED</td></tr>
 * <tr><td>another boot, {@code never}: it was forced when it was linked</td><td>CLOSED</td></tr>
 * <tr><td>another boot, a stop was written down</td><td>KILLED</td></tr>
 * <tr><td>another boot: nothing forced what the shim wrote, so even a status is no proof</td><td>LOST</td></tr>
 * <tr><td>no exit</td><td>CLOSE</td></tr>
 * <tr><td>another pid namespace, {@code never}</td><td>CLOSED</td></tr>
 * <tr><td>another pid namespace, and the record says that it ended</td><td>ENDED</td></tr>
 * <tr><td>another pid namespace: what lives there can't be seen</td><td>HOLD</td></tr>
 * <tr><td>{@code never} or a status, and something of it lives</td><td>STOP</td></tr>
 * <tr><td>{@code never}</td><td>CLOSED</td></tr>
 * <tr><td>a status</td><td>ENDED</td></tr>
 * <tr><td>empty or claimed, the shim lives, nothing says that it is over</td><td>READOPT</td></tr>
 * <tr><td>empty or claimed, something lives</td><td>STOP</td></tr>
 * <tr><td>empty or claimed, all gone, and the record says that it ended</td><td>ENDED</td></tr>
 * <tr><td>empty, all gone: its byte is written before anything is run</td><td>CLOSED</td></tr>
 * <tr><td>claimed, all gone, a stop was written down</td><td>KILLED</td></tr>
 * <tr><td>claimed, all gone</td><td>LOST</td></tr>
 * </table>
 *
 * <p>A task that a person moved while its attempt was at work is one for which a stop is written down first.
 */
public enum Fate {
    /** Link {@code never} to its exit, whether that wins or not, and ask again. No run is counted. */
    CLOSE,
    /** It is at work: take it over. */
    READOPT,
    /** Stop its tree, and ask again when that is gone. */
    STOP,
    /** It ended: by the record if that says so, else with the status that stands in its exit. */
    ENDED,
    /** It was stopped as it was decided, and left no status. */
    KILLED,
    /** It vanished: a reboot, an out-of-memory kill. */
    LOST,
    /** Nothing was ever run. */
    CLOSED,
    /** Whether it lives can't be told from here: a person says. */
    HOLD;

    /**
     * What can be seen of an attempt.
     *
     * @param sameBoot its processes were started in this boot
     * @param sameNamespace its pids mean here what they meant to its shim
     * @param shimAlive a stopped one is alive, a zombie is dead
     * @param treeAlive something of it other than the shim is alive
     * @param stopDecided the record says that it is to be stopped
     * @param recordEnded the record says how it ended
     */
    public record Facts(
            ExitFile.State exit,
            boolean sameBoot,
            boolean sameNamespace,
            boolean shimAlive,
            boolean treeAlive,
            boolean stopDecided,
            boolean recordEnded) {

        boolean anyAlive() {
            return shimAlive || treeAlive;
        }
    }

    public static Fate of(Facts seen) {
        if (!seen.sameBoot()) {
            return afterReboot(seen);
        }
        if (seen.exit() instanceof ExitFile.Missing) {
            return CLOSE;
        }
        if (!seen.sameNamespace()) {
            return outOfSight(seen);
        }
        if (seen.exit() instanceof ExitFile.Claimed || seen.exit() instanceof ExitFile.Empty) {
            return claimed(seen);
        }
        if (seen.anyAlive()) {
            return STOP;
        }
        return seen.exit() instanceof ExitFile.Never ? CLOSED : ENDED;
    }

    private static Fate afterReboot(Facts seen) {
        if (seen.recordEnded()) {
            return ENDED;
        }
        if (seen.exit() instanceof ExitFile.Never) {
            return CLOSED;
        }
        return seen.stopDecided() ? KILLED : LOST;
    }

    private static Fate outOfSight(Facts seen) {
        if (seen.exit() instanceof ExitFile.Never) {
            return CLOSED;
        }
        return seen.recordEnded() ? ENDED : HOLD;
    }

    private static Fate claimed(Facts seen) {
        if (seen.anyAlive()) {
            boolean goesOn = seen.shimAlive() && !seen.stopDecided() && !seen.recordEnded();
            return goesOn ? READOPT : STOP;
        }
        if (seen.recordEnded()) {
            return ENDED;
        }
        if (seen.exit() instanceof ExitFile.Empty) {
            return CLOSED;
        }
        return seen.stopDecided() ? KILLED : LOST;
    }
}
