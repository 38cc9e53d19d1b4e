package dev.reeve.files;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class DurableOnRealDiskTest extends DurableContract {

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
