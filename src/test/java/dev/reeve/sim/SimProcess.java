package dev.reeve.sim;

import dev.reeve.launch.Identity;
import dev.reeve.launch.Mark;
import dev.reeve.launch.Seen;
import java.io.IOException;

/** One process of the simulated machine. */
class SimProcess {

    final Identity identity;
    final Mark mark;
    final long session;
    final boolean stubborn;
    private final String command;
    private long parent;
    private boolean alive = true;
    private boolean halted;
    private SimTime.Event pending;

    SimProcess(Identity identity, long parent, long session, Mark mark, boolean stubborn, String command) {
        this.identity = identity;
        this.parent = parent;
        this.session = session;
        this.mark = mark;
        this.stubborn = stubborn;
        this.command = command;
    }

    long pid() {
        return identity.pid();
    }

    boolean isAlive() {
        return alive;
    }

    Seen seen() {
        return new Seen(identity, parent, session, session, command);
    }

    /** Its parent has ended. */
    void orphaned(long ended) {
        if (parent == ended) {
            parent = 1;
        }
    }

    /** Goes on with what it does: later, if it is halted, and never, if it is dead. */
    void go(SimTime.Event next) throws IOException {
        if (halted) {
            pending = next;
        } else if (alive) {
            next.happen();
        }
    }

    void halt() {
        halted = true;
    }

    void wake() throws IOException {
        halted = false;
        SimTime.Event next = pending;
        pending = null;
        if (next != null) {
            go(next);
        }
    }

    /** @param status as a shell tells it */
    void end(int status) throws IOException {
        alive = false;
    }
}
