package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.confine.Within;
import dev.reeve.repository.Repository;
import dev.reeve.task.Sandbox;
import dev.reeve.task.TaskRecord;

/**
 * Which repositories an agent that is shut in may have a worktree of: the one that a person named in its agent.yaml, and
 * those that it may change anyway. A folder of its own could lead to any other.
 */
record TreeBounds(Kit kit) {

    /** Why it may not have one of this; null if it may. */
    String beyond(TaskRecord record, AgentConfig agent, Repository repository) {
        if (agent.confinement().sandbox() == Sandbox.NONE) {
            return null;
        }
        boolean named = record.spec().cwd() == null && agent.confinement().worktree();
        Within within = Tightening.within(agent, kit.team().get().directories());
        boolean itsOwn = Tightening.mayChange(repository.top(), agent, within, kit.workspace());
        String file = "agents/" + agent.name() + "/agent.yaml";
        if (!named && !itsOwn) {
            return "the repository " + repository.top() + " is not within what agent " + agent.name()
                    + " may change in its sandbox. Name it in `paths: {write: […]}` of " + file
                    + ", or write `worktree: true` and `cwd` there";
        }
        boolean leadsAway = !repository.common().equals(repository.top().resolve(".git"));
        return itsOwn && leadsAway
                ? repository.top() + "/.git leads to " + repository.common() + ", which agent " + agent.name()
                        + " could have written there to get out of its sandbox. Name the repository itself in `cwd` of "
                        + file
                : null;
    }
}
