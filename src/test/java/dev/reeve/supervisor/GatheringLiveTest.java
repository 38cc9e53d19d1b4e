package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** One task after many of which not all end well. */
class GatheringLiveTest {

    @TempDir
    Path folder;

    private LiveWorkspace live() throws IOException {
        return new LiveWorkspace(folder)
                .settings("limits: {max_concurrent: 6}\n")
                .agent(
                        "hand",
                        "concurrency: 4\nretries: 0\nbreaker: {failures: 99, window: 99}\n",
                        "grep -q bad $REEVE_TASK_DIR/task.md && exit 3; echo of $(tail -n 1 $REEVE_TASK_DIR/task.md)\n")
                .agent("sum", "", "cat $REEVE_PROMPT\n");
    }

    private static ObjectNode json(Path file) throws IOException {
        return Json.parseObject(Files.readAllBytes(file));
    }

    @Test
    void itSaysHowManyOfHowManyItHad() throws Exception {
        try (LiveWorkspace live = live().start()) {
            live.drop("sum", "sum.md", "---\nafter: [a, b, c, d]\nafter_failed: run\n---\nAdd.\n");
            live.await(State.WAITING, "sum");
            Files.writeString(live.workspace.stop(), "");
            live.drop("hand", "a.md", "good 1\n");
            live.drop("hand", "b.md", "bad\n");
            live.drop("hand", "c.md", "good 2\n");
            live.drop("hand", "d.md", "good 3\n");
            live.rm(live.await(State.QUEUE, "d").path());
            for (String name : new String[] {"a", "b", "c"}) {
                live.await(State.QUEUE, name);
            }
            Files.delete(live.workspace.stop());
            String prompt = live.result("sum");
            assertTrue(prompt.contains("2 of 4 are there; of the others you find why they are missing."), prompt);
            assertTrue(prompt.contains("of good 1") && prompt.contains("exit status 3"), prompt);
            TaskFolder sum = live.await(State.DONE, "sum");
            ObjectNode record = json(sum.record());
            assertEquals("2/4 true", Json.text(record, "complete") + " " + record.get("degraded"));
            assertEquals("of good 2\n", Files.readString(sum.after().resolve("c/result.md")));
            assertTrue(Files.readString(sum.after().resolve("b/why.md")).contains("exit status 3"));
            assertTrue(Files.readString(sum.after().resolve("d/why.md")).contains("was cancelled"));
        }
    }

    @Test
    void whatWasRejectedOrRemovedIsNotWaitedFor() throws Exception {
        try (LiveWorkspace live = live().start()) {
            String good = "20261120-140000-aaaa-good";
            String wrong = "20261120-140000-aaab-wrong";
            String late = "20261120-140000-aaac-late";
            dropFolder(live, wrong, "---\nagent: nobody\n---\nx\n");
            live.await("not rejected", () -> live.rejected(wrong));
            String after = String.join(", ", good, wrong, late);
            live.drop("sum", "sum.md", "---\nafter: [" + after + "]\nafter_failed: run\n---\nAdd.\n");
            live.why(State.WAITING, "sum", good, late);
            dropFolder(live, good, "---\nagent: hand\n---\ngood 1\n");
            dropFolder(live, late, "---\nagent: nobody\n---\nx\n");
            String prompt = live.result("sum");
            assertTrue(prompt.contains("1 of 3 are there"), prompt);

            TaskFolder sum = live.await(State.DONE, "sum");
            live.mv(sum, "queue");
            live.await(
                    "it has not run again",
                    () -> Files.exists(live.await(State.DONE, "sum").attempt(2).prompt()) ? sum : null);
            ObjectNode record = json(live.await(State.DONE, "sum").record());
            assertEquals("1/3", Json.text(record, "complete"), "counted once, however often it runs");
        }
    }

    private static void dropFolder(LiveWorkspace live, String id, String content) throws IOException {
        Path making = Files.createDirectory(live.workspace.tasks().resolve("." + id));
        Files.writeString(making.resolve("task.md"), content);
        Files.move(making, live.workspace.tasks().resolve(id));
    }

    @Test
    void allAreThere() throws Exception {
        try (LiveWorkspace live = live().start()) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                names.add("part-" + i);
                live.drop("hand", "part-" + i + ".md", "good " + i + "\n");
            }
            live.drop("sum", "sum.md", "---\nafter: [" + String.join(", ", names) + "]\n---\nAdd.\n");
            String prompt = live.result("sum");
            assertTrue(prompt.contains("All 40 are there."), prompt);
            ObjectNode record = json(live.await(State.DONE, "sum").record());
            assertEquals("40/40 false", Json.text(record, "complete") + " " + record.get("degraded"));
        }
    }
}
