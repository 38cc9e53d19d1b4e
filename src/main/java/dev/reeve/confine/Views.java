package dev.reeve.confine;

import dev.reeve.files.Outside;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What an agent's processes see in their sandbox. Nothing of a home, of the workspace or of temporary folders is seen that
 * is not named here.
 *
 * @param home what {@code ~} stands for; null if nobody knows
 * @param tools folders that {@code reeve} itself needs to run inside
 */
public record Views(Workspace workspace, Path home, List<Path> tools, Outside outside) {

    private static final Path RESOLVER = Path.of("/etc/resolv.conf");

    /**
     * What somebody named.
     *
     * @param read may be read
     * @param write may be changed
     */
    public record Named(List<Path> read, List<Path> write) {}

    /**
     * What it sees whatever its task is.
     *
     * @param agents the names of all agents: who may be asked has a name, and no more
     */
    public View ofAgent(AgentFolder agent, Collection<String> agents, Named named, boolean network) {
        View view = new View(List.of(), agent.home(), network);
        if (home != null && home.getNameCount() > 0) {
            view = view.and(List.of(new Mount(Mount.Kind.WRITE, agent.home(), home)));
        }
        for (Grant grant : grants(named)) {
            view = grant.isWithin(workspace.root()) ? view : view.with(grant.kind(), grant.path(), grant.real());
        }
        view = view.and(ofWorkspace(agent, agents));
        for (Grant grant : grants(named)) {
            view = grant.isWithin(workspace.root()) ? view.with(grant.kind(), grant.path(), grant.real()) : view;
        }
        return view;
    }

    /** The same, at work. */
    public static View atWork(View ofAgent, TaskFolder task, AttemptFolder attempt) {
        return ofAgent.and(List.of(Mount.read(task.path()), Mount.write(attempt.door())));
    }

    private List<Mount> ofWorkspace(AgentFolder agent, Collection<String> agents) {
        List<Mount> mounts = new ArrayList<>();
        mounts.add(
                workspace.root().equals(home)
                        ? new Mount(Mount.Kind.WRITE, agent.home(), home)
                        : Mount.hide(workspace.root()));
        workspace.folders().forEach(folder -> mounts.add(Mount.name(folder)));
        agents.forEach(name -> mounts.add(Mount.name(workspace.agent(name).path())));
        for (Path file : List.of(workspace.settings(), workspace.houseRules())) {
            if (outside.look(file) == Outside.Kind.FILE) {
                mounts.add(Mount.read(file));
            }
        }
        mounts.add(Mount.write(agent.path()));
        // what it is allowed is not its own to say
        mounts.add(Mount.read(agent.config()));
        // what is mounted can't be taken away: nothing else can stand there at the next start
        mounts.add(Mount.write(agent.home()));
        mounts.add(Mount.write(workspace.shared()));
        return mounts;
    }

    /** @param real the path without any links; null if nothing is there */
    private record Grant(Mount.Kind kind, Path path, Path real) {

        /** What lies around the workspace never shows the rest of it. */
        boolean isWithin(Path root) {
            return path.startsWith(root) && !path.equals(root);
        }
    }

    /** A folder lies over the one that it is in, so that the outer one comes first. */
    private List<Grant> grants(Named named) {
        List<Grant> grants = new ArrayList<>();
        named.write().forEach(path -> grants.add(grant(Mount.Kind.WRITE, path)));
        for (List<Path> paths : List.of(named.read(), tools, List.of(RESOLVER))) {
            paths.forEach(path -> grants.add(grant(Mount.Kind.READ, path)));
        }
        // of two at the same depth the writable one stays first: the sort is stable
        grants.sort(Comparator.comparingInt(grant -> grant.path().getNameCount()));
        return grants;
    }

    private Grant grant(Mount.Kind kind, Path path) {
        return new Grant(kind, path, outside.real(path));
    }
}
