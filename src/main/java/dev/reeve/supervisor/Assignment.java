package dev.reeve.supervisor;

import dev.reeve.task.TaskSpec;
import dev.reeve.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whose work a task is: of the agent that it names, else of the agent whose door it came through, else of the default
 * agent.
 *
 * @param agent null if nobody's
 */
record Assignment(String agent, List<String> problems) {

    /**
     * @param doorOf whose door it came through; null if nobody's
     * @param otherwise whose work it is if nobody is named; null for the default agent's
     */
    static Assignment of(TaskSpec spec, String doorOf, String otherwise, Team team) {
        List<String> problems = new ArrayList<>();
        Set<String> known = team.names();
        String agent = spec.agent() != null ? spec.agent() : doorOf;
        if (doorOf != null && spec.agent() != null && !spec.agent().equals(doorOf)) {
            problems.add("It names the agent `" + spec.agent() + "` and was dropped at `" + doorOf
                    + "`. Drop it into agents/" + spec.agent() + "/tasks/ or into tasks/, or take `agent:` out of it.");
        }
        if (agent == null) {
            agent = otherwise;
        }
        if (agent == null) {
            agent = team.settings().defaultAgent();
        }
        if (agent == null) {
            problems.add("It names no agent, "
                    + (team.settings().routes().isEmpty() ? "" : "no rule of `routes` takes it, ")
                    + "and reeve.yaml has no `default_agent`. Write `agent: NAME` into it, or drop it"
                    + " into agents/NAME/tasks/. Agents here: " + String.join(", ", known) + ".");
        } else if (!known.contains(agent)) {
            problems.add(unknown("agent", agent, known));
        }
        if (spec.fallback() != null && !known.contains(spec.fallback())) {
            problems.add(unknown("fallback", spec.fallback(), known));
        }
        String reviewer = spec.verify() == null ? null : spec.verify().agent();
        if (reviewer != null && !known.contains(reviewer)) {
            problems.add(unknown("verify", reviewer, known));
        }
        return new Assignment(agent, problems);
    }

    private static String unknown(String key, String name, Set<String> known) {
        String nearest = Nearest.of(name, known)
                .map(other -> " Did you mean `" + other + "`?")
                .orElse("");
        return "`" + key + ": " + name + "`: there is no such agent." + nearest + " Agents here: "
                + String.join(", ", known) + ".";
    }
}
