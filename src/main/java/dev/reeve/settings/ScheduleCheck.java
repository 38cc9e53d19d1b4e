package dev.reeve.settings;

import dev.reeve.files.Disk;
import dev.reeve.schedule.Schedule;
import dev.reeve.schedule.ScheduleFile;
import dev.reeve.text.Nearest;
import dev.reeve.text.Place;
import dev.reeve.text.Problem;
import dev.reeve.text.Quoted;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the schedules. */
final class ScheduleCheck {

    private ScheduleCheck() {}

    static List<Problem> of(Disk disk, Workspace workspace, Configuration configuration, Instant now) {
        List<Problem> problems = new ArrayList<>();
        ScheduleReader reader = new ScheduleReader(disk, workspace);
        Settings settings = configuration.settings().value();
        try {
            for (String file : disk.list(workspace.schedules())) {
                String name = ScheduleReader.nameOf(file);
                if (name != null) {
                    Reading<Schedule> reading =
                            reader.read(name, (settings == null ? Settings.defaults() : settings).zone());
                    problems.addAll(reading.problems());
                    problems.addAll(beside(reading, configuration, now));
                } else if (!file.startsWith(".") && !file.equals("README.md")) {
                    problems.add(Problem.warning(
                            workspace.shown(workspace.schedule(file)),
                            Place.WHOLE,
                            "no name of a schedule, and will not be read",
                            "expected NAME.md, in lower-case letters, digits, `-` and `_`"));
                }
            }
        } catch (NoSuchFileException e) {
            // no schedules
        } catch (IOException e) {
            problems.add(Problem.warning(
                    workspace.shown(workspace.schedules()),
                    Place.WHOLE,
                    "can't be read: " + Contents.reason(e),
                    "mend its permissions"));
        }
        return problems;
    }

    private static List<Problem> beside(Reading<Schedule> reading, Configuration configuration, Instant now) {
        if (reading.value() == null) {
            return List.of();
        }
        List<Problem> problems =
                new ArrayList<>(ScheduleFile.late(reading.file(), reading.value(), reading.places(), now));
        String agent = reading.value().deed() instanceof Schedule.Deed.Task task ? task.agent() : null;
        if (agent != null && configuration.listed() && !configuration.hasAgent(agent)) {
            problems.add(Problem.error(
                    reading.file(),
                    reading.places().of("agent"),
                    "`agent`: there is no agent " + Quoted.of(agent),
                    Nearest.advice(agent, configuration.agents().keySet())));
        }
        return problems;
    }
}
