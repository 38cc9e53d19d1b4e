package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.launch.MachineFull;
import dev.reeve.sim.Steps;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The machine has no room for another process: that is told, costs nothing, and is over when there is room again. */
class RoomTest {

    private static final int TASKS = 12;
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void noAttemptIsSpentAndNothingIsHammered() throws IOException {
        FuzzedWorkspace in = new FuzzedWorkspace();
        Full machine = new Full();
        in.write("reeve.yaml", FuzzedWorkspace.SETTINGS + "scan: 5s\nlimits: {max_concurrent: 2}\n");
        for (int i = 0; i < TASKS; i++) {
            in.write("tasks/task" + i + ".md", "---\nretries: 0\n---\nDo it.\n");
        }
        in.start(machine);
        in.run(LONG);

        assertTrue(in.text(in.workspace.statusPage()).contains("no room for another process"));
        assertEquals(1, in.told("no room for another process"));
        assertTrue(machine.refused <= 2 * (1 + LONG.toSeconds() / 5), machine.refused + " starts were refused");

        machine.full = false;
        in.run(LONG);
        assertFalse(in.text(in.workspace.statusPage()).contains("no room for another process"));
        int done = 0;
        for (Path folder : in.done()) {
            TaskRecord record = TaskRecords.read(in.machine.disk, new TaskFolder(folder));
            assertEquals(0, record.failures());
            done++;
        }
        assertEquals(TASKS, done);
        assertEquals(TASKS, in.machine.runs().size());
    }

    private static final class Full implements Steps {

        private boolean full = true;
        private int refused;

        @Override
        public void before(String what, Part part) throws IOException {
            if (full && what.startsWith("spawn ")) {
                refused++;
                throw new MachineFull("Too many open files");
            }
        }
    }
}
