package dev.reeve.launch;

import java.time.Duration;

/**
 * What Linux tells of one process beyond its {@link ProcStat}.
 *
 * <pre>
 * status   … NSpid:  4711  7 …         its pid in each pid namespace, the innermost last
 * statm    2100 820 610 …              pages: in all, in memory, of those from files
 * stat     … utime stime cutime cstime …, from the 14th on
 * </pre>
 */
final class ProcLoad {

    private static final int USER_TIME = 11;
    private static final int PARTS = 4;

    /** What every Linux of the last decades has told programs, whatever its own clock does. */
    private static final long TICKS_A_SECOND = 100;

    private static final long PAGE = 4096;

    private ProcLoad() {}

    static long ownPid(String status, long pid) {
        for (String line : status.split("\n")) {
            if (line.startsWith("NSpid:")) {
                String[] pids = line.substring("NSpid:".length()).strip().split("\\s+");
                return Long.parseLong(pids[pids.length - 1]);
            }
        }
        return pid;
    }

    /** Null of one that is gone. */
    static Load of(String statm, String stat) {
        String[] pages = statm.strip().split(" ");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        if (pages.length < 3 || fields.length < USER_TIME + PARTS) {
            return null;
        }
        long ticks = 0;
        for (int i = USER_TIME; i < USER_TIME + PARTS; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        long own = Long.parseLong(pages[1]) - Long.parseLong(pages[2]);
        return new Load(Math.max(0, own) * PAGE, Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND));
    }
}
