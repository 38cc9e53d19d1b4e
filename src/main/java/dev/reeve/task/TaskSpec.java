package dev.reeve.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A task as it was asked for. What nobody said is null (an empty list where there may be many), so that the agent's own
 * setting, or the default, can stand in.
 *
 * @param text the work itself, in words
 * @param label a name of the person's own
 * @param priority 1 urgent, 2 usual, 3 background
 * @param session with which conversation it goes on; null where nobody said
 * @param timeout of one attempt; zero is "off"
 * @param idleTimeout of silence within an attempt; zero is "off"
 * @param deadline of the whole task, from its acceptance on
 * @param deadlineAt the same as a point in time
 * @param notBefore a point in time before which it does not start
 * @param notBeforeIn the same, from its acceptance on
 * @param after ids or labels that must have ended
 * @param inputs files named in the packet
 * @param memory null where nobody said
 * @param optional true: that it failed does not degrade its parent; null where nobody said
 * @param verify who looks at its answer before it counts
 * @param maxRounds how many answers are looked at before it is given up
 * @param reportTo whose inbox its end is told to; null if nobody's
 * @param meta passed through as it is
 */
public record TaskSpec(
        String text,
        String agent,
        String label,
        Integer priority,
        String model,
        String session,
        String cwd,
        Duration timeout,
        Duration idleTimeout,
        Duration deadline,
        Instant deadlineAt,
        Integer retries,
        Duration backoff,
        OnLost onLost,
        Instant notBefore,
        Duration notBeforeIn,
        List<String> after,
        AfterFailed afterFailed,
        String group,
        List<String> inputs,
        OutputFormat output,
        Boolean memory,
        String idempotencyKey,
        String fallback,
        Boolean optional,
        Verify verify,
        Integer maxRounds,
        String reportTo,
        ObjectNode meta) {

    public static final int USUAL_PRIORITY = 2;

    /** What becomes of a task whose attempt vanished without an exit. */
    public enum OnLost {
        RETRY,
        HOLD
    }

    /** What becomes of a task when one that it waited for has failed. */
    public enum AfterFailed {
        FAIL,
        RUN,
        HOLD
    }

    public enum OutputFormat {
        TEXT,
        JSON
    }
}
