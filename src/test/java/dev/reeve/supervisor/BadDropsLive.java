package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A workspace in which things are dropped that can not be understood. */
abstract class BadDropsLive {

    @TempDir
    Path folder;

    LiveWorkspace live() throws IOException {
        return new LiveWorkspace(folder).agent("hello", "", "echo hi\n").agent("helper", "", "echo hi\n");
    }

    static void assertRejected(LiveWorkspace live, String name, String... reasons) throws IOException {
        String why = Files.readString(live.rejected(name).resolve("why.md"));
        for (String reason : reasons) {
            assertTrue(why.contains(reason), name + " lacks \"" + reason + "\":\n" + why);
        }
    }
}
