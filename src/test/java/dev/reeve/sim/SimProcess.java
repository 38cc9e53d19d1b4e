package dev.reeve.sim;

import dev.reeve.launch.Identity;
import dev.reeve.launch.Mark;
import dev.reeve.launch.Seen;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** One process of the simulated machine. */
class SimProcess {

    private static final int NOT_ASKED = -1;

    final Identity identity;
    final Mark mark;
    final long session;
    private final String command;
    private long parent;
    private boolean alive = true;
    private boolean halted;
    private boolean starved;
    private int asked = NOT_ASKED;
    private final Deque<SimTime.Event> pending = new ArrayDeque<>();

    /** It does not heed TERM. */
    boolean stubborn;

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
        if (isHeldUp()) {
            pending.addLast(next);
        } else if (alive) {
            hear();
            happen(next);
        }
    }

    /** It is asked to end, and hears it before it does anything else. */
    void ask(int status) {
        asked = status;
    }

    private void hear() throws IOException {
        int status = asked;
        asked = NOT_ASKED;
        if (status != NOT_ASKED && !stubborn) {
            end(status);
        }
    }

    boolean isHalted() {
        return halted;
    }

    boolean isHeldUp() {
        return halted || starved;
    }

    /** False until it has its own environment. */
    boolean showsItsMark() {
        return mark != null;
    }

    void halt() {
        halted = true;
    }

    void wake() throws IOException {
        halted = false;
        catchUp();
    }

    /** The machine has no time for it: it does nothing, not even when it is woken. */
    void starve() {
        starved = true;
    }

    void feed() throws IOException {
        starved = false;
        catchUp();
    }

    private void catchUp() throws IOException {
        while (alive && !isHeldUp() && !pending.isEmpty()) {
            hear();
            happen(pending.removeFirst());
        }
    }

    private void happen(SimTime.Event next) throws IOException {
        if (alive) {
            next.happen();
        }
    }

    /** @param status as a shell tells it */
    void end(int status) throws IOException {
        alive = false;
    }
}
