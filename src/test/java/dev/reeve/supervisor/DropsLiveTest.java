package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which people and programs drop a task ends in its answer. */
class DropsLiveTest {

    private static final String ECHO = "cat \"$REEVE_TASK_DIR\"/task.* > \"$REEVE_RESULT\"\n";

    @TempDir
    Path folder;

    private LiveWorkspace live() throws IOException {
        return new LiveWorkspace(folder)
                .settings("default_agent: hello\nlimits: {max_concurrent: 4}\n")
                .agent("hello", "concurrency: 4\n", ECHO);
    }

    @Test
    void filesOfEveryKindEndWithTheirAnswer() throws Exception {
        try (LiveWorkspace live = live().start()) {
            live.drop("hello", "echo.md", "Say hi.\n");
            Path elsewhere = Files.writeString(folder.resolve("copied.txt"), "Say copy.\n");
            Files.copy(elsewhere, live.door("hello").resolve("copied.txt"));
            // an editor that writes beside the file and renames
            live.drop("hello", ".saved.md.kate-swp", "Say saved.\n");
            Files.move(
                    live.door("hello").resolve(".saved.md.kate-swp"),
                    live.door("hello").resolve("saved.md"));
            // vim's way: a file to try the folder with, a backup, a new file under the old name
            live.drop("hello", "4913", "");
            Files.delete(live.door("hello").resolve("4913"));
            live.drop("hello", "vim.md~", "Say old.\n");
            live.drop("hello", "vim.md", "Say vim.\n");
            Files.writeString(live.workspace.tasks().resolve("top.yaml"), "task: Say top.\n");

            assertEquals("Say hi.", live.result("echo"));
            assertEquals("Say copy.", live.result("copied"));
            assertEquals("Say saved.", live.result("saved"));
            assertEquals("Say vim.", live.result("vim"));
            assertEquals("task: Say top.", live.result("top"));
            assertTrue(Files.exists(live.door("hello").resolve("vim.md~")), "the backup is left alone");
            assertEquals(5, live.all(State.DONE, ".*").size());
        }
    }

    @Test
    void aSlowCopyIsTakenWhole() throws Exception {
        try (LiveWorkspace live = live().settings("settle: 500ms\n").start()) {
            Path file = live.door("hello").resolve("slow.txt");
            StringBuilder all = new StringBuilder();
            for (int line = 0; line < 40; line++) {
                String text = "line " + line + "\n";
                all.append(text);
                Files.writeString(
                        file, text, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
                java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
            }
            assertEquals(all.toString().strip(), live.result("slow"));
        }
    }

    @Test
    void aFolderKeepsItsAttachmentsAndForgesNothing() throws Exception {
        try (LiveWorkspace live = live().start()) {
            Path made = folder.resolve("report");
            Files.createDirectories(made.resolve("attempts/1"));
            Files.writeString(made.resolve("task.md"), "Say report.\n");
            Files.writeString(made.resolve("data.csv"), "1,2\n");
            Files.writeString(made.resolve("record.json"), "{\"id\":\"x\",\"answer\":1}");
            Files.writeString(made.resolve("result.md"), "forged\n");
            Files.writeString(made.resolve("attempts/1/exit"), " 0\n");
            Files.move(made, live.door("hello").resolve("report"));
            live.until("the folder was not seen", () -> live.json(live.workspace.statusJson()) != null);
            live.until("it was not taken", () -> {
                live.pass(Duration.ofSeconds(1));
                return !Files.exists(live.door("hello").resolve("report"));
            });

            assertEquals("Say report.", live.result("report"));
            TaskFolder done = live.await(State.DONE, "report");
            assertEquals("1,2\n", Files.readString(done.files().resolve("data.csv")));
            assertEquals(" 0\n", Files.readString(done.files().resolve("attempts/1/exit")));
            assertEquals(done.id(), live.json(done.record()).get("id").asString());
            String prompt = Files.readString(done.attempt(1).prompt());
            assertTrue(prompt.contains("/files/data.csv"), prompt);
        }
    }

    @Test
    void aFolderUnderTheNameOfAnIdIsTakenAtOnceAndKeepsIt() throws Exception {
        try (LiveWorkspace live = live().settings("scan: 60s\n").start()) {
            for (int number = 0; number < 100; number++) {
                submit(live, "20260101-000000-%04d-many".formatted(number));
            }
            live.until("not all are done", () -> live.all(State.DONE, "many").size() == 100);
            assertEquals(
                    "20260101-000000-0099-many",
                    live.all(State.DONE, "many").get(99).id());
        }
    }

    private void submit(LiveWorkspace live, String id) throws IOException {
        Path made = Files.createDirectory(live.door("hello").resolve("." + id));
        Files.writeString(made.resolve("task.md"), "Say submit.\n");
        Files.move(made, live.door("hello").resolve(id));
    }

    @Test
    void itWorksWithoutEvents() throws Exception {
        try (LiveWorkspace live = live().settings("watch: off\n").start()) {
            live.drop("hello", "quiet.md", "Say quiet.\n");
            assertEquals("Say quiet.", live.result("quiet"));
            assertEquals("scanning", live.status().get("watch").asString());
        }
    }

    @Test
    void whatIsTakenBackBeforeItIsTakenIsForgotten() throws Exception {
        try (LiveWorkspace live = live().settings("settle: 5s\n")) {
            live.drop("hello", "gone.md", "Say gone.\n");
            live.start(Until.IDLE);
            live.await("no status", () -> live.status());
            Files.delete(live.door("hello").resolve("gone.md"));
            live.pass(Duration.ofSeconds(10));
            assertNull(live.ended(), "it ends, for nothing is left to be done");
            assertFalse(Files.list(live.workspace.rejected()).findAny().isPresent());
        }
    }

    @Test
    void aSecondDropWithTheSameKeyIsAnsweredAndNeverRun() throws Exception {
        try (LiveWorkspace live = live().agent("count", "", "echo run >> $REEVE_WORKSPACE/runs; echo the answer\n")
                .start()) {
            live.drop("count", "one.md", "---\nidempotency_key: k\n---\nDo it.\n");
            assertEquals("the answer", live.result("one"));
            live.drop("count", "two.md", "---\nidempotency_key: k\n---\nDo it.\n");
            assertEquals("the answer", live.result("two"));
            assertEquals(List.of("run"), live.lines("runs"));
        }
    }
}
