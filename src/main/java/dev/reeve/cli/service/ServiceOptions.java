package dev.reeve.cli.service;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Origin;
import dev.reeve.cli.call.Programs;
import dev.reeve.cli.call.UserError;
import dev.reeve.cli.call.WorkspaceOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which workspace is kept running, by which system, and under which name. */
final class ServiceOptions {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    private static final int LARGEST_DEFINITION = 1 << 20;

    enum Manager {
        launchd,
        systemd
    }

    @Mixin
    private WorkspaceOption workspace;

    @Option(
            names = "--label",
            paramLabel = "L",
            description = "The name that the system knows it by. Default: dev.reeve.FOLDER on macOS, reeve-FOLDER on"
                    + " Linux.")
    private String label;

    @Option(names = "--dry-run", description = "Show what would be written and run, and change nothing.")
    private boolean dryRun;

    @Option(names = "--system", hidden = true)
    private Manager manager;

    boolean dryRun() {
        return dryRun;
    }

    Service service(Invocation invocation) throws IOException {
        if (label != null && !LABEL.matcher(label).matches()) {
            throw new UserError(
                    Exit.USAGE,
                    "--label " + label
                            + ": letters, digits, dots, - and _ only, at most 200, a letter or digit first.");
        }
        Origin origin = invocation.origin();
        Path launcher = origin.launcher();
        if (launcher == null) {
            throw new UserError(
                    Exit.USAGE,
                    "nobody knows where the launcher is, because Java was started without it. Use the script `reeve`"
                            + " that comes with Reeve.");
        }
        Supervised supervised =
                new Supervised(workspace.find(invocation), launcher, origin.userHome(), origin.environment());
        if (supervised.unwritable() != null) {
            throw new UserError(
                    Exit.USAGE,
                    supervised.unwritable() + " has a line break or another control character in it, which no service"
                            + " definition can hold. Rename the folder, or set the variable anew.");
        }
        if (manager(origin) == Manager.launchd) {
            return new Launchd(supervised, label == null ? Launchd.labelFor(supervised) : label, uid(origin));
        }
        return new Systemd(supervised, label == null ? Systemd.nameFor(supervised) : label);
    }

    private Manager manager(Origin origin) {
        if (manager != null) {
            return manager;
        }
        if (origin.isMac()) {
            return Manager.launchd;
        }
        if (origin.system().equals("Linux")) {
            return Manager.systemd;
        }
        throw new UserError(
                Exit.USAGE,
                origin.system() + ": Reeve knows launchd (macOS) and systemd (Linux). Anything else that keeps a"
                        + " program running will do: let it run `" + origin.reeve() + " -w WORKSPACE up`.");
    }

    private static String uid(Origin origin) throws IOException {
        Programs.Result result = origin.programs().run(List.of("id", "-u"));
        return result.output().strip();
    }

    /**
     * What the service's file says now, or null if there is none.
     *
     * @throws UserError if it is there for another workspace
     */
    static String installed(Invocation invocation, Service service) throws IOException {
        byte[] there = invocation.durable().readIfThere(service.file(), LARGEST_DEFINITION);
        if (there == null) {
            return null;
        }
        String definition = new String(there, StandardCharsets.UTF_8);
        if (!service.isOfSameWorkspace(definition)) {
            throw new UserError(
                    Exit.USAGE,
                    service.file() + " is there already, and not for this workspace. Name this one with --label, or"
                            + " remove the other.");
        }
        return definition;
    }
}
