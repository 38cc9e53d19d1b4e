package dev.reeve.cli.look;

import dev.reeve.files.Disk;
import dev.reeve.files.Stat;
import dev.reeve.task.TaskRecord;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What is wanted of all that there is.
 *
 * @param agent whose tasks; null for everybody's
 * @param since what something happened to since then, ended tasks as well; null for all that have not ended
 */
record StatusFilter(String agent, Instant since) {

    /** True if records have to be opened to tell what is wanted. */
    boolean opens() {
        return agent != null;
    }

    boolean takes(TaskRecord record) {
        return agent == null || record != null && agent.equals(record.agent());
    }

    /** Told by the times of its files, so that nothing has to be opened. */
    boolean takes(Disk disk, Where where, TaskFolder task) throws IOException {
        if (changedSince(disk, task.record())) {
            return true;
        }
        if (where.state() != State.RUNNING) {
            return false;
        }
        AttemptFolder attempt = task.attempt(new Attempts(disk, task).last());
        for (Path file : List.of(attempt.stdout(), attempt.stderr(), attempt.notes(), attempt.result())) {
            if (changedSince(disk, file)) {
                return true;
            }
        }
        return false;
    }

    private boolean changedSince(Disk disk, Path file) throws IOException {
        Stat stat = disk.stat(file);
        return stat != null && !stat.modified().isBefore(since);
    }

    /** True if something may have ended on that day since then, whatever zone the day is in. */
    boolean takesDay(Where day) {
        LocalDate first = LocalDate.ofInstant(since, ZoneOffset.UTC).minusDays(1);
        return Where.isDate(day.date()) && day.date().compareTo(first.toString()) >= 0;
    }
}
