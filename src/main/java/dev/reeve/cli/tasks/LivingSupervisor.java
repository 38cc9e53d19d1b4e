package dev.reeve.cli.tasks;

import dev.reeve.files.Durable;
import dev.reeve.launch.Identity;
import dev.reeve.launch.RealProcesses;
import dev.reeve.launch.Seen;
import dev.reeve.supervisor.SupervisorFile;
import dev.reeve.workspace.Workspace;
import java.io.IOException;

/** The supervisor that is at work on a workspace, if its process still lives. */
public final class LivingSupervisor {

    private LivingSupervisor() {}

    /** @return null if none is alive: there is no record, or its process has ended */
    public static SupervisorFile of(Durable durable, Workspace workspace) throws IOException {
        SupervisorFile written = SupervisorFile.read(durable, workspace);
        if (written == null) {
            return null;
        }
        Seen process = RealProcesses.ofThisMachine().look(written.pid());
        return process != null && isSame(written, process.identity()) ? written : null;
    }

    /** A pid is given again and again; the start tells whose it is, where the system tells the start. */
    private static boolean isSame(SupervisorFile written, Identity process) {
        return written.start() == null
                || written.start().equals(Identity.UNKNOWN_START)
                || written.start().equals(process.start());
    }
}
