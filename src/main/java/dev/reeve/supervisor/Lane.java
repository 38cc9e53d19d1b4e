package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Queued tasks that need the same places. If the first of a lane can't start, none of it can, so that a decision looks at
 * lanes and not at tasks.
 *
 * @param worktree whether its tasks want a git worktree; null if they do not say
 * @param session what its tasks say about it; null if nothing
 * @param parent whose children these are; null if nobody's
 */
record Lane(
        String agent,
        String group,
        String cwd,
        Boolean worktree,
        String session,
        String parent,
        boolean memory,
        boolean urgent) {

    static Lane of(Card card) {
        return new Lane(
                card.agent(),
                card.group(),
                card.cwd(),
                card.worktree(),
                card.session(),
                card.parent(),
                card.memory(),
                card.urgent());
    }

    /** One place in each of these. */
    List<Resource> needs(Team team, Breakers breakers) {
        List<Resource> needs = new ArrayList<>();
        needs.add(Resource.of(Resource.Kind.WORKSPACE, ""));
        if (!urgent) {
            needs.add(Resource.of(Resource.Kind.UNRESERVED, ""));
        }
        if (memory) {
            needs.add(Resource.of(Resource.Kind.AGENT, agent));
        }
        if (group != null) {
            needs.add(Resource.of(Resource.Kind.GROUP, group));
        }
        if (parent != null) {
            needs.add(Resource.of(Resource.Kind.CHILDREN, parent));
        }
        String directory = directory(team.agent(agent));
        if (directory != null) {
            String path = team.directories().of(directory).toString();
            needs.add(Resource.of(Resource.Kind.DIRECTORY, path));
        }
        String conversation = Conversation.of(session, memory, team.config(agent));
        if (conversation != null) {
            needs.add(Resource.of(Resource.Kind.SESSION, agent + "/" + conversation));
        }
        if (breakers.halfOpen(agent)) {
            needs.add(Resource.of(Resource.Kind.PROBE, agent));
        }
        return needs;
    }

    /** A worktree is a directory of the task's own: those who go on with its conversation wait for that already. */
    private String directory(AgentConfig config) {
        if (config != null && Trees.wanted(worktree, config)) {
            return null;
        }
        return cwd != null || config == null ? cwd : config.cwd();
    }
}
