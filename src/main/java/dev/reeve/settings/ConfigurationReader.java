package dev.reeve.settings;

import dev.reeve.agent.AgentConfig;
import dev.reeve.agent.AgentFile;
import dev.reeve.files.Disk;
import dev.reeve.files.Programs;
import dev.reeve.files.Stat;
import dev.reeve.program.Preset;
import dev.reeve.program.Presets;
import dev.reeve.text.Names;
import dev.reeve.text.Parsed;
import dev.reeve.text.Place;
import dev.reeve.text.Problem;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the configuration of a workspace, whole or file by file. Nothing that people write makes it throw. */
public final class ConfigurationReader {

    private final Disk disk;
    private final Workspace workspace;
    private final Surroundings surroundings;

    /**
     * @param searchPath as in the variable PATH, to look for the agents' programs
     */
    public ConfigurationReader(Disk disk, Workspace workspace, Programs programs, String searchPath) {
        this.disk = disk;
        this.workspace = workspace;
        this.surroundings = new Surroundings(disk, programs, searchPath);
    }

    public Configuration read() {
        List<Problem> others = new ArrayList<>();
        TreeMap<String, Reading<AgentConfig>> agents = new TreeMap<>();
        boolean listed = true;
        try {
            for (String name : disk.list(workspace.agents())) {
                if (isAgent(name, others)) {
                    agents.put(name, readAgent(name));
                }
            }
        } catch (IOException e) {
            listed = false;
            others.add(Problem.error(
                    workspace.shown(workspace.agents()),
                    Place.WHOLE,
                    "the folder of the agents can't be read: " + Contents.reason(e),
                    "make one with `reeve agent add NAME`, or mend its permissions"));
        }
        TreeMap<String, Reading<Preset>> presets = presets(agents);
        agents.replaceAll((name, agent) ->
                agent.value() == null || !agent.value().program().isOfPreset()
                        ? agent
                        : agent.and(surroundings.problems(
                                workspace.agent(name),
                                agent,
                                presets.get(agent.value().program().runtime()))));
        return new Configuration(readSettings(), agents, presets, listed, others);
    }

    private TreeMap<String, Reading<Preset>> presets(Map<String, Reading<AgentConfig>> agents) {
        TreeMap<String, Reading<Preset>> presets = new TreeMap<>();
        for (Reading<AgentConfig> agent : agents.values()) {
            if (agent.value() != null && agent.value().program().isOfPreset()) {
                presets.computeIfAbsent(agent.value().program().runtime(), this::readPreset);
            }
        }
        return presets;
    }

    /** The user's own comes before the one that is built in. @return null if there is neither */
    public Reading<Preset> readPreset(String name) {
        Path path = workspace.preset(Presets.fileOf(name));
        String file = workspace.shown(path);
        byte[] builtIn = Presets.source(name);
        try {
            if (disk.stat(path) == null) {
                return builtIn == null ? null : Reading.of(file, Presets.read(name, file, builtIn));
            }
        } catch (IOException e) {
            // what is wrong with it, reading it tells
        }
        Parsed<byte[]> content = Contents.read(disk, path, file, Presets.LIMIT, "write it, or name another preset");
        return Reading.of(
                file,
                content instanceof Parsed.Good<byte[]> good
                        ? Presets.read(name, file, good.value())
                        : new Parsed.Bad<>(content.problems()));
    }

    public Reading<Settings> readSettings() {
        String file = workspace.shown(workspace.settings());
        Parsed<byte[]> content = Contents.read(
                disk,
                workspace.settings(),
                file,
                SettingsFile.LIMIT,
                "an empty file is enough: it stands for all defaults");
        return Reading.of(
                file,
                content instanceof Parsed.Good<byte[]> good
                        ? SettingsFile.read(file, good.value())
                        : new Parsed.Bad<>(content.problems()));
    }

    /** @param name of a folder that is there */
    public Reading<AgentConfig> readAgent(String name) {
        AgentFolder folder = workspace.agent(name);
        String file = workspace.shown(folder.config());
        Parsed<byte[]> content = Contents.read(
                disk,
                folder.config(),
                file,
                AgentFile.LIMIT,
                "write how to run the agent: `" + AgentFile.EXAMPLE + "`");
        if (!(content instanceof Parsed.Good<byte[]> good)) {
            return Reading.of(file, new Parsed.Bad<>(content.problems()));
        }
        Reading<AgentConfig> reading = Reading.of(file, AgentFile.read(name, file, good.value()));
        return reading.current() ? reading.and(surroundings.problems(folder, reading)) : reading;
    }

    /** A folder of the agents; dot-names and loose files beside them are nobody's business. */
    private boolean isAgent(String name, List<Problem> others) throws IOException {
        if (name.startsWith(".")) {
            return false;
        }
        AgentFolder folder = workspace.agent(name);
        Stat stat = disk.stat(folder.path());
        if (stat == null || stat.kind() == Stat.Kind.FILE) {
            return false;
        }
        String shown = workspace.shown(folder.path());
        if (!stat.isFolder()) {
            others.add(Problem.error(
                    shown,
                    Place.WHOLE,
                    stat.kind() == Stat.Kind.LINK ? "a symbolic link is no agent" : "this is no folder",
                    "an agent's folder, with its door, stands in the workspace itself"));
            return false;
        }
        if (!Names.isName(name)) {
            others.add(Problem.error(shown, Place.WHOLE, "no agent can have this name", Names.adviceFor(name)));
            return false;
        }
        return true;
    }
}
