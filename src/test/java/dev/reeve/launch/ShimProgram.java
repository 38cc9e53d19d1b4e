package dev.reeve.launch;

import dev.reeve.sim.Script;

/** A program of a history, in both of its languages. Each says first that it ran. */
record ShimProgram(String shell, Script script) {

    static final String RAN = "ran\n";

    static ShimProgram exits(int status) {
        return new ShimProgram(
                "echo ran; exit " + status, Script.begin().print(RAN).exit(status));
    }

    /** It stops itself, and exits with 5 when it is let go on. */
    static ShimProgram halts() {
        return new ShimProgram(
                "echo ran; kill -STOP $$; exit 5",
                Script.begin().print(RAN).halt().exit(5));
    }

    /** The same, and it heeds no TERM. */
    static ShimProgram haltsStubbornly() {
        return new ShimProgram(
                "trap '' TERM; echo ran; kill -STOP $$; exit 5",
                Script.begin().stubborn().print(RAN).halt().exit(5));
    }

    /** A child in a session of its own outlives it. */
    static ShimProgram leavesAChild() {
        return new ShimProgram(
                "setsid sleep 1000 & echo ran; exit 3",
                Script.begin().leaveChild().print(RAN).exit(3));
    }
}
