package dev.reeve.launch;

import dev.reeve.workspace.State;
import dev.reeve.workspace.Workspace;
import java.nio.file.Path;

/**
 * Whose processes are meant: those of one attempt.
 *
 * @param shim null where no pid was ever written, or the files are gone
 * @param watched this supervisor saw the shim live or end. Then the session's number can't be anybody else's yet; after
 *     a long absence it may be, and without a living shim only the mark is believed
 */
public record Target(Identity shim, Mark mark, boolean watched) {

    /**
     * True if this living process is the shim. Where the system told the shell no start time, it is known by the
     * attempt's path among its arguments.
     */
    public boolean isShim(Seen seen) {
        if (shim == null || seen == null || seen.pid() != shim.pid()) {
            return false;
        }
        return shim.start().equals(Identity.UNKNOWN_START)
                ? seen.command().contains(" " + startedAt() + " ")
                : seen.identity().equals(shim);
    }

    private Path startedAt() {
        return new Workspace(Path.of(mark.workspace()))
                .task(State.RUNNING, mark.task())
                .attempt(mark.attempt())
                .path();
    }
}
