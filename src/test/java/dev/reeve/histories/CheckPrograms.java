package dev.reeve.histories;

import dev.reeve.launch.Mark;
import dev.reeve.sim.People;
import dev.reeve.sim.Script;
import dev.reeve.sim.SimDisk;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.TaskId;
import java.io.IOException;

/** The programs that check answers, by what the records say of the attempt that is about to run one. */
record CheckPrograms(Play play, SimDisk disk) {

    private static final String REVIEW = "verify-";

    /** @return null if this attempt is at the work itself */
    Script program(Mark mark) throws IOException {
        TaskRecord record = record(mark.task());
        if (record == null) {
            return null;
        }
        Drop own = play.history().drops().get(TaskId.slugOf(mark.task()));
        if (own != null) {
            boolean check = record.attempts().stream().anyMatch(one -> one.number() == mark.attempt() && one.isCheck());
            return check ? own.work().check(record.gate().round()).script(true) : null;
        }
        String slug = TaskId.slugOf(mark.task());
        Drop of = record.kin() == null
                ? null
                : play.history().drops().get(TaskId.slugOf(record.kin().parent()));
        return of != null && slug.startsWith(REVIEW)
                ? of.work()
                        .check(Integer.parseInt(slug.substring(REVIEW.length()).replaceFirst("-.*", "")))
                        .script(false)
                : null;
    }

    private TaskRecord record(String id) throws IOException {
        for (People.Found found : new People(disk).find(id::equals)) {
            return TaskRecords.read(disk, found.where().task(play.workspace(), id));
        }
        return null;
    }
}
