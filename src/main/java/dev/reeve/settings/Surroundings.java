package dev.reeve.settings;

import dev.reeve.agent.AgentConfig;
import dev.reeve.agent.CommandPath;
import dev.reeve.files.Disk;
import dev.reeve.files.Programs;
import dev.reeve.program.Preset;
import dev.reeve.text.Problem;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.AgentFolder;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;

/** What a good agent.yaml names that is not there. Only warnings: it may come before it is needed. */
final class Surroundings {

    private final Disk disk;
    private final Programs programs;
    private final String searchPath;

    Surroundings(Disk disk, Programs programs, String searchPath) {
        this.disk = disk;
        this.programs = programs;
        this.searchPath = searchPath;
    }

    List<Problem> problems(AgentFolder folder, Reading<AgentConfig> reading) {
        List<Problem> problems = new ArrayList<>();
        List<String> command = reading.value().command();
        if (!command.isEmpty()
                && CommandPath.find(command.get(0), folder, searchPath, programs)
                        instanceof CommandPath.NotFound missing) {
            problems.add(Problem.warning(
                    reading.file(),
                    reading.places().of("command"),
                    "`command`: " + missing.reason(),
                    "tasks of this agent wait until it can be run"));
        }
        if (reading.value().confinement().worktree() && reading.value().cwd() == null) {
            problems.add(Problem.warning(
                    reading.file(),
                    reading.places().of("worktree"),
                    "`worktree: true` without `cwd`: it is not said of which repository",
                    "write `cwd`; tasks that have none of their own wait until then"));
        }
        // nobody asked for the default files by name, so that none of them can be missed
        if (reading.places().has("context")) {
            for (String file : reading.value().context()) {
                if (!isThere(folder, file)) {
                    problems.add(Problem.warning(
                            reading.file(),
                            reading.places().of("context"),
                            "`context`: there is no file " + Quoted.of(file) + " in the agent's folder",
                            "make it, or take it off the list"));
                }
            }
        }
        return problems;
    }

    List<Problem> problems(AgentFolder folder, Reading<AgentConfig> agent, Reading<Preset> preset) {
        return PresetCheck.problems(folder, agent, preset, searchPath, programs);
    }

    private boolean isThere(AgentFolder folder, String file) {
        try {
            return disk.stat(folder.file(file)) != null;
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
