package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;

/** Whose model an agent asks, as far as its rate limits are shared. */
final class Provider {

    private Provider() {}

    /**
     * What stands before the slash of its model, else its program; a command of the person's own shares with nobody.
     *
     * @param model the task's own; null for the agent's
     */
    static String of(String model, AgentConfig agent) {
        String asked = model != null ? model : agent.model();
        int slash = asked == null ? -1 : asked.indexOf('/');
        if (slash > 0) {
            return asked.substring(0, slash);
        }
        return agent.program().isExec()
                ? "agent " + agent.name()
                : agent.program().runtime();
    }
}
