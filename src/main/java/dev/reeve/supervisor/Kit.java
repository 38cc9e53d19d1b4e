package dev.reeve.supervisor;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.launch.Processes;
import dev.reeve.workspace.Workspace;
import java.time.LocalDate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What every transition needs to reach the world: the disk, the machine's processes, the time, chance, and the log of what
 * was done.
 */
record Kit(
        Durable durable,
        Workspace workspace,
        Processes processes,
        Time time,
        LongSupplier random,
        Audit audit,
        Problems problems,
        Supplier<Team> team) {

    Disk disk() {
        return durable.disk();
    }

    /** Today, where the person is. */
    String today() {
        return LocalDate.ofInstant(time.now(), team.get().settings().zone()).toString();
    }
}
