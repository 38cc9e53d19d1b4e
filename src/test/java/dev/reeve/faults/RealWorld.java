package dev.reeve.faults;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.Outside;
import dev.reeve.files.Programs;
import dev.reeve.launch.RealProcesses;
import dev.reeve.supervisor.Time;
import dev.reeve.supervisor.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;

/** This machine, for a supervisor within the process of a test. */
final class RealWorld {

    private RealWorld() {}

    static World on(Disk disk) throws IOException {
        SplittableRandom random = new SplittableRandom();
        return new World(
                new Durable(disk, random::nextLong),
                RealProcesses.ofThisMachine(),
                Time.system(),
                random::nextLong,
                Map.of("PATH", System.getenv("PATH")),
                Programs.ofThisMachine(),
                Outside.ofThisMachine(),
                Path.of("/usr/local/bin"),
                ProcessHandle.current().pid(),
                "here",
                "test",
                true);
    }
}
