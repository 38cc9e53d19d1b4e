package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules in real folders. */
class SchedulesLiveTest {

    @TempDir
    Path folder;

    private static void schedule(LiveWorkspace live, String name, String text) throws Exception {
        Files.writeString(live.workspace.schedule(name + ".md"), text);
    }

    private static boolean shows(LiveWorkspace live, String words) throws Exception {
        return Files.exists(live.workspace.statusPage())
                && Files.readString(live.workspace.statusPage()).contains(words);
    }

    @Test
    void aScheduleThatIsWrittenWhileReeveRunsMakesTasks() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("a", "", "cat > /dev/null; echo done\n")
                .start()) {
            schedule(live, "tick", "---\nevery: 1s\nagent: a\n---\nDo it.\n");
            live.until("no second one came", () -> live.all(State.DONE, "tick").size() > 1);
            String record = Files.readString(live.all(State.DONE, "tick").get(0).record());
            assertTrue(record.contains("\"schedule tick\""), record);
            schedule(live, "tick", "---\nevery: often\nagent: a\n---\nDo it.\n");
            live.until("a broken one is not told", () -> shows(live, "often"));
        }
    }

    @Test
    void aCheckThatFailsIsToldUntilItGoesWell() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)) {
            schedule(live, "room", "---\nevery: 1s\ncommand: test -e room || { echo no room left; exit 3; }\n---\n");
            schedule(live, "slow", "---\nevery: 1s\ncommand: exec sleep 1000\ntimeout: 100ms\n---\n");
            live.start();
            live.until("its failure is not told", () -> shows(live, "exit 3: no room left"));
            live.until("that it hangs is not told", () -> shows(live, "it did not end within"));
            Files.writeString(live.workspace.root().resolve("room"), "");
            live.until("it is told for ever", () -> !shows(live, "no room left"));
        }
    }
}
