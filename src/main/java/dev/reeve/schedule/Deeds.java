package dev.reeve.schedule;

import static dev.reeve.schedule.ScheduleKeys.COMMAND;
import static dev.reeve.schedule.ScheduleKeys.EVENT;

import dev.reeve.schedule.Schedule.Deed;
import dev.reeve.task.TaskFile;
import dev.reeve.task.TaskSpec;
import dev.reeve.text.Durations;
import dev.reeve.text.Fields;
import dev.reeve.text.Key;
import dev.reeve.text.Node;
import dev.reeve.text.Place;
import dev.reeve.text.Quoted;
import dev.reeve.text.Report;
import java.time.Duration;
import java.time.ZoneId;

/** What a schedule does at each slot: a task, an event, or a command. */
final class Deeds {

    private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(1);
    private static final Key<Duration> TIMEOUT = new Key<>("timeout", Durations.POSITIVE);

    private Deeds() {}

    /** @return null if the report says what is wrong */
    static Deed read(String name, String body, Node.Mapping keys, Fields fields, ZoneId zone, Report report) {
        if (fields.has(EVENT) && fields.has(COMMAND)) {
            fields.wrong(COMMAND, "there is an `event` as well", "leave one of the two out, or write two schedules");
            return null;
        }
        if (fields.has(EVENT)) {
            noTaskKeys(keys, EVENT.name(), "", report);
            return new Deed.Event(fields.read(EVENT), body.isBlank() ? null : body.strip());
        }
        if (fields.has(COMMAND)) {
            noTaskKeys(keys, COMMAND.name(), TIMEOUT.name(), report);
            if (!body.isBlank()) {
                report.error(Place.WHOLE, "a task below a `command`", "a command has no task: remove one of the two");
            }
            return new Deed.Command(fields.read(COMMAND), fields.read(TIMEOUT, USUAL_TIMEOUT));
        }
        if (body.isBlank()) {
            report.error(
                    Place.WHOLE, "no task below the front matter", "write what is to be done after the second `---`");
        }
        TaskSpec spec = TaskFile.spec(body, fields, zone);
        if (spec.idempotencyKey() != null) {
            fields.wrong(
                    new Key<>("idempotency_key", null),
                    "every slot would be taken for the first once more",
                    "leave it out: a slot makes its task once, whatever happens");
        }
        return new Deed.Task(TaskPage.of(name, keys, body), spec.agent());
    }

    private static void noTaskKeys(Node.Mapping keys, String deed, String but, Report report) {
        for (Node.Entry entry : keys.entries()) {
            String key = entry.key().text();
            if (!ScheduleKeys.NAMES.contains(key) && !key.equals(but) && TaskPage.isSaid(entry)) {
                report.error(
                        entry.key().place(),
                        Quoted.of(key) + " says nothing beside " + Quoted.of(deed) + ", which makes no task",
                        "leave it out");
            }
        }
    }
}
