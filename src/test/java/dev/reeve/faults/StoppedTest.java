package dev.reeve.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.launch.Seen;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGSTOP and SIGCONT: the supervisor, or an agent with all its processes, stands still for longer than it may. */
class StoppedTest {

    private static final String ENDS_WHEN_TOLD = "until [ -e \"$BESIDE/gate\" ]; do sleep 0.02; done\necho in time\n";

    @TempDir
    Path folder;

    @Test
    void aSupervisorThatStoodStillJudgesByWhatHappenedMeanwhile() throws IOException {
        try (FaultWorkspace live = new FaultWorkspace(folder)
                .settings("limits: {max_concurrent: 9}\n")
                .agent("intime", "timeout: 4s\nretries: 0\n", ENDS_WHEN_TOLD)
                .agent("over", "timeout: 4s\nretries: 0\n", "sleep 5; echo >\"$BESIDE/late\"; sleep 1000\n")
                .agent(
                        "chatty",
                        "idle_timeout: 4s\nretries: 0\n",
                        "until [ -e \"$BESIDE/home\" ]; do echo tick; sleep 0.05; done\n")) {
            JavaProcess supervisor = live.up();
            for (String name : List.of("intime", "over", "chatty")) {
                live.drop(name, name + ".md", "Do it.\n");
            }
            live.until("not all are at work", () -> live.ran().size() == 3);
            // they may be at work before the supervisor has taken note of them
            live.until("it shows no three", () -> live.status().get("active").size() == 3);

            supervisor.signal("STOP");
            Files.createFile(live.beside("gate"));
            TaskFolder inTime = live.find(State.RUNNING, "intime");
            live.until(
                    "it does not end by itself",
                    () -> Files.readString(inTime.attempt(1).exit()).endsWith("\n"));
            live.drop("intime", "dropped.md", "Do it.\n");
            live.until("no timeout passes", () -> Files.exists(live.beside("late")));
            supervisor.signal("CONT");

            assertEquals("in time", live.result("intime"));
            assertEquals("in time", live.result("dropped"));
            live.why(State.FAILED, "over", "timeout passed");
            live.until("its processes live on", () -> live.marked().size() == 1);
            Files.createFile(live.beside("home"));
            assertEquals("tick", live.result("chatty").lines().findFirst().orElse(""));
            live.until("something lives on", () -> live.marked().isEmpty());
            assertEquals(4, live.ran().size(), "an attempt more than there were tasks");
        }
    }

    @Test
    void anAgentThatStandsStillIsStoppedByItsTimeout() throws IOException {
        try (FaultWorkspace live = new FaultWorkspace(folder)
                .agent(
                        "still",
                        "timeout: 3s\nretries: 0\n",
                        "trap 'echo asked >\"$BESIDE/asked\"; exit' TERM\n(setsid sleep 1000 &)\n" + ENDS_WHEN_TOLD)) {
            live.up();
            live.drop("still", "task.md", "Do it.\n");
            signalAll("STOP", live);
            live.why(State.FAILED, "task", "timeout passed");
            live.until("something lives on", () -> live.marked().isEmpty());
            assertTrue(Files.exists(live.beside("asked")), "it was woken to hear that it should end");
            assertEquals(1, live.ran().size());
        }
    }

    @Test
    void anAgentThatStoodStillWhileSupervisorsChangedGoesOn() throws IOException {
        try (FaultWorkspace live =
                new FaultWorkspace(folder).agent("still", "", ENDS_WHEN_TOLD).agent("other", "", "echo other\n")) {
            JavaProcess first = live.up();
            live.drop("still", "task.md", "Do it.\n");
            signalAll("STOP", live);
            first.kill();
            live.upAndRecovered();
            live.drop("other", "other.md", "Do it.\n");
            assertEquals("other", live.result("other"));
            Files.createFile(live.beside("gate"));
            signalAll("CONT", live);
            assertEquals("in time", live.result("task"));
            assertEquals(2, live.ran().size(), "its one run was taken over");
        }
    }

    /** To every process of the one task that is at work, its shim included. */
    private static void signalAll(String signal, FaultWorkspace live) throws IOException {
        live.until("it is not at work", () -> !live.ran().isEmpty());
        for (List<Seen> all : live.marked().values()) {
            for (Seen seen : all) {
                // a short-lived one may be gone by now
                Commands.call("kill", "-" + signal, Long.toString(seen.pid()));
            }
        }
    }
}
