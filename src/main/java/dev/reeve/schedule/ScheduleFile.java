package dev.reeve.schedule;

import static dev.reeve.schedule.ScheduleKeys.CRON;
import static dev.reeve.schedule.ScheduleKeys.ENABLED;
import static dev.reeve.schedule.ScheduleKeys.EVERY;
import static dev.reeve.schedule.ScheduleKeys.FORM;
import static dev.reeve.schedule.ScheduleKeys.JITTER;
import static dev.reeve.schedule.ScheduleKeys.MISSED;
import static dev.reeve.schedule.ScheduleKeys.OVERLAP;
import static dev.reeve.schedule.ScheduleKeys.UNTIL;
import static dev.reeve.schedule.ScheduleKeys.WINDOW;
import static dev.reeve.schedule.ScheduleKeys.ZONE;

import dev.reeve.schedule.Schedule.Missed;
import dev.reeve.schedule.Schedule.Overlap;
import dev.reeve.task.FrontMatter;
import dev.reeve.text.Fields;
import dev.reeve.text.Node;
import dev.reeve.text.Parsed;
import dev.reeve.text.Place;
import dev.reeve.text.Places;
import dev.reeve.text.Problem;
import dev.reeve.text.Report;
import dev.reeve.text.Utf8;
import dev.reeve.text.When;
import dev.reeve.text.YamlText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A file in {@code schedules/}.
 *
 * <pre>
 * daily.md                ---
 *                         cron: 0 9 * * 1-5      when, and how strictly
 *                         agent: writer          and any key of a task
 *                         ---
 *                         Write the report.      the task
 * </pre>
 */
public final class ScheduleFile {

    /** In bytes. The task that is made of it has a few more. */
    public static final int LIMIT = 1 << 19;

    private ScheduleFile() {}

    /**
     * @param file as problems name it
     * @param name of the schedule
     * @param home the zone of the workspace
     */
    public static Parsed<Schedule> read(String file, String name, byte[] content, ZoneId home) {
        Report report = new Report(file);
        if (content.length > LIMIT) {
            report.error(
                    Place.WHOLE,
                    content.length + " bytes are too many for a schedule, which has at most " + LIMIT,
                    "put what is large into a file, and name that in the task");
            return report.bad();
        }
        String text = Utf8.decode(content, report);
        FrontMatter parts = text == null ? null : FrontMatter.split(text, report);
        Node root = parts == null || parts.yaml().isEmpty() ? null : YamlText.parse(parts.yaml(), 1, report);
        if (parts != null && parts.yaml().isBlank()) {
            report.error(
                    new Place(1, 1),
                    "no front matter",
                    "begin with a line `---`, then `cron: 0 9 * * 1-5` or `every: 5m`, and a line `---` before the task");
        }
        if (!(root instanceof Node.Mapping mapping)) {
            return root == null && report.hasErrors() ? report.bad() : noKeys(root, report);
        }
        Fields fields = FORM.read(mapping, report);
        return report.result(() -> schedule(name, parts.body(), mapping, fields, home, report), fields.places());
    }

    private static Parsed<Schedule> noKeys(Node root, Report report) {
        report.error(
                root == null ? Place.WHOLE : root.place(), "no keys and values", "expected `cron: …` or `every: …`");
        return report.bad();
    }

    private static Schedule schedule(
            String name, String body, Node.Mapping keys, Fields fields, ZoneId home, Report report) {
        ZoneId zone = fields.read(ZONE, home);
        Timing timing = new Timing(fields.read(CRON), fields.read(EVERY), zone);
        checkTiming(fields, timing, report);
        Duration jitter = fields.read(JITTER, Duration.ZERO);
        if (timing.every() != null && jitter.compareTo(timing.every()) > 0) {
            fields.wrong(JITTER, "longer than the time between two slots", "expected less than `every`");
        }
        Missed missed = fields.read(MISSED, Missed.ONCE);
        if (missed == Missed.SKIP && fields.has(WINDOW)) {
            fields.wrong(WINDOW, "nothing that was missed comes later with `missed: skip`", "leave one of the two out");
        }
        Schedule.Deed deed = Deeds.read(name, body, keys, fields, zone, report);
        if (deed instanceof Schedule.Deed.Event && fields.has(OVERLAP)) {
            fields.wrong(OVERLAP, "an event has no end that a next one could wait for", "leave it out");
        }
        return new Schedule(
                name,
                timing,
                jitter,
                missed,
                fields.read(WINDOW),
                deed instanceof Schedule.Deed.Event ? Overlap.QUEUE : fields.read(OVERLAP, Overlap.SKIP),
                fields.read(ENABLED, true),
                until(fields, zone),
                deed);
    }

    private static void checkTiming(Fields fields, Timing timing, Report report) {
        if (!fields.has(CRON) && !fields.has(EVERY)) {
            report.error(
                    Place.WHOLE,
                    "neither `cron` nor `every`",
                    "write when it is due: `cron: 0 9 * * 1-5` or `every: 5m`");
        } else if (fields.has(CRON) && fields.has(EVERY)) {
            fields.wrong(EVERY, "there is a `cron` as well", "leave one of the two out");
        } else if (timing.cron() != null && timing.slots().after(Instant.EPOCH) == null) {
            fields.wrong(CRON, "there is no such day in any year", "look at its day and month");
        }
    }

    private static Instant until(Fields fields, ZoneId zone) {
        When until = fields.read(UNTIL);
        if (until != null && until.in() != null) {
            fields.wrong(UNTIL, "a duration from no time in particular", "expected a time such as 2026-12-31T18:00");
        }
        return until == null ? null : until.at(zone);
    }

    /** What is right and will hardly do what was meant, now. */
    public static List<Problem> late(String file, Schedule schedule, Places places, Instant now) {
        if (schedule.until() != null && !schedule.until().isAfter(now)) {
            return List.of(Problem.warning(
                    file,
                    places.of(UNTIL.name()),
                    "`until` is over, and nothing comes of it any more",
                    "remove the file, or give it a later time"));
        }
        if (schedule.enabled() && schedule.slots().after(now) == null) {
            return List.of(
                    Problem.warning(file, Place.WHOLE, "there is no slot before its `until`", "give it a later time"));
        }
        return List.of();
    }
}
