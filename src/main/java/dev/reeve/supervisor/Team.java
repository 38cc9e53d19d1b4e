package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.program.Preset;
import dev.reeve.settings.Settings;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The configuration in force.
 *
 * @param agents those whose file is good, or was
 * @param unfit those that can't be run, and why
 * @param presets those of its agents' programs whose file is good, or was
 * @param noSandbox asked of a task that waits for one: why there is none; null if there is
 */
record Team(
        Settings settings,
        Map<String, AgentConfig> agents,
        Map<String, Unfit> unfit,
        Map<String, Preset> presets,
        Directories directories,
        Supplier<String> noSandbox) {

    /** How the program of this name is run; null if it is any command of a person's own, or was never good. */
    Preset preset(String runtime) {
        return presets.get(runtime);
    }

    Preset preset(AgentConfig agent) {
        return agent.program().isOfPreset() ? presets.get(agent.program().runtime()) : null;
    }

    /** True if what is asked of this one a person does. */
    boolean isPerson(String name) {
        return agents.containsKey(name) && agents.get(name).isPerson();
    }

    /** @return null if it can't be run */
    AgentConfig agent(String name) {
        return name == null || unfit.containsKey(name) ? null : agents.get(name);
    }

    /** What its file says, even if it can't be run at the moment; null if it was never good. */
    AgentConfig config(String name) {
        return agents.get(name);
    }

    /** Every agent there is, fit or not. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(agents.keySet());
        names.addAll(unfit.keySet());
        return names;
    }

    /** Why an agent can't be run; null if it can. */
    Unfit whyUnfit(String name) {
        if (agent(name) != null) {
            return null;
        }
        Unfit why = unfit.get(name);
        return why != null
                ? why
                : Unfit.ofFile("there is no agent `" + name + "`: agents/" + name + "/agent.yaml is missing");
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
            case CHILDREN -> limits().maxActiveChildren();
            case DIRECTORY, SESSION, PROBE -> 1;
        };
    }
}
