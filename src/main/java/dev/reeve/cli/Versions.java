package dev.reeve.cli;

import dev.reeve.agent.AgentConfig;
import dev.reeve.agent.CommandPath;
import dev.reeve.cli.call.Invocation;
import dev.reeve.files.Programs;
import dev.reeve.program.Preset;
import dev.reeve.settings.Configuration;
import dev.reeve.settings.ConfigurationReader;
import dev.reeve.settings.PresetCheck;
import dev.reeve.settings.Reading;
import dev.reeve.text.Problem;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks the programs of presets which version they are: what is too old may read other words and print other events. */
final class Versions {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Invocation invocation;
    private final Workspace workspace;

    Versions(Invocation invocation, Workspace workspace) {
        this.invocation = invocation;
        this.workspace = workspace;
    }

    List<Problem> problems() {
        Programs programs = Programs.ofThisMachine();
        Configuration configuration =
                new ConfigurationReader(invocation.disk(), workspace, programs, invocation.searchPath()).read();
        List<Problem> problems = new ArrayList<>();
        Set<Path> asked = new HashSet<>();
        for (Reading<AgentConfig> agent : configuration.agents().values()) {
            AgentConfig config = agent.value();
            Preset preset = config == null
                    ? null
                    : configuration.preset(config.program().runtime()).orElse(null);
            List<String> command = preset == null ? List.of() : PresetCheck.command(config, preset);
            // a command of several words is an interpreter's, or a wrapper's: its version says nothing
            if (command.size() == 1
                    && CommandPath.find(
                                    command.get(0), workspace.agent(config.name()), invocation.searchPath(), programs)
                            instanceof CommandPath.Found found
                    && asked.add(found.program())) {
                String wrong = wrong(found.program(), preset);
                if (wrong != null) {
                    problems.add(Problem.warning(
                            agent.file(),
                            agent.places().of("runtime"),
                            "`runtime`: " + found.program() + ": " + wrong,
                            preset.install() == null ? "bring it up to date" : "run " + preset.install() + "@latest"));
                }
            }
        }
        return problems;
    }

    private String wrong(Path program, Preset preset) {
        if (preset.version().ask().isEmpty()) {
            return null;
        }
        List<String> words = new ArrayList<>(List.of(program.toString()));
        words.addAll(preset.version().ask());
        try {
            return preset.version()
                    .wrong(invocation.origin().programs().run(words, LONGEST).output());
        } catch (IOException e) {
            return "it can't be asked for its version: " + e.getMessage();
        }
    }
}
