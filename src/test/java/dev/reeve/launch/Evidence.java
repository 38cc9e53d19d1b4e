package dev.reeve.launch;

import dev.reeve.files.Disk;
import dev.reeve.launch.Fate.Facts;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;

/** Gathers what {@link Fate} is decided by, in the order in which it can't mislead. */
public final class Evidence {

    private final Disk disk;
    private final Processes processes;
    private final long self;

    /** @param self the supervisor's own pid */
    public Evidence(Disk disk, Processes processes, long self) {
        this.disk = disk;
        this.processes = processes;
        this.self = self;
    }

    /**
     * Looks at one attempt.
     *
     * @param watched as in {@link Target}
     * @param stopDecided as in {@link Facts}
     * @param recordEnded as in {@link Facts}
     */
    public Facts gather(AttemptFolder attempt, Mark mark, boolean watched, boolean stopDecided, boolean recordEnded)
            throws IOException {
        Home begun = CommandFiles.home(disk, attempt);
        // without a command nothing was ever started, in whatever boot
        Home home = begun == null ? processes.home() : begun;
        boolean sameBoot = home.boot().equals(processes.home().boot());
        boolean sameNamespace = home.pidNamespace().equals(processes.home().pidNamespace());
        ExitFile.State exit = ExitFile.read(disk, attempt);
        if (!sameBoot || !sameNamespace || exit instanceof ExitFile.Missing) {
            return new Facts(exit, sameBoot, sameNamespace, false, false, stopDecided, recordEnded);
        }
        // It is claimed, so its pid is whole by now; read sooner, a shim that just starts would look like a stranger.
        Tree tree = Tree.look(processes, self, target(attempt, mark, watched));
        // A shim that was not seen any more had written its status by then, so that is read last.
        ExitFile.State last = ExitFile.read(disk, attempt);
        return new Facts(last, true, true, tree.shim() != null, !tree.others().isEmpty(), stopDecided, recordEnded);
    }

    /** Whose processes to stop, by what the attempt's folder says now. */
    public Target target(AttemptFolder attempt, Mark mark, boolean watched) throws IOException {
        PidFile pid = PidFile.read(disk, attempt);
        return new Target(pid == null ? null : pid.shim(), mark, watched);
    }
}
