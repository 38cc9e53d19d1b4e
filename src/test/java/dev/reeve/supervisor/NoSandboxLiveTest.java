package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** Where no sandbox can be made: whoever must be in one waits, and never runs bare. */
class NoSandboxLiveTest extends AgentsLive {

    @Test
    void whoMustBeInOneWaitsUntilThereIsOne() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        try (LiveWorkspace live = live().searching(bin + ":/nowhere")) {
            live.agent("must", "command: [/bin/sh, run.sh]\nsandbox: require\n", "echo ran\n");
            live.agent("may", "command: [/bin/sh, run.sh]\n", "echo ran\n");
            live.agent("likes", "command: [/bin/sh, run.sh]\nsandbox: prefer\n", "echo bare\n");
            live.start();
            live.drop("must", "must.md", "Do it.");
            live.drop("may", "may.md", "---\nsandbox: require\n---\nDo it.\n");
            live.drop("likes", "likes.md", "Do it.");
            live.why(State.WAITING, "must", "must run in a sandbox", "no `bwrap`", "install bubblewrap");
            live.why(State.WAITING, "may", "must run in a sandbox", "no `bwrap`", "install bubblewrap");
            assertEquals("sandbox", cause(live, "must"));
            assertEquals("sandbox", cause(live, "may"));
            assertEquals("bare", live.result("likes"));
            live.until(
                    "nobody says that it ran bare",
                    () -> live.status().toString().contains("runs without a sandbox"));
            assertFalse(Files.readString(live.find(State.WAITING, "may").log()).contains("\"release\""));

            // a program of that name that does not work is none
            program(bin, "#!/bin/sh\necho 'No permissions to create new namespace' >&2; exit 1\n");
            live.until(
                    "nobody says why that one does not work",
                    () -> live.status()
                            .toString()
                            .contains("can't make one here: No permissions to create new namespace"));

            // the new one is tried when what did not work may have been mended
            program(bin, "#!/bin/sh\nwhile [ \"$1\" != -- ]; do shift; done; shift; exec \"$@\"\n");
            live.pass(java.time.Duration.ofMinutes(2));
            assertEquals("ran", live.result("must"));
            assertEquals("ran", live.result("may"));
        }
    }

    private static String cause(LiveWorkspace live, String slug) throws Exception {
        return record(live.find(State.WAITING, slug)).get("wait").get("cause").asString();
    }

    private static void program(Path bin, String script) throws Exception {
        Path fresh = Files.writeString(bin.resolve("fresh"), script);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
        Files.move(fresh, bin.resolve("bwrap"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertTrue(Files.isExecutable(bin.resolve("bwrap")));
    }
}
