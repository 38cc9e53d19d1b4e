package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.agent.CommandPath;
import dev.reeve.files.Programs;
import dev.reeve.files.Stat;
import dev.reeve.launch.Environment;
import dev.reeve.launch.Unlaunchable;
import dev.reeve.program.Preset;
import dev.reeve.program.Presets;
import dev.reeve.settings.Configuration;
import dev.reeve.settings.ConfigurationReader;
import dev.reeve.settings.PresetCheck;
import dev.reeve.settings.Settings;
import dev.reeve.text.Problem;
import dev.reeve.workspace.AgentFolder;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The configuration in force: read again when a file of it has changed, with the last good one kept where a file is broken.
 * An agent whose file was never good, or whose program can't be found, is unfit until that is mended.
 */
final class Configured {

    private static final String PROBLEM = "configuration ";

    private final Kit kit;
    private final ConfigurationReader reader;
    private final Programs programs;
    private final Confining confining;
    private final String searchPath;
    private Configuration configuration;
    private final Directories directories;
    private Team team;
    private Map<String, Stat> lastLook = Map.of();

    Configured(Kit kit, Programs programs, String searchPath, Directories directories, Confining confining) {
        this.kit = kit;
        this.reader = new ConfigurationReader(kit.disk(), kit.workspace(), programs, searchPath);
        this.programs = programs;
        this.searchPath = searchPath;
        this.directories = directories;
        this.confining = confining;
        this.team = new Team(Settings.defaults(), Map.of(), Map.of(), Map.of(), directories, confining::noSandbox);
    }

    Team team() {
        return team;
    }

    /** False while reeve.yaml was never understood: nobody knows the limits then, nor whose a task is that names no agent. */
    boolean settingsAreKnown() {
        return configuration != null && configuration.settings().value() != null;
    }

    /** Reads what has changed. @param first nothing is told of the first reading */
    void reload(boolean first) throws IOException {
        Map<String, Stat> look = look();
        if (configuration == null || !look.equals(lastLook)) {
            Configuration before = configuration;
            Configuration read = reader.read();
            configuration = before == null ? read : read.keeping(before);
            lastLook = look;
            if (!first && !configuration.equals(before)) {
                kit.audit().tell(Action.RELOAD, "configuration", errors() + " problems", Audit.PERSON);
            }
        }
        // asked each time: a program may be installed, or go, without a change of any file of ours
        team = new Team(settings(), good(), unfit(), presets(), directories, confining::noSandbox);
        Map<String, Problems.Problem> current = new LinkedHashMap<>();
        for (Problem problem : configuration.problems()) {
            if (problem.isError()) {
                current.put(PROBLEM + problem, broken(problem.file(), Words.withoutFile(problem)));
            }
        }
        if (!settingsAreKnown()) {
            current.put(
                    PROBLEM + "limits",
                    broken("reeve.yaml", "nothing is taken or started until it can be read: its limits are not known"));
        }
        team.unfit().forEach((agent, why) -> {
            if (team.config(agent) != null) {
                current.put(PROBLEM + "launch " + agent, broken("agents/" + agent + "/agent.yaml", why.words()));
            }
        });
        kit.problems().keepOnly(PROBLEM, current);
    }

    private static Problems.Problem broken(String file, String what) {
        return new Problems.Problem(Alert.Kind.CONFIGURATION, file, what);
    }

    private long errors() {
        return configuration.problems().stream().filter(Problem::isError).count();
    }

    private Map<String, Stat> look() throws IOException {
        Map<String, Stat> look = new HashMap<>();
        look.put("", kit.disk().stat(kit.workspace().settings()));
        look.put("agents", kit.disk().stat(kit.workspace().agents()));
        if (look.get("agents") != null && look.get("agents").isFolder()) {
            for (AgentFolder agent : kit.workspace().agentFolders(kit.disk())) {
                look.put(agent.name(), kit.disk().stat(agent.config()));
            }
        }
        for (String preset : configuration == null ? Set.<String>of() : runtimes()) {
            look.put("preset " + preset, kit.disk().stat(kit.workspace().preset(Presets.fileOf(preset))));
        }
        return look;
    }

    /** The programs that agents are, whether or not there is a preset for each. */
    private Set<String> runtimes() {
        Set<String> runtimes = new TreeSet<>();
        for (AgentConfig agent : good().values()) {
            if (agent.program().isOfPreset()) {
                runtimes.add(agent.program().runtime());
            }
        }
        return runtimes;
    }

    private Map<String, Preset> presets() {
        Map<String, Preset> presets = new HashMap<>();
        for (String runtime : runtimes()) {
            configuration.preset(runtime).ifPresent(preset -> presets.put(runtime, preset));
        }
        return presets;
    }

    private Settings settings() {
        Settings settings = configuration.settings().value();
        return settings == null ? Settings.defaults() : settings;
    }

    private Map<String, AgentConfig> good() {
        Map<String, AgentConfig> good = new HashMap<>();
        configuration.agents().forEach((name, reading) -> {
            if (reading.value() != null) {
                good.put(name, reading.value());
            }
        });
        return good;
    }

    /** Those whose file is good and who can't be started all the same. */
    private Map<String, Unfit> unlaunchable() {
        Map<String, Unfit> unfit = new TreeMap<>();
        good().forEach((name, agent) -> {
            Unfit why = whyUnlaunchable(name, agent);
            if (why != null) {
                unfit.put(name, why);
            }
        });
        return unfit;
    }

    /** @return null if it can be started */
    private Unfit whyUnlaunchable(String name, AgentConfig agent) {
        if (agent.isPerson()) {
            return null;
        }
        String wrong = PresetCheck.wrong(
                agent, configuration.presets().get(agent.program().runtime()));
        if (wrong != null) {
            return Unfit.ofFile("agent " + name + ": " + wrong);
        }
        try {
            Environment.check(
                    settings().passEnv(), agent.env(), agent.credentials().keySet(), name);
        } catch (Unlaunchable e) {
            return Unfit.ofFile("agent " + name + ": " + e.getMessage());
        }
        Preset preset = configuration.preset(agent.program().runtime()).orElse(null);
        CommandPath program = program(agent, preset);
        if (program instanceof CommandPath.NotFound missing) {
            return Unfit.ofFile(
                    "agent " + name + ": its command can't be run: " + missing.reason() + PresetCheck.install(preset));
        }
        return confining.whyNot(agent, ((CommandPath.Found) program).program());
    }

    private Map<String, Unfit> unfit() {
        Map<String, Unfit> unfit = new TreeMap<>(unlaunchable());
        configuration.agents().forEach((name, reading) -> {
            if (reading.value() == null) {
                List<String> problems =
                        reading.problems().stream().map(Problem::toString).toList();
                unfit.put(
                        name,
                        Unfit.ofFile("the configuration of agent " + name + " is broken: " + Words.some(problems)));
            }
        });
        return unfit;
    }

    private CommandPath program(AgentConfig agent, Preset preset) {
        String path = agent.env().getOrDefault("PATH", searchPath);
        return CommandPath.find(
                PresetCheck.command(agent, preset).get(0), kit.workspace().agent(agent.name()), path, programs);
    }
}
