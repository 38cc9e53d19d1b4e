package dev.reeve.settings;

import dev.reeve.agent.CommandPath;
import dev.reeve.files.Disk;
import dev.reeve.files.Outside;
import dev.reeve.files.Programs;
import dev.reeve.text.Names;
import dev.reeve.text.Place;
import dev.reeve.text.Problem;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything in a workspace that a person should mend, for {@code reeve check}. */
public final class Checkup {

    private final Disk disk;
    private final Workspace workspace;
    private final List<Problem> problems = new ArrayList<>();

    private Checkup(Disk disk, Workspace workspace) {
        this.disk = disk;
        this.workspace = workspace;
    }

    /**
     * @param searchPath as in the variable PATH, to look for the agents' programs
     * @param own the variables of who asks
     */
    public static List<Problem> of(Disk disk, Workspace workspace, String searchPath, Map<String, String> own) {
        return of(disk, workspace, searchPath, Programs.ofThisMachine(), own);
    }

    static List<Problem> of(
            Disk disk, Workspace workspace, String searchPath, Programs programs, Map<String, String> own) {
        Configuration configuration = new ConfigurationReader(disk, workspace, programs, searchPath).read();
        Checkup checkup = new Checkup(disk, workspace);
        checkup.problems.addAll(configuration.problems());
        if (configuration.listed() && configuration.agents().isEmpty()) {
            checkup.warn(workspace.agents(), "there is no agent", "make one with `reeve agent add NAME`");
        }
        Privacy privacy = new Privacy(workspace, Outside.ofThisMachine(), programs, searchPath, own);
        checkup.problems.addAll(privacy.problems(configuration));
        checkup.problems.addAll(PriceCheck.of(disk, workspace, configuration));
        checkup.alertCommand(configuration.settings(), searchPath, programs);
        checkup.problems.addAll(ScheduleCheck.of(disk, workspace, configuration, Instant.now()));
        checkup.presets(new ConfigurationReader(disk, workspace, programs, searchPath), configuration);
        checkup.problems.sort(Problem.ORDER);
        return List.copyOf(checkup.problems);
    }

    private void alertCommand(Reading<Settings> settings, String searchPath, Programs programs) {
        List<String> command =
                settings.value() == null ? List.of() : settings.value().alertCommand();
        if (!command.isEmpty()
                && CommandPath.find(command.get(0), workspace.root(), "the workspace", searchPath, programs)
                        instanceof CommandPath.NotFound missing) {
            problems.add(Problem.warning(
                    settings.file(),
                    settings.places().of("alert_command"),
                    "`alert_command`: " + missing.reason(),
                    "nobody is told of alerts until it can be run; they are in logs/alerts.jsonl"));
        }
    }

    /** Those that no agent names were not read yet. */
    private void presets(ConfigurationReader reader, Configuration configuration) {
        for (String name : names(workspace.presets())) {
            String preset = name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : "";
            if (!Names.isName(preset)) {
                warn(
                        workspace.preset(name),
                        "no name of a preset, and will not be read",
                        "expected NAME.yaml, in lower-case letters, digits, `-` and `_`");
            } else if (!configuration.presets().containsKey(preset)) {
                problems.addAll(reader.readPreset(preset).problems());
            }
        }
    }

    private List<String> names(Path folder) {
        try {
            return disk.list(folder).stream()
                    .filter(name -> !name.startsWith(".") && !name.equals("README.md"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            warn(folder, "can't be read: " + Contents.reason(e), "mend its permissions");
            return List.of();
        }
    }

    private void warn(Path path, String what, String advice) {
        problems.add(Problem.warning(workspace.shown(path), Place.WHOLE, what, advice));
    }
}
