package dev.reeve.supervisor;

import dev.reeve.program.Heard;
import dev.reeve.program.Told;
import dev.reeve.supervisor.AfterAttempt.End;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.Strand;
import java.util.ArrayList;
import java.util.List;

/** How an attempt has ended that is a program of a preset: its exit status and its own words together. */
record Judgement(End end, Strand strand, String note) {

    /** @param strand as it was when the attempt began */
    static Judgement of(End seen, Strand strand, Heard heard) {
        Told told = heard.told();
        boolean forgotten = heard.forgotten() && strand.conversation() != null && seen.outcome() == Outcome.FAILED;
        End end = forgotten ? begunAgain(seen, strand) : judged(seen, told);
        String conversation = told.conversation() != null ? told.conversation() : strand.conversation();
        return new Judgement(
                end,
                strand.with(
                        forgotten ? null : conversation, heard.total().isNothing() ? strand.total() : heard.total()),
                note(heard));
    }

    private static End begunAgain(End seen, Strand strand) {
        return new End(
                Outcome.FAILED,
                seen.exit(),
                "its program knows nothing any more of the conversation " + strand.conversation()
                        + ": it begins with a new one",
                false);
    }

    private static End judged(End seen, Told told) {
        if (seen.outcome() == Outcome.FAILED && seen.exit() != null && told.reason() != null) {
            return new End(Outcome.FAILED, seen.exit(), told.reason() + " (" + seen.reason() + ")");
        }
        if (seen.outcome() != Outcome.OK || told.end() == Told.End.SUCCESS) {
            return seen;
        }
        String why = told.end() == Told.End.FAILURE
                ? "its program said that it failed"
                : "its program ended without saying that it is done";
        return new End(
                Outcome.FAILED,
                seen.exit(),
                (told.reason() == null ? why : why + ": " + told.reason()) + " (exit status 0)");
    }

    /** What people should know of the run besides; null if nothing. */
    private static String note(Heard heard) {
        List<String> notes = new ArrayList<>();
        int denied = heard.told().denied();
        if (denied > 0) {
            notes.add(denied == 1 ? "a tool call was refused" : denied + " tool calls were refused");
        }
        notes.addAll(heard.notes());
        return notes.isEmpty() ? null : String.join("; ", notes);
    }
}
