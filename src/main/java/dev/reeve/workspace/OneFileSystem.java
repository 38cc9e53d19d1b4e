package dev.reeve.workspace;

import dev.reeve.files.Durable;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries whether things can be renamed between the doors and the state folders. Nothing but a real rename tells: two
 * mounts of one file system look alike and still refuse it.
 */
public final class OneFileSystem {

    private static final byte[] CONTENT = "Reeve tries here whether renames work. It may be removed.\n".getBytes();

    private final Durable durable;
    private final Workspace workspace;

    public OneFileSystem(Durable durable, Workspace workspace) {
        this.durable = durable;
        this.workspace = workspace;
    }

    /**
     * @param unique a part of a name that nobody else uses
     * @return what is wrong and what to do, or null if every rename works
     */
    public String problem(String unique) throws IOException {
        List<Path> folders = folders();
        for (Path folder : folders) {
            Stat stat = durable.disk().stat(folder);
            if (stat == null || !stat.isFolder()) {
                return notAFolder(folder, stat);
            }
        }
        return apart(folders, ".reeve-" + unique + ".tmp");
    }

    /** One file goes round, from folder to folder. */
    private String apart(List<Path> folders, String name) throws IOException {
        Path queue = workspace.state(State.QUEUE);
        Path here = queue.resolve(name);
        durable.disk().create(here, CONTENT);
        try {
            for (Path folder : folders) {
                Path next = folder.resolve(name);
                durable.disk().rename(here, next);
                here = next;
            }
        } catch (AtomicMoveNotSupportedException e) {
            return Path.of(e.getOtherFile()).getParent() + " is on another file system than " + queue
                    + ", and tasks can't be moved between them in one step. Move the folder itself into the workspace, or"
                    + " the whole workspace to that file system.";
        } finally {
            durable.disk().remove(here);
        }
        return null;
    }

    private List<Path> folders() throws IOException {
        List<Path> folders = new ArrayList<>(workspace.folders());
        folders.removeAll(List.of(workspace.agents(), workspace.state(State.QUEUE)));
        for (AgentFolder agent : workspace.agentFolders(durable.disk())) {
            // a folder without a door takes no tasks; if it is to be an agent, its configuration says what it lacks
            if (durable.exists(agent.tasks())) {
                folders.add(agent.tasks());
            }
        }
        return folders;
    }

    /** True of a name that a trial of a supervisor, which is given a number, has left if it was cut off. */
    public static boolean isTrial(String name) {
        return name.matches("\\.reeve-[0-9a-f]{1,16}\\.tmp");
    }

    private String notAFolder(Path folder, Stat stat) {
        if (stat == null) {
            return folder + " is missing. `reeve init " + workspace.root() + "` adds what a workspace lacks.";
        }
        return folder + (stat.kind() == Stat.Kind.LINK ? " is a link" : " is a file")
                + ", and has to be a folder of the workspace's own. Move it away, then `reeve init " + workspace.root()
                + "` makes the folder.";
    }
}
