package dev.reeve.message;

import dev.reeve.text.Names;
import dev.reeve.text.Session;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.InboxFiles;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Who has an inbox and is woken by it: an agent, or one of its sessions.
 *
 * @param session its label; null for the agent itself
 */
public record Addressee(String agent, String session) implements Comparable<Addressee> {

    private static final Comparator<String> AGENT_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private static final Comparator<Addressee> ORDER =
            Comparator.comparing(Addressee::agent).thenComparing(Addressee::session, AGENT_FIRST);

    public static Addressee ofAgent(String name) {
        return new Addressee(name, null);
    }

    /** Whom a task of this agent speaks for: the session whose label it names itself, else the agent. */
    public static Addressee of(String agent, String said) {
        return new Addressee(agent, said != null && isLabel(said) ? said : null);
    }

    /**
     * Whose messages such a task reads. In a session nobody else's; with its agent's memory, those of the agent.
     *
     * @return null if nobody's
     */
    public static Addressee readBy(String agent, String said, boolean memory) {
        Addressee one = of(agent, said);
        return one.session != null || memory ? one : null;
    }

    /** True if a session may have this label: a safe name with no other meaning. */
    public static boolean isLabel(String text) {
        return Names.isName(text)
                && !text.equals(Session.FRESH)
                && !text.equals(Session.CONTINUE)
                && !TaskId.isOne(text);
    }

    public InboxFiles inbox(Workspace workspace) {
        AgentFolder folder = workspace.agent(agent);
        return session == null ? folder.messages() : folder.session(session).messages();
    }

    /** Where its inbox is. */
    public Path folder(Workspace workspace) {
        return inbox(workspace).folder();
    }

    @Override
    public int compareTo(Addressee other) {
        return ORDER.compare(this, other);
    }

    /** {@code <agent>}, or {@code <agent>/<session>}. */
    @Override
    public String toString() {
        return session == null ? agent : agent + "/" + session;
    }
}
