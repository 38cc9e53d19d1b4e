package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.sim.SimDisk;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What people do in a workspace with {@code mv}, {@code rm} and an editor, and then {@code sync}. */
final class People {

    final Workspace workspace = new Workspace(Path.of("/ws"));
    private final SimDisk disk;
    private final Durable durable;

    People(SimDisk disk) {
        this.disk = disk;
        this.durable = new Durable(disk, new java.util.concurrent.atomic.AtomicLong()::incrementAndGet);
    }

    void makeWorkspace(Scenario scenario) throws IOException {
        disk.makeFolder(workspace.root());
        for (Path folder : workspace.folders()) {
            disk.makeFolder(folder);
        }
        for (var file : scenario.files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        sync();
    }

    /** A name that ends with a slash is a folder. */
    void write(String name, String content) throws IOException {
        Path path = workspace.root().resolve(name);
        parents(content == null ? path : path.getParent());
        if (content != null) {
            durable.replace(path, content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As an editor leaves it. */
    void writeUnsynced(String name, String content) throws IOException {
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

    void mv(Where from, Where to, String id) throws IOException {
        if (to.date() != null) {
            parents(to.folder(workspace));
        }
        disk.rename(from.task(workspace, id).path(), to.task(workspace, id).path());
        sync();
    }

    void mv(State from, State to, String id) throws IOException {
        mv(Where.in(from), Where.in(to), id);
    }

    /** As people mostly do it. */
    void mvUnsynced(State from, State to, String id) throws IOException {
        disk.rename(workspace.task(from, id).path(), workspace.task(to, id).path());
    }

    void rm(String name) throws IOException {
        durable.removeTree(workspace.root().resolve(name));
        sync();
    }

    void sync() throws IOException {
        durable.forceTree(workspace.root());
        disk.forceFolder(workspace.root().getParent());
    }

    /** Every place of a task whose id has this slug. */
    List<Found> find(String slug) throws IOException {
        List<Found> found = new ArrayList<>();
        for (Where where : places()) {
            for (String name : disk.list(where.folder(workspace))) {
                if (TaskId.isOne(name) && TaskId.slugOf(name).equals(slug)) {
                    found.add(new Found(name, where));
                }
            }
        }
        return found;
    }

    /** A task, and where it is. */
    record Found(String id, Where where) {}

    List<Where> places() throws IOException {
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
