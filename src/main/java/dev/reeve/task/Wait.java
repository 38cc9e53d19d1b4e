package dev.reeve.task;

import java.time.Instant;
import java.util.List;

/**
 * Why a task is in {@code waiting/}: a cause that Reeve sees end by itself. In {@code held/} it is what a person is asked;
 * a task that is held without one was parked, or nobody knows how it should go on.
 *
 * @param reason in words, for why.md
 * @param until when it ends at the latest by the clock; null where the clock has no say
 * @param on what it waits for: ids, labels, or the agent's name
 */
public record Wait(Cause cause, String reason, Instant until, List<String> on) {

    public enum Cause {
        /** A failed attempt is tried again later. */
        RETRY,
        /** {@code not_before}. */
        NOT_BEFORE,
        /** {@code after}: other tasks must end first. */
        AFTER,
        /** The agent's breaker is open. */
        BREAKER,
        /** The agent's folder or agent.yaml is missing or broken, or its command can't be found. */
        AGENT,
        /** A credential of the agent is not to be had. */
        CREDENTIAL,
        /** It must run in a sandbox, and there is none. */
        SANDBOX,
        /** The git worktree that it is to work in can't be made, or is being made. */
        WORKTREE,
        /** Its children have not ended. */
        CHILDREN,
        /** What may be spent is spent. */
        BUDGET,
        /** The model's side asked to be left alone for a while. */
        PAUSE,
        /** In {@code held/}: a person must say yes before it starts. */
        APPROVAL,
        /** In {@code held/}: a person is to do it, and the answer is its result. */
        ANSWER;

        /** True if it ends when the agent can be run again, whatever kept it from that. */
        public boolean isOfAgent() {
            return this == BREAKER || this == AGENT || this == CREDENTIAL || this == SANDBOX;
        }

        /** True if a person's words end it. */
        public boolean isOfPerson() {
            return this == APPROVAL || this == ANSWER;
        }
    }
}
