package dev.reeve.histories;

import dev.reeve.sim.People;
import dev.reeve.sim.Run;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.Gate;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.State;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each answer is checked once, each refusal counts once, and what nobody accepted is not accepted. */
final class GateStory {

    private final Play play;

    GateStory(Play play) {
        this.play = play;
    }

    void check(People.Found found, TaskRecord record, Work work) {
        if (work.checks().isEmpty()) {
            return;
        }
        List<Gate.Round> refused =
                record.gate() == null ? List.of() : record.gate().refused();
        Set<Object> answers = new HashSet<>();
        Set<Object> checks = new HashSet<>();
        for (Gate.Round round : refused) {
            Violation.unless(
                    answers.add(round.attempt()) && checks.add(round.child() == null ? round.check() : round.child()),
                    "a round that is counted twice: " + record);
            Violation.unless(round.check() == 0 || saysNo(record, round), "nobody refused " + round + ": " + record);
        }
        Violation.unless(
                refused.isEmpty() || refused.size() <= record.gate().rounds(), "more rounds than there are: " + record);
        decidedOnce(record);
        boolean touched = play.history().touches(work.slug())
                || play.history()
                        .any(deed -> deed instanceof AtTask task && task.slug().startsWith("verify-"));
        if (found.where().state() == State.DONE && record.duplicateOf() == null && !touched) {
            Violation.unless(isAccepted(record, work), "nobody has accepted this: " + record);
        }
    }

    private boolean saysNo(TaskRecord record, Gate.Round round) {
        return record.attempts().stream()
                .anyMatch(attempt -> attempt.number() == round.check()
                        && attempt.verifies() == round.attempt()
                        && attempt.outcome() != Outcome.OK
                        && ran(record, attempt));
    }

    private boolean ran(TaskRecord record, AttemptRecord attempt) {
        return play.machine().runs().stream()
                .map(Run::mark)
                .anyMatch(mark -> mark.task().equals(record.id()) && mark.attempt() == attempt.number());
    }

    /** A check that came to an end is not made again. */
    private static void decidedOnce(TaskRecord record) {
        Set<Integer> decided = new HashSet<>();
        for (AttemptRecord attempt : record.attempts()) {
            boolean ended = attempt.outcome() == Outcome.OK
                    || attempt.outcome() == Outcome.FAILED
                    || attempt.outcome() == Outcome.TIMEOUT;
            if (attempt.isCheck() && ended) {
                Violation.unless(decided.add(attempt.verifies()), "an answer that was checked twice: " + record);
            }
        }
    }

    private boolean isAccepted(TaskRecord record, Work work) {
        boolean byAgent = work.keys().stream().anyMatch(key -> key.startsWith("verify: {"));
        int round = record.gate() == null ? 0 : record.gate().refused().size() + 1;
        if (byAgent) {
            return round > 0 && work.check(round) == Check.ACCEPTS;
        }
        return record.attempts().stream()
                .anyMatch(attempt -> attempt.verifies() == record.answer()
                        && attempt.outcome() == Outcome.OK
                        && ran(record, attempt));
    }
}
