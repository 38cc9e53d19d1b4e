package dev.reeve.supervisor;

import dev.reeve.task.Wait;

/** What is decided about one task. Each is carried out by the transition that its name says. */
sealed interface Move {

    String id();

    /** Its next attempt begins. */
    record Start(String id) implements Move {}

    /** From {@code queue} to {@code waiting}. */
    record Park(String id, Wait because) implements Move {}

    /** From {@code waiting} to {@code queue}. */
    record Release(String id) implements Move {}

    /** An agent is asked to review its answer; the task itself stays in {@code waiting}. */
    record AskReview(String id) implements Move {}

    /** To {@code done}: a person has let its answer through. */
    record LetThrough(String id) implements Move {}

    /** To {@code held}: a person is asked. */
    record Ask(String id, Wait.Cause question) implements Move {}

    /** A person said yes to what was asked, and that is the answer. */
    record SayYes(String id) implements Move {}

    /** The person who was asked did not answer in time: somebody else has it from here on, or nobody. */
    record PassOn(String id) implements Move {}

    /** To {@code done} with the answer of the first task that had its idempotency key. */
    record Repeat(String id) implements Move {}

    /** Another agent takes it, without leaving the queue. */
    record HandOver(String id, String agent, String reason) implements Move {}

    /** To {@code held}: only a person can go on. */
    record Hold(String id, String reason) implements Move {}

    /** To {@code failed}, without an attempt that ended. */
    record GiveUp(String id, String reason) implements Move {}
}
