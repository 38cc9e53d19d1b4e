package dev.reeve.shared;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.launch.Identity;
import dev.reeve.sim.SimDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A simulated disk with one file to lock, and processes that want it. */
final class LockStage {

    static final Path FOLDER = Path.of("/shared");
    static final Path FILE = FOLDER.resolve("notes.md");
    static final Path LOCK = FOLDER.resolve("notes.md.lock");

    final FewProcesses processes = new FewProcesses();
    private final AtomicLong random = new AtomicLong();
    Instant now = Instant.parse("2026-11-20T14:00:00Z");
    SimDisk disk = new SimDisk(() -> now);

    LockStage() throws IOException {
        disk.makeFolder(FOLDER);
        disk.forceFolder(Path.of("/"));
    }

    SharedLock lockOf(Identity process) {
        return lockOf(process, "here", disk);
    }

    SharedLock lockOf(Identity process, String host, Disk its) {
        Asker asker = new Asker("process " + process.pid(), process, host, processes, () -> now);
        return new SharedLock(new Durable(its, random::incrementAndGet), random::incrementAndGet, asker, FILE);
    }

    /** @return null if somebody has it */
    static SharedLock.Held tryTake(SharedLock lock) throws IOException {
        return lock.take(null, by -> false);
    }

    /** @return null if somebody has it */
    static SharedLock.Held tryTake(SharedLock lock, Duration expires) throws IOException {
        return lock.take(expires, by -> false);
    }

    void write(String content) throws IOException {
        disk.create(LOCK, content.getBytes(StandardCharsets.UTF_8));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
