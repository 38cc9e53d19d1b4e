package dev.reeve.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.RealDisk;
import dev.reeve.sim.Tree;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A disk that is really full, of bytes and of files, again and again under load: it costs nothing but time. */
class OutOfSpaceTest {

    private static final int TASKS_A_TIME = 8;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aFullDiskLosesNothingAndCostsNoAttempt() throws IOException {
        fill(3, new Random(20261121));
    }

    @Test
    @Tag("faults")
    @Tag("profile")
    void aFullDiskLosesNothingAndCostsNoAttemptManyTimes() throws IOException {
        fill(40, new Random(Long.getLong("seed", System.nanoTime())));
    }

    private void fill(int times, Random random) throws IOException {
        try (Namespace namespace = Namespace.open("--mount");
                SmallDisk disk = SmallDisk.mount(namespace, folder.toRealPath().resolve("disk"));
                FaultWorkspace live = new FaultWorkspace(
                        folder, disk.seen().resolve("ws"), disk.path().resolve("ws"), namespace.around())) {
            // what an agent prints on a full disk is its own trouble, so this one prints nothing
            live.settings("limits: {max_concurrent: 4}\n")
                    .agent("mute", "concurrency: 4\nretries: 0\n", "sleep 0.0$(($$ % 9))\n");
            JavaProcess supervisor = live.upAndRecovered();
            Set<String> dropped = new HashSet<>();
            for (int time = 0; time < times; time++) {
                for (int task = 0; task < TASKS_A_TIME; task++) {
                    String words = "job-" + dropped.size() + ".";
                    live.drop("mute", words.replace(".", ".md"), words);
                    dropped.add(words);
                }
                int begun = random.nextInt(TASKS_A_TIME) + time * TASKS_A_TIME;
                live.until("it does not go on", () -> live.ran().size() >= begun);
                int told = told(supervisor);
                disk.fill();
                live.until("it says nothing of a full disk", () -> told(supervisor) > told);
                disk.free();
                live.until("not all is done", () -> live.tasks(State.DONE).size() == dropped.size());
            }
            live.until("the problems stay", () -> live.status().get("problems").isEmpty());
            supervisor.kill();
            live.upUntilIdle();
            Account account = new Account(live, Set.of(), run -> false);
            account.check(dropped);
            for (TaskFolder task : live.tasks(State.DONE)) {
                costNothing(live, task);
            }
            var before = Tree.of(new RealDisk(), live.workspace);
            live.upUntilIdle();
            assertEquals(before, Tree.of(new RealDisk(), live.workspace), "what a second recovery changed");
            System.out.println("A full disk, " + times + " times: " + account);
        }
    }

    private static int told(JavaProcess supervisor) {
        return supervisor.said().split("No space left on device", -1).length;
    }

    private static void costNothing(FaultWorkspace live, TaskFolder task) throws IOException {
        JsonNode record = live.json(task.record());
        assertEquals(0, record.get("failures").asInt() + record.get("lost").asInt(), record::toString);
        for (JsonNode attempt : record.get("attempts")) {
            String outcome = attempt.get("outcome").asString();
            assertTrue(outcome.equals("ok") || outcome.equals("never"), record::toString);
        }
    }
}
