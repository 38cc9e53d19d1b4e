package dev.reeve.supervisor;

import dev.reeve.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A workspace in which a person moves tasks about: some of them work for ever, some fail until they are asked kindly. */
abstract class PeopleLive {

    static final String WORK = "echo $$ >> $REEVE_WORKSPACE/pids; sleep 1000 & wait\n";

    @TempDir
    Path folder;

    LiveWorkspace live() throws IOException {
        return new LiveWorkspace(folder)
                .settings("limits: {max_concurrent: 9}\n")
                .agent("work", "concurrency: 9\nretries: 0\n", WORK)
                .agent("fail", "retries: 0\nbreaker: {failures: 99}\n", "grep -q please $REEVE_TASK_DIR/task.md\n");
    }

    static boolean told(LiveWorkspace live, String action, String id) throws IOException {
        String date = java.time.LocalDate.ofInstant(live.time.now(), java.time.ZoneOffset.UTC)
                .toString();
        return Files.readAllLines(live.workspace.audit(date)).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Json.parseObject(line.getBytes()))
                .anyMatch(line -> action.equals(Json.text(line, "action")) && id.equals(Json.text(line, "task")));
    }
}
