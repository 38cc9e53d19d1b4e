package dev.reeve.supervisor;

import dev.reeve.files.Disk;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;

/** The true supervisor, with its loop turned by hand: the door to it for tests of other packages. */
public final class SteppedSupervisor {

    private final Supervisor supervisor;
    private final Hints hints;
    private final Workspace workspace;

    private SteppedSupervisor(Supervisor supervisor, Hints hints, Workspace workspace) {
        this.supervisor = supervisor;
        this.hints = hints;
        this.workspace = workspace;
    }

    public static SteppedSupervisor open(Workspace workspace, World world) throws IOException, AlreadyRunning {
        Hints hints = new Hints();
        return new SteppedSupervisor(Supervisor.open(workspace, world, hints), hints, workspace);
    }

    public void recover() throws IOException {
        supervisor.recover();
    }

    public Hints hints() {
        return hints;
    }

    /** Takes what was hinted at meanwhile. */
    public Hints.Batch heard() {
        try {
            return hints.await(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** @return how long it would sleep now */
    public Duration turn(Hints.Batch heard) throws IOException {
        return supervisor.guardedTurn(heard);
    }

    public void stop(boolean drain) {
        supervisor.stop(drain);
    }

    /** True once it has done what it was asked to do before its end. */
    public boolean over() {
        return supervisor.over(Until.STOPPED);
    }

    public void close() throws IOException {
        supervisor.close();
    }

    public boolean idle() {
        return supervisor.idle();
    }

    /** Null if what it remembers is what a fresh scan says. */
    public String disagreement(Disk disk) throws IOException {
        Board fresh = Boards.fresh(disk, workspace);
        return fresh.equals(supervisor.board())
                ? null
                : "the folders say\n  " + fresh + "\nmemory says\n  " + supervisor.board();
    }
}
