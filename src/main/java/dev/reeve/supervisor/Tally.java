package dev.reeve.supervisor;

import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What this supervisor has seen of attempts since its start, for a monitor: by agent, and only ever growing. */
final class Tally {

    /** @param seconds all together */
    record Sum(long count, double seconds) {

        static final Sum NONE = new Sum(0, 0);

        Sum and(Duration one) {
            // a clock that was set back makes no sum smaller
            return new Sum(count + 1, seconds + Math.max(0, one.toMillis()) / 1000.0);
        }
    }

    /** @param which an outcome, or where its task went */
    record Row(String agent, String which) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            int agents = agent.compareTo(other.agent);
            return agents != 0 ? agents : which.compareTo(other.which);
        }
    }

    private final Map<Row, Long> outcomes = new TreeMap<>();
    private final Map<Row, Long> ends = new TreeMap<>();
    private final Map<String, Sum> durations = new TreeMap<>();
    private final Map<String, Sum> waits = new TreeMap<>();

    /** An attempt begins. */
    void began(TaskRecord record) {
        AttemptRecord attempt = record.lastAttempt();
        Instant queued = record.queuedAt();
        if (attempt != null && queued != null && attempt.agent() != null) {
            waits.merge(
                    attempt.agent(),
                    Sum.NONE.and(Duration.between(queued, attempt.startedAt())),
                    (before, one) -> new Sum(before.count + 1, before.seconds + one.seconds));
        }
    }

    /** An attempt has ended, and its task is where that brought it. */
    void ended(TaskRecord record) {
        AttemptRecord attempt = record.lastAttempt();
        if (attempt == null || !attempt.ended() || attempt.agent() == null) {
            return;
        }
        String agent = attempt.agent();
        outcomes.merge(new Row(agent, attempt.outcome().name().toLowerCase(Locale.ROOT)), 1L, Long::sum);
        if (attempt.outcome() != Outcome.NEVER && attempt.startedAt() != null) {
            durations.merge(
                    agent,
                    Sum.NONE.and(Duration.between(attempt.startedAt(), attempt.endedAt())),
                    (before, one) -> new Sum(before.count + 1, before.seconds + one.seconds));
        }
        State state = record.settled().state();
        if (state == State.DONE || state == State.FAILED) {
            ends.merge(new Row(agent, state.folder()), 1L, Long::sum);
        } else if (state == State.WAITING && attempt.outcome().counts()) {
            ends.merge(new Row(agent, "retried"), 1L, Long::sum);
        }
    }

    Map<Row, Long> outcomes() {
        return outcomes;
    }

    Map<Row, Long> ends() {
        return ends;
    }

    Map<String, Sum> durations() {
        return durations;
    }

    Map<String, Sum> waits() {
        return waits;
    }
}
