package dev.reeve.cli.schedule;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.UserError;
import dev.reeve.files.Programs;
import dev.reeve.schedule.Schedule;
import dev.reeve.settings.ConfigurationReader;
import dev.reeve.settings.Reading;
import dev.reeve.settings.ScheduleReader;
import dev.reeve.settings.Settings;
import dev.reeve.text.Nearest;
import dev.reeve.text.Problem;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The schedules as their files say. */
final class Files {

    private final ScheduleReader reader;
    private final Settings settings;

    Files(Invocation invocation, Workspace workspace) {
        this.reader = new ScheduleReader(invocation.disk(), workspace);
        Settings read = new ConfigurationReader(
                        invocation.disk(), workspace, Programs.ofThisMachine(), invocation.searchPath())
                .readSettings()
                .value();
        this.settings = read == null ? Settings.defaults() : read;
    }

    Settings settings() {
        return settings;
    }

    Map<String, Reading<Schedule>> all() throws IOException {
        Map<String, Reading<Schedule>> all = new TreeMap<>();
        for (String name : reader.look().keySet()) {
            all.put(name, reader.read(name, settings.zone()));
        }
        return all;
    }

    /** @throws UserError if there is none of this name, or it is broken */
    Schedule get(String name) throws IOException {
        Set<String> names = reader.look().keySet();
        if (!names.contains(name)) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    "there is no schedule '" + Phrases.line(name) + "': "
                            + (names.isEmpty() ? "schedules/ has none" : Nearest.advice(name, names)) + ".");
        }
        Reading<Schedule> reading = reader.read(name, settings.zone());
        if (reading.value() == null) {
            throw new UserError(
                    Exit.USAGE,
                    reading.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return reading.value();
    }
}
