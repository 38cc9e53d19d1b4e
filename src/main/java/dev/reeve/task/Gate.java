package dev.reeve.task;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a task stands whose answers are checked before they count.
 *
 * @param attempt whose answer is being checked; 0 if none is
 * @param by who checks it, as it was when the answer came; null for a person, or if none is checked
 * @param rounds how many answers are checked at most
 * @param refused those that were sent back since it was last begun from zero
 */
public record Gate(int attempt, Verify by, int rounds, List<Round> refused) {

    /**
     * An answer that was sent back.
     *
     * @param attempt whose answer it was
     * @param check the attempt that refused it; 0 if an agent did
     * @param child the place of the agent's review among the children; null if a command refused it
     */
    public record Round(int attempt, int check, String child) {

        /** Where that was said, in the task's folder. */
        public String folder() {
            return child == null ? "attempts/" + check + "/" : "children/" + child + "/";
        }
    }

    public Gate {
        refused = List.copyOf(refused);
    }

    /** @param before null if nothing was checked before */
    public static Gate at(int attempt, Verify by, int rounds, Gate before) {
        return new Gate(attempt, by, rounds, before == null ? List.of() : before.refused);
    }

    public boolean isOpen() {
        return attempt > 0;
    }

    public boolean isByCommand() {
        return isOpen() && by != null && by.command() != null;
    }

    public boolean isByAgent() {
        return isOpen() && by != null && by.agent() != null;
    }

    /** A person's word is awaited, or has been given. */
    public boolean isByPerson() {
        return isOpen() && by == null;
    }

    public int round() {
        return refused.size() + 1;
    }

    public boolean isLastRound() {
        return round() >= rounds;
    }

    public Gate refuse(Round round) {
        List<Round> all = new ArrayList<>(refused);
        all.add(round);
        return new Gate(0, null, rounds, all);
    }

    public Gate passed() {
        return new Gate(0, null, rounds, refused);
    }

    public Gate toPerson() {
        return new Gate(attempt, null, rounds, refused);
    }

    /** The last answer that was sent back; null if none was. */
    public Round lastRefused() {
        return refused.isEmpty() ? null : refused.get(refused.size() - 1);
    }

    /** As a person is shown it: {@code round 2 of 3}. */
    public String words() {
        return "round " + round() + " of " + rounds;
    }
}
