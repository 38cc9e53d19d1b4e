package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.cost.UsageFile;
import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.message.Message;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Usage;
import dev.reeve.workspace.AgentFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code history.jsonl} of an agent: a line for each attempt that ended. */
final class History {

    private final Kit kit;

    History(Kit kit) {
        this.kit = kit;
    }

    /** @param answered the messages that its task was given; empty while that goes on */
    void note(TaskRecord record, AttemptRecord ended, Usage usage, List<Message> answered) throws IOException {
        AgentFolder agent = kit.workspace().agent(ended.agent());
        if (!kit.durable().exists(agent.path())) {
            return;
        }
        ObjectNode line = Json.object();
        line.put("id", record.id() + ":" + ended.number());
        line.put("timestamp", ended.endedAt().toString());
        line.put("task", record.id());
        line.put("label", record.label());
        line.put("attempt", ended.number());
        if (ended.isCheck()) {
            line.put("verifies", ended.verifies());
        }
        line.put("outcome", ended.outcome().name().toLowerCase(Locale.ROOT));
        if (ended.exit() != null) {
            line.put("exit", ended.exit());
        }
        line.put("seconds", Duration.between(ended.startedAt(), ended.endedAt()).toMillis() / 1000.0);
        AgentConfig config = kit.team().get().config(ended.agent());
        Json.put(line, "session", config == null ? null : Conversation.label(record, config));
        Json.put(line, "reason", ended.reason());
        if (!usage.isNothing()) {
            UsageFile.put(line, usage);
        }
        if (!answered.isEmpty()) {
            ArrayNode ids = line.putArray("answers");
            answered.forEach(message -> ids.add(message.id()));
        }
        JsonLines.append(kit.disk(), agent.history(), line);
    }
}
