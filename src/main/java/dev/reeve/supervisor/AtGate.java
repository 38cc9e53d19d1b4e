package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.supervisor.AfterAttempt.Done;
import dev.reeve.supervisor.AfterAttempt.End;
import dev.reeve.supervisor.AfterAttempt.Fail;
import dev.reeve.supervisor.AfterAttempt.Gated;
import dev.reeve.supervisor.AfterAttempt.Hold;
import dev.reeve.supervisor.AfterAttempt.Next;
import dev.reeve.supervisor.AfterAttempt.Queue;
import dev.reeve.supervisor.AfterAttempt.Rest;
import dev.reeve.task.ChildReport;
import dev.reeve.task.Gate;
import dev.reeve.task.Gate.Round;
import dev.reeve.task.Reply;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.Verify;
import dev.reeve.task.Wait;
import java.util.List;
import java.util.Locale;

/** The quality gate: what comes after an answer, and after what was said of it. Plain functions. */
final class AtGate {

    private static final String YES = "accept";

    private AtGate() {}

    /** The last attempt gave an answer. */
    static Next answered(TaskRecord record, Team team) {
        int attempt = record.lastAttempt().number();
        AgentConfig agent = team.config(record.lastAttempt().agent());
        Verify by = by(record, agent);
        if (by == null) {
            return new Done();
        }
        Integer said = record.spec().maxRounds();
        int rounds = said != null ? said : agent == null ? Verify.USUAL_ROUNDS : agent.maxRounds();
        Gate gate = Gate.at(attempt, by, rounds, record.gate());
        Wait review = waitFor(gate);
        return new Gated(gate, by.agent() == null ? new Queue(review.reason(), null) : new Rest(review));
    }

    /** Nobody checks a review: whoever is named to check is trusted. */
    private static Verify by(TaskRecord record, AgentConfig agent) {
        if (Door.isReview(record.door())) {
            return null;
        }
        return record.spec().verify() != null ? record.spec().verify() : agent == null ? null : agent.verify();
    }

    static Wait waitFor(Gate gate) {
        String reason = gate.by().words() + " looks at the answer of attempt " + gate.attempt() + ", " + gate.words();
        return new Wait(Wait.Cause.CHILDREN, reason, null, List.of());
    }

    /** The check of an answer, the last attempt, did not end well. */
    static Next refused(TaskRecord record, End end) {
        Gate gate = record.gate();
        String said = end.reason() == null ? "it failed" : end.reason();
        return refused(gate, new Round(gate.attempt(), record.lastAttempt().number(), null), said);
    }

    /**
     * @param text the review; null if there is none
     * @param person true if a person gave it: whose yes accepts as well, and whose no needs no words
     */
    static Next reviewed(TaskRecord record, String place, ChildReport report, String text, boolean person) {
        Gate gate = record.gate();
        String by = "the review of the answer of attempt " + gate.attempt() + " by "
                + gate.by().words();
        boolean silent = text == null || text.isBlank();
        if (person && report.state() == ChildReport.State.FAILED && PersonsMove.SAID_NO.equals(report.reason())) {
            return refused(gate, new Round(gate.attempt(), 0, place), report.agent() + " did not accept it");
        }
        if (!report.ok() || silent) {
            String why = report.ok() ? "has no words in it" : "came to nothing: " + report.reason();
            return new Gated(
                    gate.toPerson(),
                    new Hold(by + " (children/" + place + "/) " + why + ". Read that answer in attempts/"
                            + gate.attempt() + "/: to release this task is to accept it"));
        }
        String first = text.strip().lines().findFirst().orElse("");
        boolean accepted =
                first.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").equals(YES)
                        || person && Reply.of(text).meaning() == Reply.Meaning.YES;
        return accepted
                ? new Done()
                : refused(gate, new Round(gate.attempt(), 0, place), gate.by().words() + " did not accept it");
    }

    private static Next refused(Gate gate, Round round, String said) {
        Gate after = gate.refuse(round);
        if (gate.isLastRound()) {
            return new Gated(after, new Fail(none(after)));
        }
        String reason = "the answer of attempt " + round.attempt() + " was sent back (" + said + "; see "
                + round.folder() + "), " + gate.words() + ": its agent is told, and tries again";
        return new Gated(after, new Queue(reason, null));
    }

    private static String none(Gate gate) {
        List<String> all = gate.refused().stream()
                .map(round -> "attempts/" + round.attempt() + "/ (see " + round.folder() + ")")
                .toList();
        return all.size() == 1
                ? "its answer, " + all.get(0) + ", was not accepted"
                : "none of its " + all.size() + " answers was accepted: " + String.join(", ", all);
    }
}
