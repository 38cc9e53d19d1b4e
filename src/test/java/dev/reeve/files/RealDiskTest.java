package dev.reeve.files;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class RealDiskTest extends DiskContract {

    @TempDir
    Path folder;

    @Override
    Disk disk() {
        return new RealDisk();
    }

    @Override
    Path root() {
        return folder;
    }
}
