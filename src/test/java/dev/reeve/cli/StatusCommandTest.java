package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.cli.call.Exit;
import dev.reeve.files.Json;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.Wait;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class StatusCommandTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
        reeve.agent("writer");
    }

    @Test
    void everyStateIsShownWithWhatMattersInIt() throws IOException {
        AttemptRecord attempt = new AttemptRecord(
                2, "writer", reeve.now.minusSeconds(90), null, null, null, null, null, null, null, null, null, 0);
        TaskFolder running = reeve.task(
                Where.in(State.RUNNING),
                "running",
                change -> change.attempt(attempt).spec(Specs.of("running", null, Duration.ofMinutes(3), 2)));
        TaskFolder queued = reeve.task(State.QUEUE, "queued");
        Wait wait = new Wait(
                Wait.Cause.RETRY, "tried again after exit 7", Instant.parse("2026-11-20T15:00:00Z"), List.of());
        TaskFolder waiting = reeve.task(Where.in(State.WAITING), "waiting", change -> change.waitsFor(wait));
        TaskFolder held = reeve.task(Where.in(State.HELD), "held", change -> change.why("needs a yes"));
        TaskFolder failed = reeve.task(Where.in(State.FAILED), "failed", change -> change.why("exit 9"));
        Files.writeString(reeve.workspace.tasks().resolve("new.md"), "new");
        Called called = reeve.call("status").exits(Exit.DONE);
        assertEquals("", called.err());
        called.says(
                "No supervisor runs here.",
                "1 thing dropped, not taken yet",
                running.id() + "\twriter\t2\t1m 30s\t[#####-----] of 3m\t\n",
                queued.id() + "\twriter\t2\t1h\tno supervisor runs\n",
                waiting.id() + "\twriter\t",
                "tried again after exit 7",
                held.id() + "\twriter\tneeds a yes",
                "`reeve release ID`",
                "Failed 1\n",
                failed.id() + "\twriter\texit 9");
    }

    @Test
    void theQueueIsInOrderOfPriorityThenAge() throws IOException {
        TaskFolder usual = reeve.task(State.QUEUE, "usual");
        TaskFolder late = reeve.task(Where.in(State.QUEUE), "late", change -> change.queuedAt(reeve.now));
        TaskFolder urgent =
                reeve.task(Where.in(State.QUEUE), "urgent", change -> change.spec(Specs.of("urgent", null, null, 1)));
        String out = reeve.call("status").out();
        assertTrue(out.indexOf(urgent.id()) < out.indexOf(usual.id()), out);
        assertTrue(out.indexOf(usual.id()) < out.indexOf(late.id()), out);
    }

    @Test
    void aLongListIsCutAndItsRecordsAreNotOpened() throws IOException {
        for (int i = 1000; i < 2010; i++) {
            Path folder = Files.createDirectory(reeve.workspace
                    .task(State.WAITING, "20261120-120000-" + i + "-job")
                    .path());
            if (i >= 1020) {
                // would be an error if it were read
                Files.createDirectory(folder.resolve("record.json"));
            }
        }
        reeve.call("status")
                .exits(Exit.DONE)
                .says("Waiting 1,010\n", "-1019-job", "… and 990 more")
                .saysNothingOf("-1020-job");
    }

    @Test
    void aLivingSupervisorTellsWhatNoFolderCan() throws IOException {
        reeve.supervise();
        TaskFolder second = reeve.task(State.QUEUE, "second");
        TaskFolder first = reeve.task(State.QUEUE, "first");
        publish(ProcessHandle.current().pid(), first.id());
        Called called = reeve.call("status").exits(Exit.DONE);
        called.says(
                "Supervisor pid " + ProcessHandle.current().pid() + " since ",
                "0 of 3 running",
                first.id() + "\twriter\t2\t1h\tagent writer: 1 of 1 taken by x\n",
                "Problems 1\n",
                "agents/a/agent.yaml: line 3",
                "Today 1,200 accepted, 7 done, 0 failed, 0 retried, 0 rejected");
        assertTrue(called.out().indexOf(first.id()) < called.out().indexOf(second.id()), called.out());
    }

    @Test
    void whatADeadSupervisorPublishedIsNotBelieved() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "start times of processes are read from /proc");
        long pid = ProcessHandle.current().pid();
        Files.writeString(reeve.workspace.supervisorJson(), "{\"pid\":" + pid + ",\"start\":\"1\"}");
        publish(pid, "x");
        reeve.call("status").exits(Exit.DONE).says("No supervisor runs here.").saysNothingOf("Problems");
    }

    @Test
    void aStopFileIsShown() throws IOException {
        Files.writeString(reeve.workspace.stop(), "now\n");
        reeve.call("status").says("STOP is there");
        assertEquals("now", Json.text(json(), "stop"));
    }

    @Test
    void programsGetTheFormOfTheStatusFile() throws IOException {
        reeve.supervise();
        TaskFolder queued = reeve.task(State.QUEUE, "queued");
        TaskFolder held = reeve.task(Where.in(State.HELD), "held", change -> change.why("needs a yes"));
        publish(ProcessHandle.current().pid(), queued.id());
        ObjectNode status = json();
        assertEquals(root.toString(), Json.text(status, "workspace"));
        assertEquals(ProcessHandle.current().pid(), Json.whole(status.get("supervisor"), "pid"));
        assertEquals(1, Json.whole(status, "queued_count"));
        assertEquals(3, Json.whole(status, "max_concurrent"));
        assertEquals(
                "{\"id\":\"" + queued.id() + "\",\"label\":\"queued\",\"agent\":\"writer\",\"priority\":2,"
                        + "\"requested_by\":\"person\",\"queued_at\":\"2026-11-20T13:00:00Z\","
                        + "\"missing\":[\"agent writer: 1 of 1 taken by x\"]}",
                Json.line(status.get("queued").get(0)));
        assertEquals(held.id(), Json.text(status.get("held").get(0), "id"));
        assertEquals("needs a yes", Json.text(status.get("held").get(0), "reason"));
        assertEquals(1200, Json.whole(status.get("today"), "accepted"));
    }

    @Test
    void theLastMessagesToEachAgentAreALineEach() throws IOException {
        reeve.agent("reader");
        Files.writeString(reeve.workspace.agent("writer").inbox(), """
                {"id":"1","message":"too old"}
                {"id":"2","from":"reader","type":"result","timestamp":"2026-11-20T13:00:00Z","message":"Two\\nlines\\u001b[31m"}
                no message
                {"id":"3","message":"the newest"}
                """);
        Files.writeString(reeve.workspace.agent("reader").inbox(), "{\"message\":\"for the other\"}\n");
        reeve.call("status", "--messages", "2")
                .exits(Exit.DONE)
                .says(
                        "Messages to reader 1\n",
                        "person\t-\t* for the other\n",
                        "Messages to writer 3\n",
                        "reader, result\t",
                        "\t* Two lines [31m\nperson\t-\t* the newest\n")
                .saysNothingOf("too old");
        reeve.call("status", "--messages", "2", "--agent", "reader")
                .exits(Exit.DONE)
                .says("for the other")
                .saysNothingOf("Messages to writer");
        ObjectNode status = json("--messages", "1", "--agent", "writer");
        assertEquals(
                "[{\"agent\":\"writer\",\"read\":false,\"id\":\"3\",\"from\":\"person\",\"to\":\"writer\","
                        + "\"message\":\"the newest\"}]",
                status.get("messages").toString());
        reeve.call("status").exits(Exit.DONE).saysNothingOf("essages");
    }

    @Test
    void messagesAreAWholeNumber() {
        reeve.call("status", "--messages", "0").exits(Exit.USAGE).notes("--messages 0: write a whole number");
    }

    private ObjectNode json(String... more) {
        List<String> words = new ArrayList<>(List.of("status", "--json"));
        words.addAll(List.of(more));
        return Json.parseObject(
                reeve.call(words.toArray(String[]::new)).exits(Exit.DONE).out().getBytes(StandardCharsets.UTF_8));
    }

    private void publish(long pid, String first) throws IOException {
        Files.writeString(reeve.workspace.statusJson(), """
                {"supervisor": {"pid": %d}, "max_concurrent": 3, "watch": "events",
                 "queued": [{"id": "%s", "missing": ["agent writer: 1 of 1 taken by x"]}],
                 "problems": [{"where": "agents/a/agent.yaml", "what": "line 3"}],
                 "today": {"date": "2026-11-20", "accepted": 1200, "done": 7}}
                """.formatted(pid, first));
    }
}
