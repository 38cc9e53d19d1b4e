package dev.reeve.cli.tasks;

import dev.reeve.cli.call.Exit;
import dev.reeve.cli.call.UserError;
import dev.reeve.files.Disk;
import dev.reeve.message.Addressee;
import dev.reeve.text.Nearest;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where a dropped thing may be before it is a task, and where it is if it could not become one. */
public final class Doors {

    private final Disk disk;
    private final Workspace workspace;

    public Doors(Disk disk, Workspace workspace) {
        this.disk = disk;
        this.workspace = workspace;
    }

    /** The names of all agents that have a folder. */
    public List<String> agents() throws IOException {
        List<String> agents = list(workspace.agents());
        agents.removeIf(name -> name.startsWith("."));
        Collections.sort(agents);
        return agents;
    }

    /** The labels of the sessions of an agent. */
    public List<String> sessions(String agent) throws IOException {
        List<String> sessions = list(workspace.agent(agent).sessions());
        sessions.removeIf(label -> !Addressee.isLabel(label));
        Collections.sort(sessions);
        return sessions;
    }

    /** Says who is near, and who there is, if nobody has this name. */
    public void check(String agent) throws IOException {
        List<String> agents = agents();
        if (!agents.contains(agent)) {
            List<String> near = Nearest.all(agent, agents);
            throw new UserError(
                    Exit.NO_SUCH_THING,
                    "no agent '" + agent + "' in " + workspace.agents() + "."
                            + (near.isEmpty() ? thereAre(agents) : "\nNearest: " + String.join(", ", near)));
        }
    }

    public static String thereAre(List<String> agents) {
        return agents.isEmpty() ? "" : "\nThere are: " + String.join(", ", agents);
    }

    /** Something dropped under this id that is not in a state folder, or null. */
    Sighting look(String id) throws IOException {
        if (!TaskId.isOne(id)) {
            return null;
        }
        List<Path> doors = all();
        doors.addAll(spawns());
        for (Path door : doors) {
            TaskFolder dropped = TaskFolder.dropped(door, id);
            if (disk.stat(dropped.path()) != null) {
                return new Sighting(id, Sighting.Kind.NOT_TAKEN_YET, null, dropped);
            }
        }
        TaskFolder staging = workspace.staging(id);
        if (disk.stat(staging.path()) != null) {
            return new Sighting(id, Sighting.Kind.NOT_TAKEN_YET, null, staging);
        }
        for (String name : list(workspace.rejected())) {
            if (name.endsWith("-" + id)) {
                return new Sighting(id, Sighting.Kind.REJECTED, null, workspace.rejected(name));
            }
        }
        return null;
    }

    /** How many things lie in the doors. */
    public int waiting() throws IOException {
        int count = 0;
        for (Path door : all()) {
            for (String name : list(door)) {
                if (!name.startsWith(".") && !name.endsWith("~")) {
                    count++;
                }
            }
        }
        return count;
    }

    private List<Path> all() throws IOException {
        List<Path> doors = new ArrayList<>();
        doors.add(workspace.tasks());
        for (String agent : agents()) {
            doors.add(workspace.agent(agent).tasks());
        }
        return doors;
    }

    /** Of the children that an attempt asks for. */
    private List<Path> spawns() throws IOException {
        List<Path> doors = new ArrayList<>();
        for (String id : list(workspace.state(State.RUNNING))) {
            TaskFolder task = workspace.task(State.RUNNING, id);
            for (String number : list(task.attempts())) {
                if (number.matches("[1-9][0-9]{0,8}")) {
                    doors.add(task.attempt(Integer.parseInt(number)).spawn());
                }
            }
        }
        return doors;
    }

    private List<String> list(Path folder) throws IOException {
        try {
            return disk.list(folder);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return new ArrayList<>();
        }
    }
}
