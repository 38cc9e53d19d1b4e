package dev.reeve.cli.look;

import dev.reeve.cli.call.Invocation;
import dev.reeve.files.Programs;
import dev.reeve.settings.ConfigurationReader;
import dev.reeve.settings.Reading;
import dev.reeve.settings.Settings;
import dev.reeve.workspace.Workspace;
import java.time.ZoneId;

/** Where the person is, as far as reeve.yaml can be understood. */
final class Zone {

    private Zone() {}

    static ZoneId of(Invocation invocation, Workspace workspace) {
        return of(new ConfigurationReader(
                invocation.disk(), workspace, Programs.ofThisMachine(), invocation.searchPath()));
    }

    static ZoneId of(ConfigurationReader reader) {
        Reading<Settings> read = reader.readSettings();
        return read.value() == null ? ZoneId.systemDefault() : read.value().zone();
    }
}
