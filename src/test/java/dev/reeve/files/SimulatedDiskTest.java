package dev.reeve.files;

import dev.reeve.sim.SimDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

final class SimulatedDiskTest extends DiskContract {

    private final SimDisk simulated = new SimDisk(() -> Instant.EPOCH);

    @Override
    Disk disk() {
        return simulated;
    }

    @Override
    Path root() throws IOException {
        simulated.makeFolder(Path.of("/root"));
        return Path.of("/root");
    }
}
