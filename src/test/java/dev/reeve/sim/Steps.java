package dev.reeve.sim;

import java.io.IOException;

/** Hears of each single step that a process takes, in the moment before it, and may keep it from being taken. */
public interface Steps {

    /** Every step is taken. */
    Steps UNDISTURBED = (what, part) -> {};

    /** A beginning of a step, as a crash or a full disk in the middle of it leaves it. */
    @FunctionalInterface
    interface Part {
        void take(SimDisk disk) throws IOException;
    }

    /**
     * @param what in words
     * @param part null for a step that is whole or not taken at all
     * @throws Crash if the process dies here
     * @throws IOException if the step fails
     */
    void before(String what, Part part) throws IOException;
}
