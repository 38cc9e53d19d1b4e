package dev.reeve.supervisor;

import dev.reeve.files.Json;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Tasks that ended long ago, as files of a workspace by their names. */
final class Ancient {

    /** So many files each has. */
    static final int FILES = 4;

    private Ancient() {}

    static Map<String, String> task(Where where, String id) {
        return task(where, id, Map.of());
    }

    /** @param more keys of its record */
    static Map<String, String> task(Where where, String id, Map<String, String> more) {
        ObjectNode record = Json.parseObject(TaskRecords.bytes(ARecord.of(id)
                .at(where)
                .accepted(TaskId.givenAt(id))
                .agent("hello")
                .label(TaskId.slugOf(id))
                .record()));
        more.forEach((key, value) -> {
            if (key.startsWith("task.")) {
                ((ObjectNode) record.get("task")).put(key.substring(5), value);
            } else {
                record.put(key, value);
            }
        });
        String folder = where + "/" + id + "/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put(folder + "record.json", new String(Json.file(record), StandardCharsets.UTF_8));
        files.put(folder + "task.md", "Say hi.\n");
        files.put(folder + (where.state() == State.FAILED ? "why.md" : "result.md"), "hi\n");
        files.put(folder + "out/report.txt", "a report\n");
        return files;
    }
}
