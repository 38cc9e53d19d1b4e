package dev.reeve.cli.schedule;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.Table;
import dev.reeve.files.Json;
import dev.reeve.schedule.Schedule;
import dev.reeve.schedule.SlotRecord;
import dev.reeve.schedule.Slots;
import dev.reeve.settings.Reading;
import dev.reeve.text.Durations;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schedules, each with its times. */
final class Listing {

    private static final int NEXT = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Invocation invocation;
    private final Workspace workspace;

    Listing(Invocation invocation, Workspace workspace) {
        this.invocation = invocation;
        this.workspace = workspace;
    }

    void print() throws IOException {
        Map<String, Reading<Schedule>> schedules = new Files(invocation, workspace).all();
        if (schedules.isEmpty()) {
            invocation.note("there is no schedule: write schedules/NAME.md.");
            return;
        }
        Table table = new Table("SCHEDULE", "WHEN", "ZONE", "LAST", "NEXT");
        for (Map.Entry<String, Reading<Schedule>> one : schedules.entrySet()) {
            Schedule schedule = one.getValue().value();
            SlotRecord record = record(one.getKey());
            if (schedule == null) {
                table.row(one.getKey(), "-", "-", last(record), "broken: `reeve check` says why");
                continue;
            }
            String next = next(schedule, record).stream()
                    .map(time -> shown(schedule, time))
                    .collect(Collectors.joining(", "));
            table.row(
                    schedule.name(),
                    Phrases.line(schedule.timing().shown()),
                    schedule.timing().zone().toString(),
                    last(schedule, record),
                    next.isEmpty() ? nothing(schedule) : next);
        }
        table.lines(invocation.terminal()).forEach(invocation::say);
    }

    private static String nothing(Schedule schedule) {
        return schedule.enabled() ? "none any more" : "disabled";
    }

    private static String last(SlotRecord record) {
        return record == null || record.done() == null ? "-" : record.done().toString();
    }

    private static String last(Schedule schedule, SlotRecord record) {
        return record == null || record.done() == null ? "-" : shown(schedule, record.done());
    }

    private static String shown(Schedule schedule, Instant time) {
        ZonedDateTime local = time.atZone(schedule.timing().zone());
        return (local.getSecond() == 0 ? DAY : SECONDS).format(local);
    }

    /** When they come: with what chance adds, and none that has been judged. */
    private List<Instant> next(Schedule schedule, SlotRecord record) {
        List<Instant> next = new ArrayList<>();
        Instant now = invocation.now();
        boolean ahead = record != null && record.judged().isAfter(now);
        Slots slots = schedule.slots();
        Instant slot = schedule.enabled() ? slots.after(ahead ? record.judged() : now.minus(schedule.jitter())) : null;
        while (slot != null && next.size() < NEXT) {
            Instant comes = schedule.comes(slot);
            if (comes.isAfter(now)) {
                next.add(comes.truncatedTo(ChronoUnit.SECONDS));
            }
            slot = slots.after(slot);
        }
        return next;
    }

    private SlotRecord record(String name) throws IOException {
        return SlotRecord.parse(invocation.durable().readIfThere(workspace.slotRecord(name), SlotRecord.LIMIT));
    }

    void printJson() throws IOException {
        ArrayNode rows = Json.array();
        for (Map.Entry<String, Reading<Schedule>> one :
                new Files(invocation, workspace).all().entrySet()) {
            ObjectNode row = rows.addObject();
            SlotRecord record = record(one.getKey());
            Schedule schedule = one.getValue().value();
            row.put("schedule", one.getKey());
            if (schedule != null) {
                row.put(
                        schedule.timing().cron() == null ? "every" : "cron",
                        schedule.timing().cron() == null
                                ? Durations.written(schedule.timing().every())
                                : schedule.timing().cron());
                row.put("zone", schedule.timing().zone().toString());
                row.put("enabled", schedule.enabled());
                ArrayNode times = row.putArray("next");
                next(schedule, record).forEach(time -> times.add(time.toString()));
            } else {
                row.put(
                        "broken",
                        one.getValue().problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
            }
            if (record != null && record.done() != null) {
                row.put("last", record.done().toString());
            }
        }
        invocation.terminal().copy(Json.file(rows));
    }
}
