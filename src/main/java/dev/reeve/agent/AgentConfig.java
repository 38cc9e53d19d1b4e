package dev.reeve.agent;

import dev.reeve.task.Budget;
import dev.reeve.task.Verify;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How an agent is run: what its {@code agent.yaml} says, with the defaults filled in.
 *
 * @param program what stands behind the command
 * @param command argv; a first word with a slash in it is relative to the agent's folder. Empty where a preset knows
 *     it
 * @param model null where nobody said
 * @param context files of the agent's folder that go into the prompt, in this order
 * @param credentials variables, and where their values come from
 * @param cwd null: its own work folder
 * @param timeout zero is "off"
 * @param idleTimeout zero is "off"
 * @param concurrency how many of its runs with memory may be at work at once
 * @param session with which conversation its runs with memory go on if their task does not say
 * @param mayAsk the agents whose work it may ask for; {@code *} is everybody
 * @param wake false: messages to it wait for its next run
 * @param fallback null, or who does the work when this one can't
 * @param verify who looks at its answers before they count; null if nobody does
 * @param maxRounds how many answers of a task are looked at before it is given up
 * @param budget how much it may spend
 */
public record AgentConfig(
        String name,
        Program program,
        List<String> command,
        String model,
        List<String> context,
        Map<String, String> env,
        Map<String, Credential> credentials,
        String cwd,
        Duration timeout,
        Duration idleTimeout,
        int retries,
        Duration backoff,
        int concurrency,
        Breaker breaker,
        String fallback,
        String session,
        List<String> mayAsk,
        boolean wake,
        Verify verify,
        int maxRounds,
        Confinement confinement,
        Budget budget) {

    /** Nobody needs leave to ask for more of himself. */
    public boolean mayAsk(String other) {
        return other.equals(name) || mayAsk.contains(EVERYBODY) || mayAsk.contains(other);
    }

    /** No program at all. */
    public boolean isPerson() {
        return program.isPerson();
    }

    static final String EVERYBODY = "*";

    /** Opens when {@code failures} of the last {@code window} attempts failed; half open after {@code cooldown}. */
    public record Breaker(int failures, int window, Duration cooldown) {}

    /** Names of variables only: their values may be secrets. */
    @Override
    public String toString() {
        return "AgentConfig[" + name + ", " + command + ", variables " + env.keySet() + "]";
    }
}
