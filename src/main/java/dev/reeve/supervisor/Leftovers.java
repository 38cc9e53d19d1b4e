package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.Stat;
import dev.reeve.workspace.AgentFolder;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.ChildFolder;
import dev.reeve.workspace.EventFolder;
import dev.reeve.workspace.InboxFiles;
import dev.reeve.workspace.OneFileSystem;
import dev.reeve.workspace.SessionFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Temporary files of a supervisor that died while it wrote. They are swept before anything else is done, by the one that
 * has the lock, so that nobody can be at work on them.
 *
 * <p>Only in the places where a supervisor writes, and only under the names that it gives there. What another command was
 * making stays: it has no lock that would tell whether it is still making it.
 */
final class Leftovers {

    /** In {@code done} there are as many tasks as there ever were, and nothing is written there any more. */
    private static final List<State> BEFORE_DONE =
            List.of(State.QUEUE, State.WAITING, State.RUNNING, State.HELD, State.FAILED);

    private final Durable durable;
    private final Workspace workspace;

    Leftovers(Durable durable, Workspace workspace) {
        this.durable = durable;
        this.workspace = workspace;
    }

    void sweep() throws IOException {
        sweepOf(workspace.statusPage(), workspace.statusJson(), workspace.metrics());
        sweep(workspace.records(), name -> Durable.nameBehind(name) != null);
        sweep(workspace.keys(), name -> Durable.nameBehind(name) != null);
        sweep(workspace.worktrees(), name -> Durable.nameBehind(name) != null);
        sweep(workspace.slots(), name -> Durable.nameBehind(name) != null);
        for (Path folder : workspace.folders()) {
            sweep(folder, OneFileSystem::isTrial);
        }
        for (AgentFolder agent : workspace.agentFolders(durable.disk())) {
            sweepOf(agent.last());
            sweep(agent.messages());
            for (Path session : foldersIn(agent.sessions())) {
                sweep(new SessionFolder(session).messages());
            }
            sweep(agent.tasks(), OneFileSystem::isTrial);
        }
        for (State state : BEFORE_DONE) {
            for (Path folder : foldersIn(workspace.state(state))) {
                if (isTask(folder)) {
                    sweepTask(new TaskFolder(folder));
                }
            }
        }
        for (Path folder : foldersIn(workspace.eventLog())) {
            if (isTask(folder)) {
                sweepOf(new EventFolder(folder).record());
            }
        }
        for (Path folder : foldersIn(workspace.rejected())) {
            // on its way; what is rejected is a person's
            if (Rejecting.isOnItsWay(folder.getFileName().toString())) {
                sweepTask(new TaskFolder(folder));
            }
        }
    }

    private void sweep(InboxFiles inbox) throws IOException {
        sweepOf(inbox.cursor());
        sweep(inbox.folder(), name -> isRotated(inbox, Durable.nameBehind(name)));
    }

    private static boolean isRotated(InboxFiles inbox, String name) {
        return name != null && inbox.rotated(name) != null;
    }

    /** Or one that is being accepted. What else stands there is a person's. */
    private static boolean isTask(Path folder) {
        String name = folder.getFileName().toString();
        return TaskId.isOne(name.startsWith(".") ? name.substring(1) : name);
    }

    private void sweepTask(TaskFolder task) throws IOException {
        sweepOf(task.record(), task.why(), task.result(), task.resultJson(), task.letters(), task.usage());
        for (Path folder : foldersIn(task.attempts())) {
            AttemptFolder attempt = new AttemptFolder(folder);
            sweepOf(
                    attempt.command(),
                    attempt.prompt(),
                    attempt.exit(),
                    attempt.stdout(),
                    attempt.stderr(),
                    attempt.usage());
        }
        sweepOf(task.childrenIndex());
        for (Path folder : foldersIn(task.children())) {
            ChildFolder child = new ChildFolder(folder);
            sweepOf(child.status(), child.result(), child.resultJson(), child.why());
        }
        for (Path folder : foldersIn(task.after())) {
            TaskFolder left = new TaskFolder(folder);
            sweepOf(left.result(), left.resultJson(), left.why());
        }
    }

    /** What was to become one of these, which are in one folder. */
    private void sweepOf(Path... files) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : files) {
            names.add(file.getFileName().toString());
        }
        sweep(files[0].getParent(), name -> names.contains(Durable.nameBehind(name)));
    }

    private void sweep(Path folder, Predicate<String> ours) throws IOException {
        for (String name : names(folder)) {
            Stat stat = ours.test(name) ? durable.disk().stat(folder.resolve(name)) : null;
            // the link `last` is replaced in the same way
            if (stat != null && (stat.isFile() || stat.kind() == Stat.Kind.LINK)) {
                durable.removeTree(folder.resolve(name));
            }
        }
    }

    private List<Path> foldersIn(Path folder) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String name : names(folder)) {
            Stat stat = durable.disk().stat(folder.resolve(name));
            if (stat != null && stat.isFolder()) {
                folders.add(folder.resolve(name));
            }
        }
        return folders;
    }

    /** None if it is not there any more: people move tasks while a supervisor starts. */
    private List<String> names(Path folder) throws IOException {
        try {
            Stat stat = durable.disk().stat(folder);
            return stat == null || !stat.isFolder() ? List.of() : durable.disk().list(folder);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
