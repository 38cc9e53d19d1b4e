package dev.reeve.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of a dead shim went to somebody else: that one is neither taken for the shim nor signalled. */
class RecycledPidTest {

    /** The first run lasts, every other one answers. */
    private static final String LASTS_ONCE = "test $REEVE_ATTEMPT = 1 && sleep 1000\necho attempt $REEVE_ATTEMPT\n";

    @TempDir
    Path folder;

    /** Where the person moves the task while nobody supervises; nowhere if it is the state that it has. */
    @ParameterizedTest
    @ValueSource(strings = {"running", "failed", "held"})
    void aStrangerWithTheNumberOfAShimIsLeftAlone(String moved) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "setsid is not on this machine");
        // as a shim is: the leader of a session and a group, which has a child
        Process stranger = new ProcessBuilder("setsid", "sh", "-c", "sleep 1000 & echo $!; wait").start();
        long child = Long.parseLong(stranger.inputReader().readLine());
        try (FaultWorkspace live = new FaultWorkspace(folder).agent("once", "", LASTS_ONCE)) {
            TaskFolder task = workThatLostEverybody(live);
            String pid = Files.readString(task.attempt(1).pid());
            Files.writeString(task.attempt(1).pid(), pid.replaceFirst("^\\d+", Long.toString(stranger.pid())));
            Path there = live.workspace.root().resolve(moved).resolve(task.id());
            Files.move(task.path(), there);

            live.up();
            if (moved.equals("running")) {
                assertEquals("attempt 2", live.result("task"));
                assertOutcome(live, "lost", live.find(State.DONE, "task"));
            } else {
                live.why(State.of(moved), "task", "a person");
                assertOutcome(live, "killed", live.find(State.of(moved), "task"));
            }
            assertTrue(stranger.isAlive(), "a stranger was killed");
            assertTrue(ProcessHandle.of(child).isPresent(), "a stranger's child was killed");
        } finally {
            ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
            stranger.destroyForcibly();
        }
    }

    /** After a boot a stranger may have both the number of a shim and its start time, in ticks since then. */
    @Test
    void aStrangerAsOldAsAShimOfAnotherBootIsLeftAlone() throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "there is no /proc on this machine");
        Process stranger = new ProcessBuilder("sleep", "1000").start();
        try (FaultWorkspace live = new FaultWorkspace(folder).agent("once", "", LASTS_ONCE)) {
            TaskFolder task = workThatLostEverybody(live);
            String stat = Files.readString(Path.of("/proc/" + stranger.pid() + "/stat"));
            // the name in brackets may have anything in it; the start is the 22nd word, the third is after the name
            String start = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
            Files.writeString(task.attempt(1).pid(), stranger.pid() + " " + start + " another-boot\n");
            String record = Files.readString(task.record());
            Files.writeString(
                    task.record(), record.replaceFirst("\"boot\" : \"[^\"]*\"", "\"boot\" : \"another-boot\""));

            live.up();
            assertEquals("attempt 2", live.result("task"));
            assertOutcome(live, "lost", live.find(State.DONE, "task"));
            assertTrue(stranger.isAlive(), "a stranger was killed");
        } finally {
            stranger.destroyForcibly();
        }
    }

    /** The very same number, given away again by the kernel. */
    @Test
    void aNumberThatTheKernelGaveAwayAgainIsAnotherProcess() throws IOException {
        try (Namespace namespace = Namespace.open("--mount", "--pid");
                FaultWorkspace live = new FaultWorkspace(folder, namespace).agent("once", "", LASTS_ONCE)) {
            TaskFolder task = workThatLostEverybody(live);
            long shim = Long.parseLong(Files.readString(task.attempt(1).pid()).split(" ")[0]);
            String again = namespace.sh("echo " + (shim - 1) + " > /proc/sys/kernel/ns_last_pid || exit 0\n"
                    + "setsid sleep 1000 >/dev/null 2>&1 & echo $!");
            assumeTrue(again.equals(Long.toString(shim)), "the kernel would not give " + shim + " again: " + again);

            live.up();
            assertEquals("attempt 2", live.result("task"));
            assertOutcome(live, "lost", live.find(State.DONE, "task"));
            assertEquals("sleep", namespace.sh("cat /proc/" + shim + "/comm"), "a stranger was killed");
        }
    }

    /** A task at work whose supervisor and processes are all killed, so that its attempt is open and nobody lives. */
    private static TaskFolder workThatLostEverybody(FaultWorkspace live) throws IOException {
        JavaProcess supervisor = live.up();
        live.drop("once", "task.md", "Do it.\n");
        live.until("it is not at work", () -> live.ran().size() == 1);
        TaskFolder task = live.await(State.RUNNING, "task");
        supervisor.kill();
        live.killAgents();
        return task;
    }

    private static void assertOutcome(FaultWorkspace live, String outcome, TaskFolder task) throws IOException {
        var attempts = live.await("its first attempt has no outcome", () -> {
            var all = live.json(task.record()).get("attempts");
            return all.get(0).get("outcome") == null ? null : all;
        });
        assertEquals(outcome, attempts.get(0).get("outcome").asString());
        List<String> all = List.of(task.id() + " 1", task.id() + " 2");
        assertEquals(all.subList(0, attempts.size()), live.ran());
    }
}
