package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class TraceCommandTest {

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

    private static String clock(int second) {
        return DateTimeFormatter.ofPattern("HH:mm:ss")
                .withZone(ZoneId.systemDefault())
                .format(ONE.plusSeconds(second));
    }

    /** A lead that asked for two, one of which failed, and was started once more. */
    private TaskFolder lead() throws IOException {
        TaskFolder lead = reeve.task(
                Where.doneOn("2026-11-20"),
                "report",
                change -> change.attempt(ATree.ok(1, ONE.plusSeconds(1), 10))
                        .attempt(ATree.ok(2, ONE.plusSeconds(60), 5))
                        .harvest(new Harvest(1, 2, true)));
        ATree.log(lead, ONE.plusSeconds(1), "start", null);
        ATree.log(lead, ONE.plusSeconds(11), "wait", "2 children have not ended");
        ATree.log(lead, ONE.plusSeconds(59), "release", null);
        ATree.log(lead, ONE.plusSeconds(65), "finish", null);
        return lead;
    }

    @Test
    void theWholeTreeIsShownWhicheverOfItIsNamed() throws IOException {
        TaskFolder lead = lead();
        TaskFolder good = tree.child(lead, Where.doneOn("2026-11-20"), "good", ATree.ok(1, ONE.plusSeconds(5), 12));
        ATree.log(good, ONE.plusSeconds(17), "finish", null);
        TaskFolder bad = tree.child(lead, Where.in(State.FAILED), "bad", ATree.failed(1, ONE.plusSeconds(6), 2));
        ATree.log(bad, ONE.plusSeconds(8), "fail", "exit status 7");
        reeve.write(
                bad, reeve.record(bad).change().why("its only attempt failed").done());
        String shown = reeve.call("trace", "report").exits(Exit.DONE).out();
        assertEquals(
                List.of(
                        clock(0) + "  writer: report  done in 1m 5s, degraded, 1/2  done/2026-11-20/" + lead.id() + "/",
                        "  " + clock(1) + "  attempt 1: ok after 10s",
                        "    " + clock(0) + "  writer: bad  failed in 8s: its only attempt failed  failed/" + bad.id()
                                + "/",
                        "      " + clock(6) + "  attempt 1: failed after 2s: exit status 7",
                        "    " + clock(0) + "  writer: good  done in 17s  done/2026-11-20/" + good.id() + "/",
                        "      " + clock(5) + "  attempt 1: ok after 12s",
                        "  " + clock(11) + "  wait: 2 children have not ended",
                        "  " + clock(59) + "  release",
                        "  " + clock(60) + "  attempt 2: ok after 5s"),
                shown.lines().skip(1).toList());
        assertTrue(shown.startsWith("Asked for by person, 2026-11-20 "), shown);
        assertEquals(shown, reeve.call("trace", "bad").exits(Exit.DONE).out());
    }

    @Test
    void oneAtWorkShowsHowFarItIs() throws IOException {
        TaskFolder lead = reeve.task(
                Where.in(State.RUNNING), "report", change -> change.attempt(ATree.begun(1, ONE.plusSeconds(1))));
        TaskFolder kid = tree.child(lead, Where.in(State.RUNNING), "kid", ATree.begun(1, ONE.plusSeconds(600)));
        Files.createDirectories(kid.attempt(1).door());
        Files.writeString(kid.attempt(1).notes(), "{\"text\":\"half way\",\"percent\":50}\n");
        reeve.call("trace", "kid")
                .exits(Exit.DONE)
                .says(
                        "writer: report  running since 1h  running/" + lead.id() + "/\n",
                        "attempt 1: at work for 59m 59s\n",
                        "    " + clock(0) + "  writer: kid  running since 1h",
                        "attempt 1: at work for 50m: half way (50%)\n");
    }

    @Test
    void whatIsNoTaskOrNowhereIsShownAsItsParentKnowsIt() throws IOException {
        TaskFolder lead = lead();
        tree.rejected(lead, "wrong", "it asks for an agent that is not there");
        TaskFolder gone = tree.child(lead, Where.in(State.FAILED), "gone", ATree.failed(1, ONE.plusSeconds(6), 2));
        FileUtils.deleteDirectory(gone.path().toFile());
        reeve.call("trace", "report")
                .exits(Exit.DONE)
                .says(
                        "nobody: wrong  rejected: it asks for an agent that is not there\n",
                        "writer: gone  failed: exit status 7  " + gone.id() + "\n");
    }

    @Test
    void aChildWhoseParentIsNowhereIsShownByItself() throws IOException {
        TaskFolder lead = lead();
        tree.child(lead, Where.in(State.QUEUE), "kid", ATree.failed(1, ONE, 2));
        FileUtils.deleteDirectory(lead.path().toFile());
        reeve.call("trace", "kid").exits(Exit.DONE).says("Asked for by " + lead.id() + ", which is nowhere any more");
    }

    @Test
    void aLoopThatSomebodyMadeEnds() throws IOException {
        TaskFolder lead = reeve.task(State.QUEUE, "report");
        TaskFolder kid = tree.child(lead, Where.in(State.QUEUE), "kid", ATree.failed(1, ONE, 2));
        Files.createDirectories(kid.child("loop").path());
        Files.writeString(
                kid.child("loop").status(),
                Files.readString(lead.child("kid").status()).replace(kid.id(), lead.id()));
        reeve.call("trace", "kid").exits(Exit.DONE).says("report", "kid");
    }

    @Test
    void programsGetTheTreeAsObjectsInEachOther() throws IOException {
        TaskFolder lead = lead();
        TaskFolder good = tree.child(lead, Where.doneOn("2026-11-20"), "good", ATree.ok(1, ONE.plusSeconds(5), 12));
        ObjectNode shown = Json.parseObject(
                reeve.call("trace", "--json", "good").exits(Exit.DONE).out().getBytes(StandardCharsets.UTF_8));
        assertEquals(lead.id(), Json.text(shown, "id"));
        assertEquals("done/2026-11-20/" + lead.id(), Json.text(shown, "folder"));
        assertEquals("1/2", Json.text(shown, "complete"));
        assertTrue(Json.isTrue(shown, "degraded"));
        assertEquals("2026-11-20T13:01:05Z", Json.text(shown, "ended_at"));
        assertEquals(2, shown.get("attempts").size());
        assertEquals("wait", Json.text(shown.get("events").get(0), "action"));
        JsonNode child = shown.get("children").get(0);
        assertEquals(good.id(), Json.text(child, "id"));
        assertEquals(1, Json.whole(child, "asked_by_attempt"));
        assertEquals(12.0, child.get("seconds").asDouble());
        assertNull(Json.text(child, "reason"));
    }

    @Test
    void whatIsNotThereIsTold() {
        reeve.call("trace", "nothing").exits(Exit.NO_SUCH_THING).notes("no task 'nothing'");
    }
}
