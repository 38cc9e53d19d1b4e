package dev.reeve.supervisor;

import dev.reeve.files.Durable;
import dev.reeve.files.RealDisk;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A workspace on a real disk for the parts that need no supervisor around them. */
final class Bench {

    final Durable durable = new Durable(new RealDisk(), new AtomicLong(System.nanoTime())::incrementAndGet);
    final SetTime time = new SetTime();
    final Workspace workspace;

    Bench(Path folder) throws IOException {
        workspace = new Workspace(folder.resolve("ws"));
        Files.createDirectory(workspace.root());
        for (Path each : workspace.folders()) {
            Files.createDirectory(each);
        }
    }

    Audit audit() {
        return new Audit(durable, workspace, time, () -> ZoneOffset.UTC);
    }

    /** Puts a task where its record says that it is. */
    TaskFolder put(ARecord made) throws IOException {
        TaskRecord record = made.record();
        TaskFolder folder = record.settled().task(workspace, record.id());
        Files.createDirectories(folder.path());
        TaskRecords.write(durable, folder, record);
        return folder;
    }
}
