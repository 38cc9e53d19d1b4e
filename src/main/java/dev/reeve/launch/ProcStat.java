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
    private static final int THREADS = 17;
    private static final int START = 19;
    private static final int CODE_END = 24;
    private static final int ENVIRONMENT_START = 47;
    private static final int ENVIRONMENT_END = 48;

    /** A length that is not known yet: its program is just being replaced by another. */
    static final long IN_EXEC = -1;

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
        if (fields.length <= START || isDead(fields)) {
            return null;
        }
        return new Seen(
                new Identity(Long.parseLong(text.substring(0, open - 1)), fields[START]),
                Long.parseLong(fields[PARENT]),
                Long.parseLong(fields[GROUP]),
                Long.parseLong(fields[SESSION]),
                text.substring(open + 1, close));
    }

    /**
     * How many bytes of environment it has, or {@link #IN_EXEC}. None has env -i, and a kernel's own thread.
     *
     * <p>The kernel tells where the code of a new program ends after everything else: until then its environment has no
     * place yet, or is there with no length.
     */
    static long environmentLength(String text) {
        String[] fields = text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
        if (fields.length <= ENVIRONMENT_END
                || isDead(fields)
                || (Long.parseLong(fields[FLAGS]) & KERNEL_THREAD) != 0) {
            return 0;
        }
        if (fields[CODE_END].equals("0")) {
            return IN_EXEC;
        }
        return Long.parseLong(fields[ENVIRONMENT_END]) - Long.parseLong(fields[ENVIRONMENT_START]);
    }

    /** Its first thread may have ended before the others, or be replaced by the one that executes a program. */
    private static boolean isDead(String[] fields) {
        return switch (fields[STATE]) {
            case "Z" -> fields[THREADS].equals("1") || fields[THREADS].equals("0");
            case "X", "x" -> true;
            default -> false;
        };
    }
}
