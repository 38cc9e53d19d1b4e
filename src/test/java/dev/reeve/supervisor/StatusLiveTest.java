package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is going on can be read while it goes on. */
class StatusLiveTest {

    @TempDir
    Path folder;

    @Test
    void itTellsWhoWorksWhoWaitsAndForWhom() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .settings("limits: {max_concurrent: 1, reserve_urgent: 0}\n")
                .agent("a", "timeout: 5m\n", "sleep 1000\n")
                .start()) {
            live.drop("a", "first.md", "Do it.\n");
            live.await(State.RUNNING, "first");
            live.drop("a", "second.md", "---\nlabel: The second\n---\nDo it.\n");
            live.drop("a", "later.md", "---\nnot_before: 1h\n---\nDo it.\n");
            live.until(
                    "it is not complete",
                    () -> live.status().get("queued_count").asInt() == 1
                            && live.status().get("waiting_count").asInt() == 1
                            && live.status().get("active").size() == 1);
            JsonNode status = live.status();
            assertEquals(1, status.get("max_concurrent").asInt());
            JsonNode active = status.get("active").get(0);
            assertEquals("first", active.get("label").asString());
            assertEquals("a", active.get("agent").asString());
            Instant started = Instant.parse(active.get("started_at").asString());
            assertEquals(
                    started.plusSeconds(300),
                    Instant.parse(active.get("timeout_at").asString()));
            JsonNode queued = status.get("queued").get(0);
            assertEquals("The second", queued.get("label").asString());
            assertEquals(2, queued.get("priority").asInt());
            assertEquals("person", queued.get("requested_by").asString());
            assertTrue(
                    queued.get("missing").toString().contains(active.get("id").asString()));
            assertEquals("not_before", status.get("waiting").get(0).get("cause").asString());
            assertEquals(3, status.get("today").get("accepted").asInt());
            String page = Files.readString(live.workspace.statusPage());
            assertTrue(page.contains("## Running") && page.contains("## Queued") && page.contains("## Waiting"), page);
        }
    }

    @Test
    void itIsWrittenAtMostOnceASecondAndNotAtAllWhenNothingChanges() throws Exception {
        try (LiveWorkspace live =
                new LiveWorkspace(folder).agent("a", "", "echo hi\n").start()) {
            for (int number = 0; number < 20; number++) {
                live.drop("a", "task-" + number + ".md", "Do it.\n");
            }
            Instant began = live.time.now();
            TreeSet<Instant> written = new TreeSet<>();
            live.until("not all are counted", () -> {
                written.add(Instant.parse(live.status().get("timestamp").asString()));
                return live.status().get("today").get("done").asInt() == 20;
            });
            long seconds = Duration.between(began, live.time.now()).toSeconds();
            assertTrue(written.size() <= seconds + 2, written.size() + " times within " + seconds + " s");
            String before = live.status().get("timestamp").asString();
            live.pass(Duration.ofMinutes(5));
            live.drop("a", "not-now.md", "---\nagent: nobody\n---\nDo it.\n");
            live.until(
                    "it is not written",
                    () -> !live.status().get("timestamp").asString().equals(before));
            assertEquals(1, live.status().get("today").get("rejected").asInt(), "what was written had changed");
        }
    }
}
