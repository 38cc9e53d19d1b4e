package dev.reeve.supervisor;

import dev.reeve.task.Wait;

/** Why an agent can't be run: in words, with what to mend. */
record Unfit(Wait.Cause cause, String words) {

    /** By what its file says, or what that names. */
    static Unfit ofFile(String words) {
        return new Unfit(Wait.Cause.AGENT, words);
    }
}
