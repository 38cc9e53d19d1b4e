package dev.reeve.cli.event;

import dev.reeve.cli.call.Invocation;
import dev.reeve.event.Routing;
import dev.reeve.files.Programs;
import dev.reeve.settings.ConfigurationReader;
import dev.reeve.settings.Reading;
import dev.reeve.settings.Settings;
import dev.reeve.workspace.Workspace;
import java.util.stream.Collectors;

/** The rules of a workspace, as they stand in its reeve.yaml now. */
final class Rules {

    private Rules() {}

    /** @return null if reeve.yaml can't be understood */
    static Settings of(Invocation invocation, Workspace here) {
        Reading<Settings> reading = reading(invocation, here);
        return reading.current() ? reading.value() : null;
    }

    static Reading<Settings> reading(Invocation invocation, Workspace here) {
        return new ConfigurationReader(invocation.disk(), here, Programs.ofThisMachine(), invocation.searchPath())
                .readSettings();
    }

    static String nobody(Routing routing) {
        return routing.passed().isEmpty()
                ? "reeve.yaml has no `routes`, which say whose work an event is."
                : "no rule takes it.\n"
                        + routing.passed().stream()
                                .map(Routing.Passed::toString)
                                .collect(Collectors.joining("\n"));
    }
}
