package dev.reeve.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What this machine calls itself. No name service is asked: that may take seconds. */
public final class HostName {

    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    public static String ofThisMachine() throws IOException {
        return Files.exists(LINUX)
                ? Files.readString(LINUX).strip()
                : Command.output(List.of("/bin/hostname")).strip();
    }
}
