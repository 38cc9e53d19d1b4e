package dev.reeve.launch;

/**
 * Who a process is, within one {@link Home}.
 *
 * @param start its start time in the kernel's raw form, or "-" where the system tells none
 */
public record Identity(long pid, String start) {

    public static final String UNKNOWN_START = "-";
}
