package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.sim.People;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A person saves once more between Reeve's look into the door and its claim: what was claimed is what counts. */
class ChangedInItsDoorTest {

    /** Accepts {@code tasks/hi.md}, which says something else in the moment of its claim. */
    private static Trial accept(String content) throws IOException {
        Trial trial =
                Trial.of(new Scenario("saved once more").file("STOP", "").drop("tasks/hi.md", "Do the first thing.\n"));
        boolean[] saved = {false};
        trial.start((what, part) -> {
            if (what.startsWith("rename /ws/tasks/hi.md ") && !saved[0]) {
                saved[0] = true;
                trial.people.write("tasks/hi.md", content);
            }
        });
        trial.untilQuiet();
        assertTrue(saved[0], "it was claimed");
        return trial;
    }

    @Test
    void theTaskIsWhatItSaysInTheEnd() throws IOException {
        Trial trial = accept("---\npriority: 1\n---\nDo another thing.\n");

        People.Found found = trial.people.find("hi").get(0);
        TaskRecord record =
                TaskRecords.read(trial.machine.disk, found.where().task(trial.people.workspace, found.id()));
        assertEquals(State.QUEUE, found.where().state());
        assertEquals(1, record.priority());
        assertEquals("Do another thing.", record.spec().text());
    }

    @Test
    void whatCanNotBeUnderstoodInTheEndIsRejected() throws IOException {
        Trial trial = accept("---\ncolour: red\n---\nDo another thing.\n");

        var rejected = trial.people.workspace.rejected();
        String name = trial.machine.disk.list(rejected).get(0);
        byte[] page = trial.machine.disk.read(rejected.resolve(name).resolve("why.md"), 0, 10_000);
        assertTrue(new String(page, StandardCharsets.UTF_8).contains("colour"), name);
        assertEquals(0, trial.people.find("hi").size());
        assertTrue(
                trial.machine.disk.stat(rejected.resolve(name).resolve("hi.md")).isFile());
    }
}
