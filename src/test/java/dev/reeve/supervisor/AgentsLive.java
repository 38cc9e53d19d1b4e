package dev.reeve.supervisor;

import dev.reeve.files.Json;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A workspace in which each task has an agent of its own, with a script of its own. */
abstract class AgentsLive {

    @TempDir
    Path folder;

    LiveWorkspace live() throws IOException {
        return new LiveWorkspace(folder).settings("limits: {max_concurrent: 9}\n");
    }

    /** A task whose file is front matter to Reeve and a script to its agent. */
    static void run(LiveWorkspace live, String name, String keys, String script) throws IOException {
        live.agent(name, (keys.contains("retries") ? "" : "retries: 0\n") + keys, "cd $REEVE_WORKSPACE\n" + script);
        live.drop(name, name + ".md", "Do it.\n");
    }

    static ObjectNode record(TaskFolder task) throws IOException {
        return Json.parseObject(Files.readAllBytes(task.record()));
    }

    static List<String> outcomes(TaskFolder task) throws IOException {
        return record(task)
                .get("attempts")
                .valueStream()
                .map(attempt -> attempt.get("outcome").asString())
                .toList();
    }
}
