package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.workspace.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a real disk has: FIFOs, devices, names that are no text, files full of holes, folders without a bottom. */
class OddThingsLiveTest {

    @TempDir
    Path folder;

    private LiveWorkspace live() throws IOException {
        return new LiveWorkspace(folder).agent("hello", "", "echo hi\n").agent("helper", "", "echo hi\n");
    }

    /** Does it as a person would, in the workspace. @return its exit status */
    private static int sh(LiveWorkspace live, String script) throws Exception {
        return new ProcessBuilder("sh", "-c", script)
                .directory(live.workspace.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void sings(LiveWorkspace live, String name) throws Exception {
        live.drop("helper", name + ".md", "Sing.\n");
        assertEquals("hi", live.result(name));
    }

    private static void until(LiveWorkspace live, String otherwise, java.util.concurrent.Callable<Boolean> condition) {
        live.until(otherwise, () -> {
            live.pass(Duration.ofSeconds(1));
            return condition.call();
        });
    }

    private static long rejected(LiveWorkspace live) throws IOException {
        try (Stream<Path> all = Files.list(live.workspace.rejected())) {
            return all.filter(each -> Files.exists(each.resolve("why.md"))).count();
        }
    }

    @Test
    void aFifoInPlaceOfAnyFileKeepsNobodyWaiting() throws Exception {
        try (LiveWorkspace live = live()) {
            live.settings("default_agent: hello\n");
            live.start();
            live.await("it has not begun", () -> live.status());
            assertEquals(
                    0,
                    sh(
                            live,
                            "mkfifo STOP agents/hello/MEMORY.md agents/hello/inbox.jsonl events/hi.jsonl queue/fifo held/fifo"
                                    + " && mkdir queue/20261120-120000-aaaa-x && mkfifo queue/20261120-120000-aaaa-x/record.json"));
            until(
                    live,
                    "STOP is not heeded",
                    () -> live.status().has("stop") && live.status().get("stop").isString());
            Files.delete(live.workspace.stop());
            until(live, "not all are answered", () -> rejected(live) >= 4);
            sings(live, "canary");
            live.drop("hello", "memory.md", "Say hi.\n");
            assertEquals("hi", live.result("memory"));
        }
    }

    @Test
    void aFifoInPlaceOfAHistoryIsTold() throws Exception {
        try (LiveWorkspace live = live().start()) {
            live.await("it has not begun", () -> live.status());
            assertEquals(0, sh(live, "mkfifo agents/hello/history.jsonl"));
            live.drop("hello", "hi.md", "Say hi.\n");
            until(
                    live,
                    "nothing is told of it",
                    () -> live.status().get("problems").toString().contains("a FIFO"));
            sings(live, "canary");
            assertEquals(0, sh(live, "rm agents/hello/history.jsonl"));
            until(live, "it does not go on", () -> live.find(State.DONE, "hi") != null);
        }
    }

    @Test
    void aFifoInPlaceOfAConfigurationIsTold() throws Exception {
        try (LiveWorkspace live = live().start()) {
            live.await("it has not begun", () -> live.status());
            assertEquals(
                    0,
                    sh(
                            live,
                            "mkdir -p agents/new/tasks && mkfifo agents/new/agent.yaml reeve.fifo && mv reeve.fifo reeve.yaml"));
            until(live, "nothing is told of it", () -> {
                String problems = live.status().get("problems").toString();
                return problems.contains("agents/new/agent.yaml") && problems.contains("\"reeve.yaml\"");
            });
            sings(live, "canary");
        }
    }

    @Test
    void namesThatAreNoTextAreToldAndKept() throws Exception {
        assumeTrue(
                "UTF-8".equals(System.getProperty("sun.jnu.encoding")),
                "file names are not UTF-8 in this Java's locale");
        try (LiveWorkspace live = live().start()) {
            live.await("it has not begun", () -> live.status());
            String make =
                    "n=$(printf 'a\\377b'); mkdir d && echo hi > d/task.md && echo hi > \"d/$n\" && mv d agents/hello/tasks/d"
                            + " && echo hi > \"agents/hello/tasks/$n.md\""
                            + " && mkdir \"agents/$n\" \"queue/$n\" && echo hi > \"held/$n\" && echo hi > \"events/$n\"";
            assumeTrue(sh(live, make) == 0, "this disk takes no name that is not UTF-8");
            until(
                    live,
                    "nothing is told of it",
                    () -> live.status().get("problems").toString().contains("not UTF-8"));
            sings(live, "canary");
            assertTrue(Files.readString(live.rejected("d").resolve("why.md")).contains("not UTF-8"));
            assertEquals(
                    0, sh(live, "n=$(printf 'a\\377b'); cat \"agents/hello/tasks/$n.md\" \"held/$n\" \"events/$n\""));
        }
    }

    @Test
    void aFolderWithoutABottomIsAnsweredOrTold() throws Exception {
        try (LiveWorkspace live = live().start()) {
            live.await("it has not begun", () -> live.status());
            String make = "mkdir deep && cd deep && echo hi > task.md && n=$(printf '%0200d' 7)"
                    + " && for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30;"
                    + " do mkdir $n && cd -P $n || exit 1; done; cd \"$OLDPWD\"; exit 0";
            assumeTrue(sh(live, make) == 0, "this shell goes no deeper than a path is long");
            assertEquals(0, sh(live, "mv deep agents/hello/tasks/deep"));
            until(
                    live,
                    "nothing is told of it",
                    () -> live.status().get("problems").toString().contains("deep") || rejected(live) > 0);
            sings(live, "canary");
            assertEquals(0, sh(live, "rm -rf rejected/* agents/hello/tasks/deep queue/.2*"));
        }
    }

    @Test
    void aFileFullOfHolesIsNotRead() throws Exception {
        try (LiveWorkspace live = live()) {
            String make = "mkdir d && echo hi > d/task.md && truncate -s 1T d/data && mv d agents/hello/tasks/d"
                    + " && truncate -s 1T agents/helper/tasks/huge.md && truncate -s 1T agents/helper/MEMORY.md"
                    + " && mkdir queue/20261120-120000-aaaa-x && truncate -s 1T queue/20261120-120000-aaaa-x/record.json"
                    + " && truncate -s 1T state/rates.json state/breakers.json logs/audit-2026-11-20.jsonl";
            assumeTrue(sh(live, make) == 0, "this disk has no files with holes of a terabyte");
            live.start();
            live.await("it has not begun", () -> live.status());
            live.drop("hello", "canary.md", "Sing.\n");
            assertEquals("hi", live.result("canary"));
            until(live, "not all are answered", () -> rejected(live) == 2 && live.find(State.DONE, "d") != null);
            assertTrue(
                    Files.readString(live.rejected("huge.md").resolve("why.md")).contains("too many"));
        }
    }

    @Test
    void aTimeAtTheEndOfTimeIsATime() throws Exception {
        try (LiveWorkspace live = live()) {
            assumeTrue(
                    sh(
                                    live,
                                    "touch -d @9223372036854775807 agents/hello/tasks 2>/dev/null && touch -d @9223372036854775807 queue")
                            == 0,
                    "this disk has no such time");
            live.start();
            live.await("it has not begun", () -> live.status());
            sings(live, "canary");
        }
    }

    @Test
    void anAgentBehindALinkIsNone() throws Exception {
        try (LiveWorkspace live = live()) {
            Path outside = Files.createDirectories(folder.resolve("outside/tasks"));
            Path file = Files.writeString(outside.resolve("hi.md"), "Say hi.\n");
            Files.createSymbolicLink(live.workspace.agents().resolve("linked"), outside.getParent());
            live.start();
            live.until(
                    "nothing is told of it",
                    () -> live.status().get("problems").toString().contains("a symbolic link is no agent"));
            sings(live, "canary");
            assertTrue(Files.exists(file), "it was taken from outside of the workspace");
            assertEquals(0, rejected(live));
        }
    }

    @Test
    void aDeviceIsNotRead() throws Exception {
        try (LiveWorkspace live = live().start()) {
            live.await("it has not begun", () -> live.status());
            assumeTrue(
                    sh(live, "mknod agents/hello/tasks/zero.md c 1 5 && mknod agents/hello/MEMORY.md c 1 5") == 0,
                    "only root makes devices");
            assertTrue(
                    Files.readString(live.rejected("zero.md").resolve("why.md")).contains("device"));
            live.drop("hello", "hi.md", "Say hi.\n");
            assertEquals("hi", live.result("hi"));
        }
    }

    @Test
    void aLongArgumentIsAnArgument() throws Exception {
        try (LiveWorkspace live = live()) {
            live.agent("talker", "command: [sh, -c, \"" + "echo hi; ".repeat(100) + "\"]\n", "");
            live.start();
            live.drop("talker", "long.md", "Say hi.\n");
            assertTrue(live.result("long").startsWith("hi"));
            assertFalse(live.status().get("problems").toString().contains("too long"));
        }
    }
}
