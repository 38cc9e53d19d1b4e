package dev.reeve.sim;

/** A moment of a shim, right before the step of its protocol that it is named for. */
public enum ShimMoment {
    PID,
    CLAIM,
    /** The first byte of {@code exit}. */
    BYTE,
    PROGRAM,
    STATUS,
    END;

    /** What can happen to a shim there. */
    public enum Trouble {
        NONE,
        /** It stops, until somebody lets it go on. */
        HALTED,
        /** It dies in the middle of the step: what the step makes is there, and empty. */
        CUT_OFF,
        /** From here on nothing that it writes finds room. */
        NO_SPACE
    }
}
