package dev.reeve.cli.submit;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many tasks dropped as one, so that a call that is cut off and made again neither leaves one out nor drops one twice.
 *
 * <pre>
 * .each-&lt;name&gt;.&lt;number&gt;/   all of them are made here, and forced; cut off, nothing was dropped
 * .each-&lt;name&gt;/            its name says that all are there. Each leaves by one rename into the door, in the order of
 *                          the plan: whoever comes next sees by what is still here where it was cut off
 * </pre>
 *
 * <p>The last of the plan, which waits for the others, leaves when the others are in the door for good: never is there one
 * that waits for what does not come.
 */
final class TogetherDrop {

    private static final int PLAN = 4 << 20;

    private final Durable durable;
    private final Path door;
    private final Path folder;
    private final String number;

    /**
     * @param name the same for the same tasks, and no other
     * @param number that no other call has
     */
    TogetherDrop(Durable durable, Path door, String name, String number) {
        this.durable = durable;
        this.door = door;
        this.folder = TaskFolder.beingDroppedTogether(door, name);
        this.number = number;
    }

    /** The ids of these tasks, as a call that was cut off has made them; null if there was none. */
    List<String> begun() throws IOException {
        byte[] content = durable.readIfThere(plan(folder), PLAN);
        ObjectNode plan = content == null ? null : Json.parseObject(content);
        return plan == null ? null : Json.texts(plan, "tasks");
    }

    /** How many have not been dropped yet. */
    int left(List<String> ids) throws IOException {
        int left = 0;
        for (String id : ids) {
            left += durable.exists(folder.resolve(id)) ? 1 : 0;
        }
        return left;
    }

    /** Makes all of them, for good; nobody takes one yet. @return their ids, in their order */
    List<String> make(List<Part> parts) throws IOException {
        Path making = folder.resolveSibling(folder.getFileName() + "." + number);
        durable.disk().makeFolder(making);
        try {
            ObjectNode plan = Json.object();
            ArrayNode tasks = plan.putArray("tasks");
            for (Part part : parts) {
                write(part, new TaskFolder(making.resolve(part.id())));
                tasks.add(part.id());
            }
            durable.disk().create(plan(making), Json.file(plan));
            durable.forceTree(making);
            durable.disk().rename(making, folder);
            durable.disk().forceFolder(door);
            return parts.stream().map(Part::id).toList();
        } catch (IOException e) {
            durable.removeTree(making);
            // the same call, made twice at once: the quicker one's are dropped, by both
            List<String> others = begun();
            if (others == null) {
                throw e;
            }
            return others;
        }
    }

    private void write(Part part, TaskFolder task) throws IOException {
        durable.disk().makeFolder(task.path());
        Keyed.Written written = part.task().with(part.keys());
        durable.disk().create(task.task(written.extension()), written.content());
        for (Map.Entry<String, Path> one : part.attached().entrySet()) {
            Path to = task.attached(one.getKey());
            makeFolders(to.getParent());
            Path from = one.getValue().toRealPath();
            if (Files.isDirectory(from)) {
                durable.copyTree(from, to);
            } else {
                durable.put(durable.stageCopy(from, to));
            }
        }
    }

    private void makeFolders(Path folder) throws IOException {
        if (!durable.exists(folder)) {
            makeFolders(folder.getParent());
            durable.disk().makeFolder(folder);
        }
    }

    /** Drops what has not been dropped yet. */
    void drop(List<String> ids) throws IOException {
        for (int i = 0; i < ids.size(); i++) {
            if (i == ids.size() - 1) {
                // the last may wait for the others
                durable.disk().forceFolder(door);
            }
            try {
                durable.disk()
                        .rename(
                                folder.resolve(ids.get(i)),
                                TaskFolder.dropped(door, ids.get(i)).path());
            } catch (NoSuchFileException e) {
                // it was dropped before
            }
        }
        durable.disk().forceFolder(door);
    }

    /** All are dropped, and whoever called knows it: the same call is another one from here on. */
    void over() throws IOException {
        durable.removeTree(folder);
    }

    private static Path plan(Path folder) {
        return folder.resolve("plan.json");
    }
}
