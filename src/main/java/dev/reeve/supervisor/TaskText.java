package dev.reeve.supervisor;

import dev.reeve.files.Disk;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Path;

/** The file in a task's folder that is the task as it was dropped. */
final class TaskText {

    private TaskText() {}

    /** @return null if there is none, or more than one */
    static Path find(Disk disk, TaskFolder folder) throws IOException {
        String name = Drop.taskIn(disk.list(folder.path()));
        return name == null ? null : folder.path().resolve(name);
    }
}
