package dev.reeve.settings;

import dev.reeve.agent.AgentConfig;
import dev.reeve.program.Preset;
import dev.reeve.text.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the configuration files of a workspace say. A broken file is never the end of it: it stands here with its
 * problems, and with the last good value if there was one.
 *
 * @param settings with a value of null if reeve.yaml was never good
 * @param agents every folder that may be an agent's, by its name
 * @param presets those that agents name and that can be found, by name
 * @param listed false if the folder of the agents could not be looked into, so that nothing is known of them
 * @param others problems of no file in particular, as a folder with a name that no agent can have
 */
public record Configuration(
        Reading<Settings> settings,
        SortedMap<String, Reading<AgentConfig>> agents,
        SortedMap<String, Reading<Preset>> presets,
        boolean listed,
        List<Problem> others) {

    public Configuration {
        presets = Collections.unmodifiableSortedMap(new TreeMap<>(presets));
        agents = Collections.unmodifiableSortedMap(new TreeMap<>(agents));
        others = List.copyOf(others);
    }

    /** How this agent is run; empty if there is no such agent, or if its file was never good. */
    public Optional<AgentConfig> agent(String name) {
        return Optional.ofNullable(agents.get(name)).map(Reading::value);
    }

    /** How this program is run; empty if there is none of this name, or if its file was never good. */
    public Optional<Preset> preset(String name) {
        return Optional.ofNullable(presets.get(name)).map(Reading::value);
    }

    /** True if there is such a folder, however broken. */
    public boolean hasAgent(String name) {
        return agents.containsKey(name);
    }

    /** The same with another reading of reeve.yaml. */
    public Configuration with(Reading<Settings> read) {
        return new Configuration(read.keeping(settings), agents, presets, listed, others);
    }

    /** The same with another reading of one agent. */
    public Configuration withAgent(String name, Reading<AgentConfig> read) {
        SortedMap<String, Reading<AgentConfig>> changed = new TreeMap<>(agents);
        changed.put(name, read.keeping(agents.get(name)));
        return new Configuration(settings, changed, presets, listed, others);
    }

    /** The same without an agent whose folder is gone. */
    public Configuration withoutAgent(String name) {
        SortedMap<String, Reading<AgentConfig>> changed = new TreeMap<>(agents);
        changed.remove(name);
        return new Configuration(settings, changed, presets, listed, others);
    }

    /** This reading, with the earlier one's good values in force where this one has none. */
    public Configuration keeping(Configuration earlier) {
        if (!listed) {
            return new Configuration(
                    settings.keeping(earlier.settings), earlier.agents, earlier.presets, false, others);
        }
        SortedMap<String, Reading<AgentConfig>> kept = new TreeMap<>();
        agents.forEach((name, reading) -> kept.put(name, reading.keeping(earlier.agents.get(name))));
        SortedMap<String, Reading<Preset>> known = new TreeMap<>();
        presets.forEach((name, reading) -> known.put(name, reading.keeping(earlier.presets.get(name))));
        return new Configuration(settings.keeping(earlier.settings), kept, known, true, others);
    }

    /** Everything that is wrong, within the files and between them, in the order of the files. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(others);
        all.addAll(settings.problems());
        agents.values().forEach(reading -> all.addAll(reading.problems()));
        presets.values().forEach(reading -> all.addAll(reading.problems()));
        all.addAll(Crossings.in(this));
        all.sort(Problem.ORDER);
        return List.copyOf(all);
    }
}
