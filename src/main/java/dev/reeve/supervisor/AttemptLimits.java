package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.task.TaskRecord;
import java.time.Duration;

/** The limits of one attempt: the task's own, else its agent's. Zero is "off". */
final class AttemptLimits {

    private AttemptLimits() {}

    static Duration timeout(TaskRecord record, AgentConfig agent) {
        if (record.spec().timeout() != null) {
            return record.spec().timeout();
        }
        return agent == null ? Duration.ZERO : agent.timeout();
    }

    static Duration idle(TaskRecord record, AgentConfig agent) {
        if (record.spec().idleTimeout() != null) {
            return record.spec().idleTimeout();
        }
        return agent == null ? Duration.ZERO : agent.idleTimeout();
    }
}
