package dev.reeve.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No more file events can be had from the kernel: folders are scanned, and it is said. */
class WatchLimitTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"max_inotify_watches", "max_inotify_instances"})
    void aLimitThatIsUsedUpIsToldAndFoldersAreScanned(String limit) throws IOException {
        try (Namespace namespace = Namespace.open();
                FaultWorkspace live = new FaultWorkspace(folder, namespace)
                        .settings("watch: auto\n")
                        .agent("quick", "", "echo done\n")) {
            namespace.sh("echo 0 > /proc/sys/user/" + limit);
            live.up();
            live.drop("quick", "task.md", "Do it.\n");
            assertEquals("done", live.result("task"));
            assertScanning(live);
        }
    }

    /** What one watch was enough for is not enough when agents are added. */
    @Test
    void aLimitThatIsReachedLaterIsToldAsWell() throws IOException {
        try (Namespace namespace = Namespace.open();
                FaultWorkspace live = new FaultWorkspace(folder, namespace)
                        .settings("watch: auto\n")
                        .agent("quick", "", "echo done\n")) {
            live.up();
            live.until(
                    "there are no events",
                    () -> "events".equals(live.status().get("watch").asString()));
            namespace.sh("echo 3 > /proc/sys/user/max_inotify_watches");
            live.agent("new", "", "echo new\n");
            live.drop("new", "task.md", "Do it.\n");
            assertEquals("new", live.result("task"));
            assertScanning(live);
            // moves of people are seen as well
            live.settings("watch: auto\nlimits: {max_concurrent: 1}\n");
            live.agent("gated", "", "until [ -e \"$BESIDE/gate\" ]; do sleep 0.02; done; echo through\n");
            live.drop("gated", "gated.md", "Do it.\n");
            Path running = live.await(State.RUNNING, "gated").path();
            Files.move(running, live.workspace.state(State.HELD).resolve(running.getFileName()));
            live.why(State.HELD, "gated", "parked it while it ran");
        }
    }

    private static void assertScanning(FaultWorkspace live) throws IOException {
        live.until(
                "it does not say that it scans",
                () -> "scanning".equals(live.status().get("watch").asString()));
        String problems = live.status().get("problems").toString();
        assertTrue(problems.contains("there are no file events"), problems);
        assertTrue(problems.contains("fs.inotify.max_user_watches"), problems);
        live.until(
                "STATUS.md does not say it",
                () -> Files.readString(live.workspace.statusPage()).contains("there are no file events"));
    }
}
