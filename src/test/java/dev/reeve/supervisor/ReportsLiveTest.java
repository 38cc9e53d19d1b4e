package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Tasks that tell an agent how they ended: by real processes, in real folders. */
class ReportsLiveTest {

    @TempDir
    Path folder;

    @Test
    void howATaskEndedIsReportedToWhomItNames() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .settings("limits: {max_result: 10B}\n")
                .agent("chief", "", "cat $REEVE_PROMPT\n")
                .agent("writer", "retries: 0\n", "printf 'forty-two and a half'; [ $REEVE_ATTEMPT = 1 ]\n")
                .agent("weak", "retries: 0\n", "exit 3\n")
                .start()) {
            live.drop("writer", "page.md", "---\nreport_to: chief\n---\nWrite.\n");
            String told = live.result("messages");
            TaskFolder page = live.await(State.DONE, "page");
            assertTrue(told.contains("Result from writer"), told);
            assertTrue(told.contains("Task `page` is done, in " + page.path()), told);
            assertTrue(told.contains("forty-two \n"), told);
            live.drop("weak", "poor.md", "---\nreport_to: chief\n---\nTry.\n");
            live.await(State.FAILED, "poor");
            List<String> lines = Files.readAllLines(
                            live.workspace.agent("chief").inbox())
                    .stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            assertEquals(2, lines.size(), lines::toString);
            ObjectNode report = Json.parseObject(lines.get(0).getBytes());
            assertEquals(page.id() + ":1:finish", Json.text(report, "id"));
            assertEquals("result", Json.text(report, "type"));
            assertEquals(page.id(), Json.text(report, "task"));
            assertEquals(page.id(), Json.text(report, "root"));
            assertEquals(1, Json.whole(report, "hops"));
            assertTrue(lines.get(1).contains("Task `poor` failed: its attempt failed (exit status 3)"), lines.get(1));
        }
    }

    @Test
    void nobodyIsReportedToWhoIsNotThereOrMayNotBeWrittenTo() throws Exception {
        try (LiveWorkspace live = new LiveWorkspace(folder)
                .agent("chief", "", "echo\n")
                .agent("writer", "may_ask: [helper]\n", """
                        printf -- '---\\nagent: helper\\nreport_to: chief\\n---\\nHelp.\\n' > $REEVE_SPAWN/part.md
                        """)
                .agent("helper", "", "echo helped\n")
                .start()) {
            live.drop("writer", "bad.md", "---\nreport_to: chif\n---\nWrite.\n");
            String why = Files.readString(live.rejected("bad.md").resolve("why.md"));
            assertTrue(why.contains("`report_to: chif`: there is no agent `chif`; did you mean `chief`?"), why);
            live.drop("writer", "page.md", "Write.\n");
            Path refused = live.await(State.DONE, "page").child("part").path();
            String told = Files.readString(refused.resolve("why.md"));
            assertTrue(told.contains("agent `writer` may not write to `chief`: its `may_ask` names helper."), told);
        }
    }
}
