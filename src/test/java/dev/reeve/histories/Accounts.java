package dev.reeve.histories;

import dev.reeve.cost.SpendingLog;
import dev.reeve.cost.Spent;
import dev.reeve.cost.Sum;
import dev.reeve.cost.UsageFile;
import dev.reeve.files.Durable;
import dev.reeve.sim.People;
import dev.reeve.sim.Run;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.task.Usage;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was spent is in the log once for each run whose end is known, from the record that tells of it on. */
final class Accounts implements Invariant {

    /** What each run of a program that spends tells. */
    static final String RUN = "{\"output_tokens\":100,\"cost_usd\":0.04}";

    private static final Usage TOLD = new Usage(0, 0, 100, 40_000L, null);

    @Override
    public void afterTurn(Play play) throws IOException {
        check(play);
    }

    @Override
    public void afterCrash(Play play) throws IOException {
        check(play);
    }

    private static void check(Play play) throws IOException {
        if (play.history().drops().values().stream().noneMatch(drop -> spends(drop.work()))) {
            return;
        }
        Map<String, Integer> counted = counted(play);
        for (People.Found found : play.people().find(id -> true)) {
            TaskFolder folder = found.where().task(play.workspace(), found.id());
            TaskRecord record = TaskRecords.read(play.disk(), folder);
            Drop drop = play.history().drops().get(TaskId.slugOf(found.id()));
            // what a person is removing is gone piece by piece
            if (record != null && drop != null && !play.promises().isRemoved(found.id())) {
                known(play, record, drop.work(), counted);
                sumOf(play, found, folder, counted);
            }
        }
    }

    private static boolean spends(Work work) {
        return work.behaviours().stream().anyMatch(Behaviour::spends);
    }

    /** How many runs of each task are in the log. Whoever reads it counts one that stands there twice once. */
    private static Map<String, Integer> counted(Play play) throws IOException {
        Map<String, Integer> counted = new HashMap<>();
        Set<String> ids = new HashSet<>();
        Set<String> ran = new HashSet<>();
        Set<LocalDate> days = new HashSet<>();
        boolean onceADay = play.history().files().values().stream().anyMatch(ShortSpending::isOnceADay);
        play.machine().runs().forEach(run -> ran.add(run.task() + ":" + run.attempt()));
        new SpendingLog(play.disk(), play.workspace()).since(LocalDate.MIN, (Spent spent) -> {
            Violation.unless(ids.add(spent.id()), spent + " counts twice");
            Violation.unless(ran.contains(spent.id()), spent + " never ran");
            Violation.unless(TOLD.equals(spent.usage()), spent + " is not what was told");
            Violation.unless(days.add(spent.day()) || !onceADay, "more than its budget was spent on " + spent.day());
            counted.merge(spent.task(), 1, Integer::sum);
        });
        return counted;
    }

    private static void known(Play play, TaskRecord record, Work work, Map<String, Integer> counted) {
        List<Run> runs = play.machine().runs().stream()
                .filter(run -> run.task().equals(record.id()))
                .toList();
        int known = 0;
        for (int run = 0; run < runs.size(); run++) {
            Behaviour behaviour = work.behaviour(run);
            int attempt = runs.get(run).attempt();
            known += behaviour.spends()
                            && record.attempts().stream()
                                    .anyMatch(one ->
                                            one.number() == attempt && !one.isCheck() && endedItself(one, behaviour))
                    ? 1
                    : 0;
        }
        int inLog = counted.getOrDefault(record.id(), 0);
        Violation.unless(inLog >= known, "of " + known + " runs that ended " + inLog + " are in the log: " + record);
    }

    /** Whose folder a person moved while it ran has no door any more to tell anything in. */
    private static boolean endedItself(AttemptRecord attempt, Behaviour behaviour) {
        boolean moved = attempt.stop() != null && attempt.stop().because() == AttemptRecord.Stop.Because.MOVED;
        return !moved && attempt.exit() != null && attempt.exit() == (behaviour.succeeds ? 0 : Behaviour.SPENT);
    }

    /** What stands beside a task that has ended tells the same. */
    private static void sumOf(Play play, People.Found found, TaskFolder folder, Map<String, Integer> counted)
            throws IOException {
        State state = found.where().state();
        int inLog = counted.getOrDefault(found.id(), 0);
        if (state != State.DONE && state != State.FAILED || inLog == 0) {
            return;
        }
        Sum sum = UsageFile.ofTask(new Durable(play.disk(), () -> 0), folder);
        Violation.unless(
                sum != null && sum.cost() == inLog * 40_000L && sum.attempts() == inLog,
                folder + " was run " + inLog + " times, and tells of " + sum);
    }
}
