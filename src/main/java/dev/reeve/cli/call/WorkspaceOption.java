package dev.reeve.cli.call;

import dev.reeve.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which workspace a command is about: {@code -w DIR}, else {@code $REEVE_WORKSPACE}, else the nearest one upward. */
public final class WorkspaceOption {

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            description = "The workspace. Default: $REEVE_WORKSPACE, else the nearest folder upward with a reeve.yaml.")
    private Path folder;

    public Workspace find(Invocation call) {
        if (folder != null) {
            return checked(call, folder, "-w " + folder);
        }
        String named = call.environment().getOrDefault("REEVE_WORKSPACE", "");
        if (!named.isEmpty()) {
            return checked(call, Path.of(named), "$REEVE_WORKSPACE, " + named);
        }
        Path here = call.origin().directory();
        for (Path at = here; at != null; at = at.getParent()) {
            if (isWorkspace(at)) {
                return new Workspace(at);
            }
        }
        throw new UserError(
                Exit.NO_SUCH_THING,
                "no workspace here: neither " + here + " nor a folder above it has a " + Workspace.SETTINGS
                        + ".\nMake one with `reeve init DIR`, or name one with -w DIR.");
    }

    private static Workspace checked(Invocation call, Path named, String said) {
        Path absolute = call.path(named);
        if (!isWorkspace(absolute)) {
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    said + ": no workspace, it has no " + Workspace.SETTINGS + ".\nMake one with `reeve init " + named
                            + "`.");
        }
        return new Workspace(absolute);
    }

    private static boolean isWorkspace(Path folder) {
        return Files.isRegularFile(new Workspace(folder).settings());
    }
}
