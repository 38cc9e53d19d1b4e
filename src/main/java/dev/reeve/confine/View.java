package dev.reeve.confine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that can be seen inside a sandbox, beyond the system itself.
 *
 * @param mounts from the first to the one that lies over all
 * @param home the agent's own folder for what programs keep in a home; null where there is none
 * @param network false: none
 */
public record View(List<Mount> mounts, Path home, boolean network) {

    /** Where the programs of the system are, and what they need. */
    public static final List<Path> SYSTEM = List.of(
            Path.of("/usr"),
            Path.of("/bin"),
            Path.of("/sbin"),
            Path.of("/lib"),
            Path.of("/lib32"),
            Path.of("/lib64"),
            Path.of("/etc"),
            Path.of("/opt"),
            Path.of("/nix"));

    public View {
        mounts = List.copyOf(mounts);
    }

    /** The system alone. */
    static View ofSystem(boolean network) {
        return new View(List.of(), null, network);
    }

    /** True if what is at this path can be seen there. */
    public boolean shows(Path path) {
        boolean shown = SYSTEM.stream().anyMatch(path::startsWith);
        for (Mount mount : mounts) {
            if (path.startsWith(mount.at())) {
                shown = mount.isAsItIs();
            }
        }
        return shown;
    }

    /** The same with a working directory. @param real the path without any links; null if nothing is there */
    public View showing(Path directory, Path real) {
        return with(Mount.Kind.WRITE, directory, real);
    }

    /**
     * The same with the folder that the worktrees of a git repository share, where commits are written. What git runs of it,
     * for people too, stays as it is.
     */
    public View showingRepository(Path common, Path real) {
        return real == null
                ? this
                : with(Mount.Kind.WRITE, common, real)
                        .and(List.of(Mount.read(real.resolve("config")), Mount.read(real.resolve("hooks"))));
    }

    /** True if it may be changed there. */
    boolean mayChange(Path path) {
        boolean may = false;
        for (Mount mount : mounts) {
            if (path.startsWith(mount.at())) {
                may = mount.kind() == Mount.Kind.WRITE && mount.isAsItIs();
            }
        }
        return may;
    }

    /** The same, with more over it. */
    View and(List<Mount> more) {
        List<Mount> all = new ArrayList<>(mounts);
        all.addAll(more);
        return new View(all, home, network);
    }

    /**
     * The same with a path that somebody named. What is shown already is not shown again: a process that may change a
     * folder may put a link into it, which must lead nowhere from out here.
     *
     * @param real the path without any links; null if nothing is there
     */
    View with(Mount.Kind kind, Path path, Path real) {
        if (real == null || (kind == Mount.Kind.READ ? shows(path) : mayChange(path))) {
            return this;
        }
        View view = and(List.of(new Mount(kind, real, path)));
        return real.equals(path) ? view : view.with(kind, real, real);
    }
}
