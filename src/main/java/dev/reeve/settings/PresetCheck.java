package dev.reeve.settings;

import dev.reeve.agent.AgentConfig;
import dev.reeve.agent.CommandPath;
import dev.reeve.agent.Program;
import dev.reeve.files.Programs;
import dev.reeve.program.Preset;
import dev.reeve.program.Presets;
import dev.reeve.text.Nearest;
import dev.reeve.text.Place;
import dev.reeve.text.Problem;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.AgentFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the preset that an agent names is there, and can do what is asked of it. */
public final class PresetCheck {

    private PresetCheck() {}

    /** Why the agent can't be run; null if nothing is known against it. @param preset null if there is none */
    public static String wrong(AgentConfig agent, Reading<Preset> preset) {
        if (!agent.program().isOfPreset()) {
            return null;
        }
        String runtime = agent.program().runtime();
        if (preset == null) {
            List<String> known = new ArrayList<>(Presets.BUILT_IN);
            known.addAll(0, List.of(Program.EXEC, Program.HUMAN));
            return "there is no preset " + Quoted.of(runtime) + "; " + Nearest.advice(runtime, known)
                    + "; one of your own is a file presets/" + Presets.fileOf(runtime);
        }
        if (preset.value() == null) {
            return "its preset is broken: "
                    + preset.problems().stream().map(Problem::toString).limit(3).collect(Collectors.joining("; "));
        }
        String lacks = preset.value().lacks(agent);
        return lacks == null
                ? null
                : "the preset " + runtime + " has no way to tell its program `" + lacks + "`; docs/programs.md says how"
                        + " that is set up, or leave the key out";
    }

    /** What is run for an agent: its own command, else its preset's. Empty if nobody says. */
    public static List<String> command(AgentConfig agent, Preset preset) {
        return preset == null ? agent.command() : preset.command(agent);
    }

    /** How to come by a program that is missing, as an ending of a sentence. */
    public static String install(Preset preset) {
        return preset == null || preset.install() == null ? "" : "; install it: " + preset.install();
    }

    static List<Problem> problems(
            AgentFolder folder, Reading<AgentConfig> agent, Reading<Preset> preset, String path, Programs programs) {
        AgentConfig config = agent.value();
        String wrong = wrong(config, preset);
        if (wrong != null) {
            // a broken preset tells of itself
            return preset != null && preset.value() == null
                    ? List.of()
                    : List.of(Problem.error(agent.file(), at(agent), "`runtime`: " + wrong, ""));
        }
        boolean itsOwn = config.program().isOfPreset() && config.command().isEmpty();
        if (itsOwn
                && CommandPath.find(preset.value().command().get(0), folder, path, programs)
                        instanceof CommandPath.NotFound missing) {
            return List.of(Problem.warning(
                    agent.file(),
                    at(agent),
                    "`runtime`: " + missing.reason() + install(preset.value()),
                    "tasks of this agent wait until it can be run"));
        }
        return List.of();
    }

    private static Place at(Reading<AgentConfig> agent) {
        return agent.places().of("runtime");
    }
}
