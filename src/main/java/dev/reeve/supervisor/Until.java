package dev.reeve.supervisor;

/** When a supervisor ends by itself. */
public enum Until {
    /** Never: somebody stops it. */
    STOPPED,
    /** When nothing is at work, and nothing would go on by itself. */
    IDLE
}
