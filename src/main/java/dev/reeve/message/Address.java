package dev.reeve.message;

import dev.reeve.text.Nearest;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.InboxFiles;
import dev.reeve.workspace.Workspace;
import java.util.Collection;

/**
 * Whom a message is for: {@code <agent>}, or {@code <agent>/<session>}.
 *
 * @param agent null if it is nobody
 * @param problem why it is nobody; null if it is somebody
 */
public record Address(String agent, InboxFiles inbox, String problem) {

    /** @param agents all that there are */
    public static Address of(String to, Workspace workspace, Collection<String> agents) {
        int slash = to.indexOf('/');
        String agent = slash < 0 ? to : to.substring(0, slash);
        if (!agents.contains(agent)) {
            return nobody("there is no agent " + Quoted.of(agent)
                    + Nearest.of(agent, agents)
                            .map(near -> "; did you mean `" + near + "`?")
                            .orElse(""));
        }
        if (slash >= 0) {
            return nobody(
                    "sessions, as " + Quoted.of(to) + " names one, are not in this version; write to `" + agent + "`");
        }
        return new Address(agent, workspace.agent(agent).messages(), null);
    }

    private static Address nobody(String problem) {
        return new Address(null, null, problem);
    }
}
