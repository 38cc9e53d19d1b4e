package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cli.call.Exit;
import dev.reeve.files.Json;
import dev.reeve.task.Harvest;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What `show` and `status` tell of families, and of what was asked for alone. */
class FamilyPagesTest {

    private static final Instant ONE = Instant.parse("2026-11-20T13:00:00Z");

    @TempDir
    Path root;

    private TestWorkspace reeve;
    private ATree tree;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
        reeve.agent("writer");
        tree = new ATree(reeve);
    }

    private ObjectNode json(String... words) {
        return Json.parseObject(reeve.call(words).exits(Exit.DONE).out().getBytes(StandardCharsets.UTF_8));
    }

    private void changed(TaskFolder task, Duration ago) throws IOException {
        Files.setLastModifiedTime(task.record(), FileTime.from(reeve.now.minus(ago)));
    }

    @Test
    void aTaskShowsItsChildrenAndAChildItsParent() throws IOException {
        TaskFolder lead =
                reeve.task(Where.doneOn("2026-11-20"), "report", change -> change.harvest(new Harvest(1, 2, true)));
        TaskFolder good = tree.child(lead, Where.doneOn("2026-11-20"), "good", ATree.ok(1, ONE, 12));
        TaskFolder bad = tree.child(lead, Where.in(State.FAILED), "bad", ATree.failed(1, ONE, 2));
        reeve.call("show", "report")
                .exits(Exit.DONE)
                .says(
                        "complete    degraded, 1/2\n",
                        "Children\n",
                        "bad\twriter\tfailed\t2s\t" + bad.id() + "\texit status 7\n",
                        "good\twriter\tdone\t12s\t" + good.id() + "\t\n");
        reeve.call("show", "good")
                .exits(Exit.DONE)
                .says(
                        "parent      " + lead.id() + " (attempt 1), as good\n",
                        "root        " + lead.id(),
                        "depth       1\n");
        assertEquals(
                "failed",
                Json.text(json("show", "--json", "report").get("children").get(0), "state"));
    }

    @Test
    void theChildrenOfATaskAreListedWithWhereTheyAreNow() throws IOException {
        TaskFolder lead = reeve.task(State.RUNNING, "report");
        tree.child(lead, Where.in(State.HELD), "held", ATree.failed(1, ONE, 2));
        TaskFolder again = tree.child(lead, Where.in(State.FAILED), "again", ATree.failed(1, ONE, 2));
        reeve.move(again, Where.in(State.QUEUE));
        reeve.call("status", "--children", "report")
                .exits(Exit.DONE)
                .says(
                        lead.id() + "  running\n",
                        "2 children, 0 done, 2 not ended\n",
                        "held\twriter\theld\t",
                        "again\twriter\tqueue\t");
        ObjectNode shown = json("status", "--json", "--children", "report");
        assertEquals(lead.id(), Json.text(shown, "id"));
        assertEquals("queue", Json.text(shown.get("children").get(0), "state"));
        reeve.call("status", "--children", "report", "--limit", "3")
                .exits(Exit.USAGE)
                .notes("--children shows all children of one task");
    }

    @Test
    void oneAgentsTasksAreShownAlone() throws IOException {
        reeve.agent("other");
        TaskFolder mine = reeve.task(State.QUEUE, "mine");
        TaskFolder more = reeve.task(State.FAILED, "more");
        TaskFolder its = reeve.task(Where.in(State.QUEUE), "its", change -> change.agent("other"));
        reeve.call("status", "--agent", "writer")
                .exits(Exit.DONE)
                .says("Queued 1\n", mine.id(), "Failed 1\n", more.id())
                .saysNothingOf(its.id());
        assertEquals(1, Json.whole(json("status", "--json", "--agent", "other"), "queued_count"));
        reeve.call("status", "--agent", "writr").exits(Exit.NO_SUCH_THING).notes("no agent 'writr'", "writer");
    }

    @Test
    void whatHappenedLatelyIsShownWithWhatHasEnded() throws IOException {
        TaskFolder old = reeve.task(State.FAILED, "old");
        changed(old, Duration.ofMinutes(31));
        TaskFolder fresh =
                reeve.task(Where.doneOn("2026-11-20"), "fresh", change -> change.harvest(new Harvest(45, 50, true)));
        changed(fresh, Duration.ofMinutes(29));
        TaskFolder stale = reeve.task(Where.doneOn("2026-11-20"), "stale", change -> change);
        changed(stale, Duration.ofMinutes(31));
        TaskFolder silent = reeve.task(State.RUNNING, "silent");
        changed(silent, Duration.ofHours(2));
        TaskFolder busy = reeve.task(State.RUNNING, "busy");
        changed(busy, Duration.ofHours(2));
        Files.createDirectories(busy.attempt(1).door());
        Files.writeString(busy.attempt(1).notes(), "x\n");
        Files.setLastModifiedTime(busy.attempt(1).notes(), FileTime.from(reeve.now));
        reeve.call("status", "--active-minutes", "30")
                .exits(Exit.DONE)
                .says(
                        "Done 1\n",
                        fresh.id() + "\twriter\tdone/2026-11-20/\tdegraded, 45/50\n",
                        "Running 1\n",
                        busy.id())
                .saysNothingOf(old.id())
                .saysNothingOf(stale.id())
                .saysNothingOf(silent.id());
        ObjectNode shown = json("status", "--json", "--active-minutes", "30");
        assertEquals("45/50", Json.text(shown.get("done").get(0), "complete"));
        assertEquals(0, shown.get("failed").size());
        reeve.call("status", "--active-minutes", "0").exits(Exit.USAGE).notes("1 or more");
    }

    @Test
    void soManyOfEachListAreShownAsWereAskedFor() throws IOException {
        reeve.task(State.HELD, "first");
        reeve.task(State.HELD, "second");
        reeve.call("status", "--limit", "1")
                .exits(Exit.DONE)
                .says("Held 2\n", "-first", "… and 1 more")
                .saysNothingOf("-second");
    }

    @Test
    void aRunningTaskShowsItsNote() throws IOException {
        TaskFolder lead = reeve.task(State.RUNNING, "lead");
        TaskFolder kid = tree.child(lead, Where.in(State.RUNNING), "kid", ATree.begun(1, ONE));
        Files.createDirectories(kid.attempt(1).door());
        Files.writeString(kid.attempt(1).notes(), "{\"text\":\"begun\"}\n{\"text\":\"half way\",\"percent\":50}\n");
        reeve.call("status").exits(Exit.DONE).says(kid.id() + "\twriter\t1\t1h\t\thalf way (50%)\n");
        ObjectNode shown = (ObjectNode) json("status", "--json").get("active").get(1);
        assertEquals(lead.id(), Json.text(shown, "parent"));
        assertEquals("half way", Json.text(shown, "note"));
        assertEquals(50, Json.whole(shown, "percent"));
    }

    @Test
    void anAgentShowsHowItHasDoneLately() throws IOException {
        StringBuilder lines = new StringBuilder();
        String[] outcomes = {"ok", "ok", "ok", "failed", "timeout", "killed"};
        for (int i = 0; i < outcomes.length; i++) {
            String line =
                    "\n{\"id\":\"t:%d\",\"timestamp\":\"2026-11-%dT12:00:00Z\",\"outcome\":\"%s\",\"seconds\":%d}\n"
                            .formatted(i, i == 0 ? 18 : 20, outcomes[i], (i + 1) * 10);
            lines.append(line).append(line);
        }
        Files.writeString(reeve.workspace.agent("writer").history(), lines);
        Files.writeString(reeve.workspace.settings(), "zone: UTC\n");
        Called called = reeve.call("show", "writer")
                .exits(Exit.DONE)
                .says(
                        "today       5 attempts\n",
                        "success     60%, 3 of the last 5\n",
                        "median      20s for a success\n",
                        "Last failures\n");
        String failures = called.out()
                .substring(called.out().indexOf("Last failures"), called.out().indexOf("History"));
        assertTrue(failures.contains("outcome failed") && failures.contains("outcome timeout"), failures);
        assertEquals(3, failures.lines().filter(line -> !line.isBlank()).count(), failures);
        ObjectNode shown = json("show", "--json", "writer");
        assertEquals(5, Json.whole(shown, "today_count"));
        assertEquals(20.0, shown.get("median_seconds").asDouble());
    }
}
