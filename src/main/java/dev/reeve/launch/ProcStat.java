package dev.reeve.launch;

/**
 * One line of {@code /proc/<pid>/stat}.
 *
 * <pre>
 * 4711 (name) S 4700 4711 4711 … 158311 …
 * pid  comm state ppid pgrp session … starttime, the 22nd …
 * </pre>
 *
 * <p>The name may hold anything, spaces, parentheses and newlines included, so fields are counted from the last
 * parenthesis.
 */
final class ProcStat {

    private static final int STATE = 0;
    private static final int PARENT = 1;
    private static final int GROUP = 2;
    private static final int SESSION = 3;
    private static final int FLAGS = 6;
    private static final int START = 19;
    private static final int ENVIRONMENT_START = 47;
    private static final int ENVIRONMENT_END = 48;

    /** PF_KTHREAD */
    private static final long KERNEL_THREAD = 0x00200000;

    private ProcStat() {}

    /** @return null for a zombie, and for a process that is about to vanish */
    static Seen parse(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        if (open < 2 || close < open) {
            return null;
        }
        String[] fields = text.substring(close + 1).strip().split(" ", START + 2);
        if (fields.length <= START || isDead(fields[STATE])) {
            return null;
        }
        return new Seen(
                new Identity(Long.parseLong(text.substring(0, open - 1)), fields[START]),
                Long.parseLong(fields[PARENT]),
                Long.parseLong(fields[GROUP]),
                Long.parseLong(fields[SESSION]),
                text.substring(open + 1, close));
    }

    /** False where an environment that was read as empty is so in truth: env -i, or a kernel's own thread. */
    static boolean hasEnvironment(String text) {
        String[] fields = text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
        if (fields.length <= ENVIRONMENT_END
                || isDead(fields[STATE])
                || (Long.parseLong(fields[FLAGS]) & KERNEL_THREAD) != 0) {
            return false;
        }
        // in the midst of its exec both are 0: it is about to have one
        boolean inExec = fields[ENVIRONMENT_END].equals("0");
        return inExec || !fields[ENVIRONMENT_END].equals(fields[ENVIRONMENT_START]);
    }

    private static boolean isDead(String state) {
        return state.equals("Z") || state.equals("X") || state.equals("x");
    }
}
