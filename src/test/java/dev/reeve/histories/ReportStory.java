package dev.reeve.histories;

import dev.reeve.message.Message;
import dev.reeve.sim.People;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whoever was to be told how a task ends was told once, and what he was told is so. */
final class ReportStory {

    private final Play play;
    private final List<Message> all;

    /** @param all that anybody was given, or has not read */
    ReportStory(Play play, List<Message> all) {
        this.play = play;
        this.all = all;
    }

    void check(List<People.Found> tasks) throws IOException {
        for (People.Found found : tasks) {
            TaskFolder folder = found.where().task(play.workspace(), found.id());
            TaskRecord record = TaskRecords.read(play.disk(), folder);
            if (record != null
                    && record.spec().reportTo() != null
                    && found.where().state().ended()) {
                check(found, folder, record);
            }
        }
    }

    private void check(People.Found found, TaskFolder folder, TaskRecord record) throws IOException {
        List<Message> told = all.stream()
                .filter(message ->
                        message.kind() == Message.Kind.RESULT && found.id().equals(message.task()))
                .toList();
        boolean done = found.where().state() == State.DONE;
        List<Message> last = told.stream()
                .filter(message -> message.id().endsWith(done ? ":" + record.answer() + ":finish" : ":fail"))
                .toList();
        Violation.unless(last.size() == 1, "the end of " + found + " is told " + last.size() + " times: " + told);
        String result = done ? text(folder) : record.why();
        Violation.unless(
                last.get(0).text().contains(result)
                        && last.get(0).text().contains(folder.path().toString()),
                "of " + found + " is told: " + last.get(0).text());
        Violation.unless(
                last.get(0).root().equals(record.root()) && last.get(0).hops() == record.hops() + 1,
                "whence it came is told wrongly: " + last);
        boolean begunAgain = play.history().touches(TaskId.slugOf(found.id()));
        Violation.unless(told.size() == 1 || begunAgain, "not one of these is its end: " + told);
        for (Message message : told) {
            Violation.unless(
                    record.attempts().stream().anyMatch(attempt -> tells(message, attempt))
                            || message.id().endsWith(":0:fail"),
                    "it is told of an attempt that never was: " + message);
        }
    }

    private static boolean tells(Message message, AttemptRecord attempt) {
        return message.id().contains(":" + attempt.number() + ":");
    }

    private String text(TaskFolder folder) throws IOException {
        return new String(play.disk().read(folder.result(), 0, 1 << 20), StandardCharsets.UTF_8).strip();
    }
}
