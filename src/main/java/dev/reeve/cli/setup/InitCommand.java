package dev.reeve.cli.setup;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Shell;
import dev.reeve.cli.call.UserError;
import dev.reeve.files.Stat;
import dev.reeve.workspace.OneFileSystem;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reeve init}: makes a workspace, or adds what one lacks. */
@Command(
        name = "init",
        description = "Makes a workspace with one agent that works at once. In a workspace, adds what is missing and"
                + " changes nothing that is there.",
        exitCodeList = {"0:done", "2:the folder holds something else, or can't be a workspace"},
        footer = "  reeve init my-team")
public final class InitCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The folder. Default: this one.")
    private Path folder;

    public InitCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Path root = invocation.path(folder == null ? Path.of("") : folder);
        boolean known = Files.isRegularFile(new Workspace(root).settings());
        if (!known) {
            refuseWhatIsTaken(root);
        }
        Workspace workspace = new Workspace(made(root));
        warnOfSyncing(workspace.root());
        List<Path> added = new WorkspaceMaker(invocation.durable(), workspace).complete();
        String problem = new OneFileSystem(invocation.durable(), workspace)
                .problem("init-" + ProcessHandle.current().pid());
        if (problem != null) {
            throw new UserError(Exit.USAGE, problem);
        }
        if (known) {
            tellAdded(workspace, added);
        } else {
            tellNext(workspace);
        }
        return Exit.DONE;
    }

    /** Dotfiles don't count: a new git repository is empty enough. */
    private void refuseWhatIsTaken(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new UserError(Exit.USAGE, root + " is a file. Name a folder: `reeve init DIR`.");
        }
        List<String> names = invocation.durable().disk().list(root).stream()
                .filter(name -> !name.startsWith("."))
                .sorted()
                .toList();
        if (!names.isEmpty()) {
            throw new UserError(
                    Exit.USAGE,
                    root + " is no workspace (it has no " + Workspace.SETTINGS + ") and holds other things, "
                            + names.get(0) + " for one, which would become part of it.\nName a folder that is empty or"
                            + " new: `reeve init "
                            + Shell.quote((folder == null ? Path.of("my-team") : folder.resolve("my-team")).toString())
                            + "`.");
        }
    }

    private Path made(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root.getParent());
            invocation.durable().ensureFolder(root);
        }
        return root.toRealPath();
    }

    private void warnOfSyncing(Path root) {
        String service = SyncedFolder.serviceFor(root);
        if (service != null) {
            invocation.note(
                    "warning: " + root + " is synchronised by " + service + ", which moves files while Reeve does."
                            + " Tasks can be lost or run twice: put the workspace somewhere else.");
        }
    }

    private void tellAdded(Workspace workspace, List<Path> added) {
        if (added.isEmpty()) {
            invocation.say(workspace.root() + " is a workspace, and complete. Nothing was changed.");
        } else {
            invocation.say(workspace.root() + " is a workspace already. What it lacked was added:");
            for (Path path : added) {
                Path relative = workspace.root().relativize(path);
                invocation.say("  " + relative + (isFolder(path) ? "/" : ""));
            }
        }
    }

    private boolean isFolder(Path path) {
        try {
            Stat stat = invocation.durable().disk().stat(path);
            return stat != null && stat.isFolder();
        } catch (IOException e) {
            return false;
        }
    }

    private void tellNext(Workspace workspace) {
        invocation.say("Made a workspace in " + workspace.root() + ". README.md there explains each folder.");
        List<String> programs = Offer.onThePath(invocation);
        if (!programs.isEmpty()) {
            invocation.say("On your PATH: " + String.join(", ", programs) + ". To make an agent of one:");
            invocation.say("");
            invocation.say("  " + invocation.origin().reeve() + " agent add coder --preset " + programs.get(0) + " -w "
                    + Shell.quote(workspace.root().toString()));
            invocation.say("");
        }
        invocation.say("Next, drop a task and see what comes of it:");
        invocation.say("");
        invocation.say("  cd " + Shell.quote(workspace.root().toString()));
        invocation.say("  echo \"Say hi\" > agents/hello/tasks/hi.md");
        invocation.say("  " + invocation.origin().reeve() + " up --until-idle && cat agents/hello/last/result.md");
    }
}
