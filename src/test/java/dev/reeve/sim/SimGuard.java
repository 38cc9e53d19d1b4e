package dev.reeve.sim;

import dev.reeve.launch.Identity;
import dev.reeve.launch.Mark;
import java.io.IOException;

/** One of two that watch over each other: when the other dies, it starts it anew, as long as it is not halted itself. */
final class SimGuard extends SimProcess {

    private final SimProcesses processes;
    private SimGuard other;

    private SimGuard(SimProcesses processes, Identity identity, Mark mark) {
        super(identity, 1, identity.pid(), mark, true, "guard of " + mark.task());
        this.processes = processes;
        processes.took(this);
    }

    static void pair(SimProcesses processes, Mark mark) {
        new SimGuard(processes, processes.newIdentity(), mark).startOther();
    }

    private void startOther() {
        other = new SimGuard(processes, processes.newIdentity(), mark);
        other.other = this;
    }

    @Override
    void end(int status) throws IOException {
        super.end(status);
        processes.ended(this);
        other.go(other::startOther);
    }
}
