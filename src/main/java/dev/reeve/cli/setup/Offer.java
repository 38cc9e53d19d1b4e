package dev.reeve.cli.setup;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.SearchPath;
import dev.reeve.cli.call.UserError;
import dev.reeve.files.Programs;
import dev.reeve.program.Preset;
import dev.reeve.program.Presets;
import dev.reeve.settings.ConfigurationReader;
import dev.reeve.settings.Reading;
import dev.reeve.text.Problem;
import dev.reeve.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The programs that can be agents here. */
final class Offer {

    private Offer() {}

    /** Those that are built in and on the search path. */
    static List<String> onThePath(Invocation invocation) {
        SearchPath path = new SearchPath(invocation.environment());
        List<String> there = new ArrayList<>();
        for (String name : Presets.BUILT_IN) {
            if (path.find(Presets.builtIn(name).command().get(0)) != null) {
                there.add(name);
            }
        }
        return there;
    }

    /** In words, to be put behind a command that lacks one. */
    static String words(Invocation invocation) {
        List<String> there = onThePath(invocation);
        return "There is " + String.join(", ", Presets.BUILT_IN) + "; on your PATH "
                + (there.isEmpty() ? "is none of them" : "are these: " + String.join(", ", there)) + ".";
    }

    static Preset preset(Invocation invocation, Workspace workspace, String name) {
        Reading<Preset> reading = new ConfigurationReader(
                        invocation.disk(), workspace, Programs.ofThisMachine(), invocation.searchPath())
                .readPreset(name);
        if (reading == null) {
            throw new UserError(
                    Exit.USAGE,
                    "--preset " + name + ": there is no such preset. " + words(invocation)
                            + " One of your own is a file " + workspace.preset(Presets.fileOf(name)) + ".");
        }
        if (reading.value() == null) {
            throw new UserError(
                    Exit.USAGE,
                    "--preset " + name + " is broken:\n"
                            + reading.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return reading.value();
    }
}
