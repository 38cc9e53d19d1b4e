package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.supervisor.AfterAttempt.End;
import dev.reeve.supervisor.AfterAttempt.Fail;
import dev.reeve.supervisor.AfterAttempt.Next;
import dev.reeve.supervisor.AfterAttempt.Queue;
import dev.reeve.task.TaskRecord;

/** A person was asked and did not answer in time: who is asked next. A plain function. */
final class Escalation {

    private Escalation() {}

    static Next of(TaskRecord record, End end, Team team) {
        String asked = record.lastAttempt().agent();
        AgentConfig config = team.config(asked);
        String next = first(record, team, record.spec().fallback(), config == null ? null : config.fallback());
        return next == null
                ? new Fail(end.reason())
                : new Queue(
                        end.reason() + "; " + (team.isPerson(next) ? next + " is asked" : "agent " + next + " has it")
                                + " from here on",
                        next);
    }

    /** The task's own word comes first. Nobody is asked twice, so that two who name each other come to an end. */
    private static String first(TaskRecord record, Team team, String... names) {
        for (String name : names) {
            if (name != null
                    && team.names().contains(name)
                    && record.attempts().stream().noneMatch(any -> name.equals(any.agent()))) {
                return name;
            }
        }
        return null;
    }
}
