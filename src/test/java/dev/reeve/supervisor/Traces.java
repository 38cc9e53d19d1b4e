package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Stat;
import dev.reeve.sim.SimDisk;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files that somebody left somewhere, followed by their inodes: whatever becomes of them, none may be lost or changed. */
final class Traces {

    private record Left(Path where, byte[] content) {}

    private final FuzzedWorkspace in;
    private final SimDisk disk;
    private final Map<Long, Left> left = new HashMap<>();

    Traces(FuzzedWorkspace in) {
        this.in = in;
        this.disk = in.machine.disk;
    }

    /** Everything that is in there now. */
    void follow(Path path) throws IOException {
        Stat stat = disk.stat(path);
        if (stat == null) {
            return;
        }
        if (stat.isFolder()) {
            for (String name : disk.list(path)) {
                follow(path.resolve(name));
            }
        } else if (!reeves(path)) {
            left.put(stat.inode(), new Left(path, stat.isFile() ? disk.read(path, 0, 1 << 22) : new byte[0]));
        }
    }

    /** A record in {@code queue/.<id>/} is Reeve's own, which it makes again. */
    private boolean reeves(Path path) {
        String folder = path.getParent().getFileName().toString();
        return path.getParent().getParent().equals(in.workspace.state(State.QUEUE))
                && folder.startsWith(".")
                && TaskId.isOne(folder.substring(1))
                && Set.of("record.json", "log.jsonl")
                        .contains(path.getFileName().toString());
    }

    void check() throws IOException {
        Map<Long, List<Path>> found = new HashMap<>();
        find(in.workspace.root(), found);
        for (Map.Entry<Long, Left> each : left.entrySet()) {
            List<Path> places = found.getOrDefault(each.getKey(), List.of());
            assertEquals(1, places.size(), () -> each.getValue().where + " is now in " + places);
            Path now = places.get(0);
            if (disk.stat(now).isFile()) {
                assertArrayEquals(each.getValue().content, disk.read(now, 0, 1 << 22), () -> now + " was changed");
            }
            answered(each.getValue().where, now);
        }
    }

    private void find(Path path, Map<Long, List<Path>> found) throws IOException {
        Stat stat = disk.stat(path);
        if (stat.isFolder()) {
            for (String name : disk.list(path)) {
                find(path.resolve(name), found);
            }
        } else {
            found.computeIfAbsent(stat.inode(), any -> new ArrayList<>()).add(path);
        }
    }

    /** It is a task's, or rejected with a page that says why, or stands where it was because nobody takes it there. */
    private void answered(Path before, Path now) throws IOException {
        Path inside = in.workspace.root().relativize(now);
        String top = inside.getName(0).toString();
        if (top.equals("rejected") && before.startsWith(in.workspace.rejected())) {
            return;
        }
        if (top.equals("rejected")) {
            Path page = in.workspace.rejected().resolve(inside.getName(1)).resolve("why.md");
            String why = in.text(page);
            assertNotNull(why, () -> now + " has no why.md");
            assertTrue(why.strip().lines().count() > 2, why);
            return;
        }
        int task = top.equals("done") ? 2 : 1;
        boolean isTask = State.of(top) != null
                && inside.getNameCount() > task
                && TaskId.isOne(inside.getName(task).toString());
        if (!now.equals(before)) {
            assertTrue(isTask, () -> before + " is now " + now);
            return;
        }
        boolean door = inside.startsWith("tasks")
                || inside.getNameCount() > 3 && inside.getName(2).toString().equals("tasks");
        if (door) {
            String name = inside.getName(inside.startsWith("tasks") ? 1 : 3).toString();
            String status = in.text(in.workspace.statusJson());
            assertTrue(
                    Drop.leftAlone(name) || status.contains("could not be taken") || status.contains("this door"),
                    () -> now + " is left in its door without a word:\n" + status);
        }
    }
}
