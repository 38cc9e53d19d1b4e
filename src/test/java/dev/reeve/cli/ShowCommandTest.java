package dev.reeve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.cli.call.Exit;
import dev.reeve.files.Json;
import dev.reeve.repository.Repository;
import dev.reeve.repository.Tree;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.Wait;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class ShowCommandTest {

    @TempDir
    Path root;

    private TestWorkspace reeve;

    @BeforeEach
    void makeWorkspace() throws IOException {
        reeve = new TestWorkspace(root);
        reeve.agent("writer");
    }

    @Test
    void aTaskInAWorktreeShowsWhereItIsAndWhyItIsKept() throws IOException {
        TaskFolder task = reeve.task(Where.doneOn("2026-11-20"), "mend", change -> change);
        Repository repository = new Repository(Path.of("/src/shop"), Path.of("/src/shop/.git"), "", "9f3c");
        Tree tree = Tree.planned(task.id(), repository, Path.of("/ws/work/mend"), "reeve/mend", "9f3c")
                .usedBy(task.id(), task.id())
                .keptFor("it has uncommitted changes");
        Files.createDirectories(root.resolve("state/worktrees"));
        Files.write(root.resolve("state/worktrees/" + task.id() + ".json"), tree.bytes());
        reeve.call("show", "mend")
                .exits(Exit.DONE)
                .says(
                        "worktree    /ws/work/mend",
                        "branch      reeve/mend of /src/shop/.git",
                        "kept        it has uncommitted changes");
    }

    @Test
    void aFinishedTaskShowsItsAttemptsAndItsResult() throws IOException {
        AttemptRecord first = new AttemptRecord(
                        1, "writer", reeve.now, null, null, null, null, null, null, null, null, null, 0)
                .ended(reeve.now.plusSeconds(65), Outcome.FAILED, 7, "exit 7");
        AttemptRecord second = new AttemptRecord(
                        2, "other", reeve.now, null, null, null, null, null, null, null, null, null, 0)
                .ended(reeve.now.plusMillis(1200), Outcome.OK, 0, null);
        TaskFolder task = reeve.task(
                Where.doneOn("2026-11-20"),
                "report",
                change -> change.attempt(first).attempt(second).answer(2));
        Files.writeString(task.result(), "The answer.\n");
        reeve.call("show", "report")
                .exits(Exit.DONE)
                .says(
                        task.id(),
                        "state       done/2026-11-20",
                        "folder      " + task.path(),
                        "agent       writer",
                        "result      " + task.result(),
                        "1\twriter\tfailed\t7\t1m 5s\tattempts/1/\texit 7",
                        "2\tother\tok\t0\t1s\tattempts/2/",
                        "Result\n  The answer.\n");
    }

    @Test
    void aTaskThatWaitsOrIsHeldShowsWhy() throws IOException {
        Wait wait = new Wait(Wait.Cause.AFTER, "waits for collect", null, List.of("collect"));
        reeve.task(Where.in(State.WAITING), "waiting", change -> change.waitsFor(wait));
        reeve.call("show", "waiting").exits(Exit.DONE).says("waits for   waits for collect");
        TaskFolder held = reeve.task(State.HELD, "held");
        Files.writeString(held.why(), "A person must say yes.\n");
        reeve.call("show", "held").exits(Exit.DONE).says("Why\n  A person must say yes.\n");
    }

    @Test
    void aRunningTaskShowsTheLastLinesOfItsOutput() throws IOException {
        TaskFolder task = reeve.task(State.RUNNING, "report");
        Files.createDirectories(task.attempt(1).path());
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 30; i++) {
            lines.append("line ").append(i).append(" \033[2J\n");
        }
        Files.writeString(task.attempt(1).stdout(), lines);
        reeve.call("show", "report")
                .exits(Exit.DONE)
                .says("  line 21  [2J\n", "  line 30  [2J\n")
                .saysNothingOf("line 20 ")
                .saysNothingOf("\033");
    }

    @Test
    void programsGetTheRecordWithStateAndFolder() throws IOException {
        TaskFolder task = reeve.task(State.QUEUE, "report");
        ObjectNode shown = Json.parseObject(
                reeve.call("show", "--json", "report").exits(Exit.DONE).out().getBytes(StandardCharsets.UTF_8));
        assertEquals(task.id(), Json.text(shown, "id"));
        assertEquals("queue", Json.text(shown, "state"));
        assertEquals(task.path().toString(), Json.text(shown, "folder"));
        assertEquals("report", Json.text(shown.get("task"), "text"));
    }

    @Test
    void aTaskThatIsNotTakenYetIsShown() {
        String id = reeve.call("submit", "hi").out().strip();
        reeve.call("show", id).exits(Exit.DONE).says("state       not taken yet");
    }

    @Test
    void anAgentIsShownWithItsWork() throws IOException {
        reeve.task(State.QUEUE, "one");
        reeve.task(State.QUEUE, "two");
        reeve.task(Where.in(State.QUEUE), "other", change -> change.agent("reader"));
        reeve.task(State.RUNNING, "three");
        TaskFolder done = reeve.task(Where.doneOn("2026-11-20"), "four", change -> change);
        Files.createSymbolicLink(reeve.workspace.agent("writer").last(), Path.of("../../done/2026-11-20/" + done.id()));
        Files.writeString(
                reeve.workspace.agent("writer").history(),
                "\n{\"id\":\"1\",\"timestamp\":\"2026-11-20T13:00:00Z\",\"task\":\"x\",\"outcome\":\"ok\"}\n");
        reeve.call("show", "writer")
                .exits(Exit.DONE)
                .says(
                        "config      " + reeve.workspace.agent("writer").config(),
                        "queue       2\n",
                        "running     1\n",
                        "last        done/2026-11-20/" + done.id(),
                        "  task x  outcome ok\n",
                        "command: [sh, run.sh]");
        ObjectNode shown =
                Json.parseObject(reeve.call("show", "--json", "writer").out().getBytes(StandardCharsets.UTF_8));
        assertEquals(2, Json.whole(shown, "queue_count"));
    }

    @Test
    void anAgentIsShownWithWhatIsInForceAndNoSecret() throws IOException {
        reeve.agent("writer");
        Files.writeString(reeve.workspace.agent("writer").config(), """
                command: [sh, run.sh, "two words"]
                timeout: 90s
                env: {API_KEY: hush}
                """);
        reeve.call("show", "writer")
                .exits(Exit.DONE)
                .says(
                        "  command: [sh, run.sh, \"two words\"]\n",
                        "  env: [API_KEY]",
                        "  timeout: 1m30s\n",
                        "  idle_timeout: off\n",
                        "  retries: 2\n",
                        "  breaker: {failures: 3, window: 5, cooldown: 1m}\n")
                .saysNothingOf("hush");
        Called json = reeve.call("show", "--json", "writer").saysNothingOf("hush");
        ObjectNode shown = Json.parseObject(json.out().getBytes(StandardCharsets.UTF_8));
        assertEquals("1m30s", Json.text(shown.get("settings"), "timeout"));
        assertEquals(2, Json.whole(shown.get("settings"), "retries"));
    }

    @Test
    void anAgentWhoseFileIsBrokenIsShownWithWhatIsWrong() throws IOException {
        reeve.agent("writer");
        Files.writeString(
                reeve.workspace.agent("writer").config(), "command: [sh]\nenv: {API_KEY: hush}\ntimeot: 5s\n");
        reeve.call("show", "writer")
                .exits(Exit.DONE)
                .says("Problems\n", "agents/writer/agent.yaml:3:1: unknown key `timeot`", "did you mean `timeout`?")
                .saysNothingOf("hush");
    }

    @Test
    void whatIsNotThereIsTold() {
        reeve.call("show", "nothing").exits(Exit.NO_SUCH_THING).notes("no task 'nothing'");
    }

    @Test
    void aTaskThatMayHaveBeenRemovedForItsAgeIsNoRiddle() throws Exception {
        Files.writeString(reeve.workspace.retention(), "{}");
        reeve.call("show", "20261001-100000-aaaa-old")
                .exits(Exit.NO_SUCH_THING)
                .notes("no task '20261001-100000-aaaa-old'", "it may have been removed for its age (`retention`");
    }
}
