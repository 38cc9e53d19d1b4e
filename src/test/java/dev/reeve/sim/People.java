package dev.reeve.sim;

import dev.reeve.files.Durable;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What people do in a workspace with {@code mv}, {@code rm} and an editor, and then {@code sync}. */
public final class People {

    public final Workspace workspace = new Workspace(Path.of("/ws"));
    private final SimDisk disk;
    private final Durable durable;

    public People(SimDisk disk) {
        this.disk = disk;
        this.durable = new Durable(disk, new java.util.concurrent.atomic.AtomicLong()::incrementAndGet);
    }

    /** @param files by their names; null for a folder */
    public void makeWorkspace(Map<String, String> files) throws IOException {
        disk.makeFolder(workspace.root());
        for (Path folder : workspace.folders()) {
            disk.makeFolder(folder);
        }
        for (var file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        sync();
    }

    /** A name that ends with a slash is a folder. */
    public void write(String name, String content) throws IOException {
        Path path = workspace.root().resolve(name);
        parents(content == null ? path : path.getParent());
        if (content != null) {
            durable.replace(path, content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As an editor leaves it. */
    public void writeUnsynced(String name, String content) throws IOException {
        Path path = workspace.root().resolve(name);
        parents(path.getParent());
        durable.replaceUnforced(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private void parents(Path folder) throws IOException {
        if (disk.stat(folder) == null) {
            parents(folder.getParent());
            disk.makeFolder(folder);
        }
    }

    public void mv(Where from, Where to, String id) throws IOException {
        if (to.date() != null) {
            parents(to.folder(workspace));
        }
        disk.rename(from.task(workspace, id).path(), to.task(workspace, id).path());
        sync();
    }

    public void mv(State from, State to, String id) throws IOException {
        mv(Where.in(from), Where.in(to), id);
    }

    /** As people mostly do it. */
    public void mvUnsynced(State from, State to, String id) throws IOException {
        disk.rename(workspace.task(from, id).path(), workspace.task(to, id).path());
    }

    public void rm(String name) throws IOException {
        durable.removeTree(workspace.root().resolve(name));
        sync();
    }

    public void sync() throws IOException {
        durable.forceTree(workspace.root());
        disk.forceFolder(workspace.root().getParent());
    }

    /** Every place of a task whose id has this slug. */
    public List<Found> find(String slug) throws IOException {
        return find(id -> TaskId.slugOf(id).equals(slug));
    }

    /** Every place of every task with such an id. */
    public List<Found> find(Predicate<String> wanted) throws IOException {
        List<Found> found = new ArrayList<>();
        for (Where where : places()) {
            for (String name : disk.list(where.folder(workspace))) {
                if (TaskId.isOne(name) && wanted.test(name)) {
                    found.add(new Found(name, where));
                }
            }
        }
        return found;
    }

    /** A task, and where it is. */
    public record Found(String id, Where where) {}

    public List<Where> places() throws IOException {
        List<Where> places = new ArrayList<>();
        for (State state : State.values()) {
            if (state != State.DONE) {
                places.add(Where.in(state));
            }
        }
        for (String date : disk.list(workspace.state(State.DONE))) {
            if (!date.startsWith(".")) {
                places.add(Where.doneOn(date));
            }
        }
        return places;
    }
}
