package dev.reeve.supervisor;

import dev.reeve.launch.MachineFull;

/** Whether the machine has room for another process. If it refused one, nothing is started until it has rested. */
final class Room {

    private static final String PROBLEM = "room";

    private final Kit kit;

    /** By the clock for durations; null if there was room at the last try. */
    private Long until;

    Room(Kit kit) {
        this.kit = kit;
    }

    boolean any() {
        return until == null || until - kit.time().nanos() <= 0;
    }

    void found() {
        until = null;
        kit.problems().clear(PROBLEM);
    }

    void refused(MachineFull full) {
        until = kit.time().nanos() + kit.team().get().settings().scan().toNanos();
        kit.problems()
                .raise(
                        PROBLEM,
                        "queue/",
                        "the machine has no room for another process (" + full.getMessage()
                                + "): nothing can be started. It costs no task an attempt, and is tried again. If it lasts,"
                                + " see what takes the memory, the processes or the open files of this user"
                                + " (`ulimit -a`), or lower `limits.max_concurrent` in reeve.yaml");
    }
}
