package dev.reeve.message;

import dev.reeve.text.Names;
import dev.reeve.text.Nearest;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.TaskId;
import java.util.Collection;

/**
 * Whom a message is for: {@code <agent>}, or {@code <agent>/<session>}. A session need not be there: the first message
 * makes it.
 *
 * @param whose null if it is nobody
 * @param problem why it is nobody; null if it is somebody
 */
public record Address(Addressee whose, String problem) {

    /** @param agents all that there are */
    public static Address of(String to, Collection<String> agents) {
        int slash = to.indexOf('/');
        String agent = slash < 0 ? to : to.substring(0, slash);
        String label = slash < 0 ? null : to.substring(slash + 1);
        if (!agents.contains(agent)) {
            return nobody("there is no agent " + Quoted.of(agent)
                    + Nearest.of(agent, agents)
                            .map(near -> "; did you mean `" + near + (label == null ? "" : "/…") + "`?")
                            .orElse(""));
        }
        if (label != null && !Addressee.isLabel(label)) {
            return nobody("no session of `" + agent + "` can have the label " + Quoted.of(label) + ": " + why(label));
        }
        return new Address(new Addressee(agent, label), null);
    }

    private static String why(String label) {
        if (TaskId.isOne(label)) {
            return "that is a task, and `reeve steer " + label + " TEXT` speaks to it";
        }
        return Names.isName(label)
                ? "as `session` of a task that word has a meaning of its own; choose another"
                : Names.adviceFor(label);
    }

    private static Address nobody(String problem) {
        return new Address(null, problem);
    }
}
