package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An attempt that takes more of the machine than it may. */
class ResourcesLiveTest extends AgentsLive {

    @Test
    void whoTakesTooMuchFailsWithThatAsTheReason() throws Exception {
        try (LiveWorkspace live = live().start()) {
            run(live, "large", "resources: {memory: 60MB}\n", """
                    perl -e '$x = "y" x (40 << 20); sleep 100' & perl -e '$x = "y" x (40 << 20); sleep 100' & wait
                    """);
            run(live, "many", "resources: {processes: 10}\n", """
                    for i in 1 2 3 4 5 6 7 8 9 10 11 12; do sleep 100 & done; wait
                    """);
            run(live, "busy", "resources: {cpu: 1s}\n", "(while :; do :; done) & (while :; do :; done) & wait\n");
            run(live, "alone", "resources: {cpu: 1s}\n", "exec perl -e 'while (1) {}'\n");
            run(live, "noisy", "resources: {output: 2KB}\n", "yes; echo never\n");
            run(
                    live,
                    "open",
                    "resources: {open_files: 20}\n",
                    "ulimit -n; perl -e 'open($f[$_], \"/dev/null\") or die \"$!\\n\" for 1 .. 30' 2>&1; exit 0\n");
            live.why(State.FAILED, "large", "of memory, and its `resources: {memory: 60MB}` allows no more");
            live.why(State.FAILED, "many", "processes at once, and its `resources: {processes: 10}` allows no more");
            live.why(State.FAILED, "busy", "more processor time than its `resources: {cpu: 1s}` allows");
            live.why(State.FAILED, "alone", "more processor time than its `resources: {cpu: 1s}` allows");
            live.why(State.FAILED, "noisy", "more than 10 times its `resources: {output: 2KB}`");
            assertEquals(List.of("failed"), outcomes(live.await(State.FAILED, "large")));
            assertEquals("20\nToo many open files", live.result("open"));
            long kept = Files.size(live.await(State.FAILED, "noisy").attempt(1).stdout());
            assertTrue(kept <= 2048, "it kept " + kept);
        }
    }

    @Test
    void ofWhatIsPrintedTheBeginningAndTheEndAreKept() throws Exception {
        try (LiveWorkspace live = live().start()) {
            run(live, "long", "resources: {output: 2KB}\n", "echo first; seq 1000; echo last\n");
            String result = live.result("long");
            assertTrue(result.startsWith("first\n1\n2\n") && result.endsWith("\n1000\nlast"), result);
            assertTrue(result.contains("bytes are missing here: `resources: {output: 2KB}`"), result);
            assertTrue(result.length() <= 2048, result);
        }
    }

    /** Who takes an attempt over knows its limits. */
    @Test
    void itHoldsUnderTheNextSupervisor() throws Exception {
        try (LiveWorkspace live = live().start()) {
            run(live, "late", "resources: {processes: 4}\n", """
                    touch begun; until test -e go; do sleep 0.05; done
                    for i in 1 2 3 4 5 6; do sleep 100 & done; wait
                    """);
            live.awaitFile("begun");
            live.stop(false);
            live.start();
            Files.createFile(live.workspace.root().resolve("go"));
            live.why(State.FAILED, "late", "processes at once");
        }
    }
}
