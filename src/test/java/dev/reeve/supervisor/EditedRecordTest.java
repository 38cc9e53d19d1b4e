package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record that somebody edited to what Reeve would not write is answered with the key, and leads nowhere. */
class EditedRecordTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            waiting | "not_before",       | "tomorrow",                         | wait.cause
            waiting | "at" : "waiting"    | "at" : "waiting", "next" : "done/../../outside" | next
            waiting | "at" : "waiting"    | "at" : "waiting", "next" : "running" | next
            waiting | "failures"          | "after" : [ "../../outside" ], "failures" | after
            waiting | "agent" : "hello"   | "agent" : "../../outside"           | agent
            waiting | "queued_at" : "2026 | "queued_at" : "+1000000000          | queued_at
            waiting | "queued_at"         | "x"                                 | queued_at
            waiting | "priority" : 2      | "priority" : 2147483647             | priority
            waiting | "answer" : 0        | "answer" : 7                        | answer
            waiting | "attempts" : [ ]    | "attempts" : [ { } ]                | attempts[0].number
            waiting | "text"              | "timeout" : "PT-1S", "text"         | task.timeout
            waiting | "text"              | "on_lost" : "run", "text"           | task.on_lost
            waiting | "text"              | "cwd" : "\\u0000", "text"           | task.cwd
            failed  | "number" : 1        | "number" : -1                       | attempts[0].number
            failed  | "exit" : 3          | "exit" : "three"                    | attempts[0].exit
            """)
    void itIsRejectedWithTheKey(String state, String written, String edited, String key) throws IOException {
        FuzzedWorkspace in = new FuzzedWorkspace();
        in.write(
                "tasks/bad.md",
                "---\nretries: 0\nnot_before: " + (state.equals("failed") ? "1s" : "40d") + "\n---\nDo it.\n");
        in.start();
        in.run(Duration.ofSeconds(20));
        Path folder = in.workspace.state(State.of(state));
        String id = in.machine.disk.list(folder).stream()
                .filter(TaskId::isOne)
                .findFirst()
                .orElseThrow();
        Path record = folder.resolve(id).resolve("record.json");
        String text = in.text(record);
        assertTrue(text.contains(written), text);
        in.machine.supervisorKilled();
        in.write(record, text.replace(written, edited).getBytes(StandardCharsets.UTF_8));
        in.start();
        Canary.drop(in, "canary");
        in.run(Duration.ofSeconds(20));

        String why = null;
        for (String name : in.machine.disk.list(in.workspace.rejected())) {
            why = in.text(in.workspace.rejected().resolve(name).resolve("why.md"));
        }
        assertTrue(why != null && why.contains("`" + key + "`"), why);
        Canary.sang(in, "canary");
        in.restartChangesNothing();
        in.outsideIsUntouched();
    }
}
