package dev.reeve.histories;

import dev.reeve.sim.Run;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.TaskRecord;
import java.util.List;

/** A program that ends when it is asked to is never killed: the grace is there for it. */
final class AskedFirst {

    private static final int KILLED = 137;

    private final Play play;

    AskedFirst(Play play) {
        this.play = play;
    }

    void check(TaskRecord record, Work work) {
        if (play.history().has(Faults.ProcessDies.class)) {
            return;
        }
        List<Run> runs = play.machine().runs().stream()
                .filter(run -> run.task().equals(record.id()))
                .toList();
        for (int run = 0; run < runs.size(); run++) {
            int number = runs.get(run).attempt();
            boolean killed = record.attempts().stream().anyMatch(attempt -> isKilled(attempt, number));
            Violation.unless(
                    !killed || !work.behaviour(run).heedsTerm(),
                    "attempt " + number + " heeds TERM, and was killed: " + record);
        }
    }

    private static boolean isKilled(AttemptRecord attempt, int number) {
        return attempt.number() == number
                && !attempt.isCheck()
                && Integer.valueOf(KILLED).equals(attempt.exit());
    }
}
