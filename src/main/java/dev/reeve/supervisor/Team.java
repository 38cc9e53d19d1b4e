package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.settings.Settings;
import java.util.Map;

/**
 * The configuration in force.
 *
 * @param agents those that can be run
 * @param unfit those that can't, and why: in words, with what to mend
 */
record Team(Settings settings, Map<String, AgentConfig> agents, Map<String, String> unfit) {

    /** @return null if it can't be run */
    AgentConfig agent(String name) {
        return name == null ? null : agents.get(name);
    }

    /** Why an agent can't be run; null if it can. */
    String whyUnfit(String name) {
        if (agents.containsKey(name)) {
            return null;
        }
        return unfit.getOrDefault(name, "there is no agent `" + name + "`: agents/" + name + "/agent.yaml is missing");
    }

    Settings.Limits limits() {
        return settings.limits();
    }

    /** How many places a resource has. */
    int width(Resource resource) {
        return switch (resource.kind()) {
            case WORKSPACE -> limits().maxConcurrent();
            case UNRESERVED -> limits().maxConcurrent() - limits().reserveUrgent();
            case AGENT ->
                agents.containsKey(resource.name())
                        ? agents.get(resource.name()).concurrency()
                        : 0;
            case GROUP -> {
                Settings.Group group = settings.groups().get(resource.name());
                yield group == null ? Integer.MAX_VALUE : group.concurrency();
            }
            case DIRECTORY, PROBE -> 1;
        };
    }
}
