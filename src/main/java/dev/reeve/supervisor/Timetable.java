package dev.reeve.supervisor;

import dev.reeve.files.Stat;
import dev.reeve.schedule.Schedule;
import dev.reeve.settings.Reading;
import dev.reeve.settings.ScheduleReader;
import dev.reeve.text.Problem;
import java.io.IOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The schedules in force: read again when a file of them has changed, with the last good one kept where one is broken. */
final class Timetable {

    private static final String PROBLEM = "timetable ";

    /** A file as it was when it was read, and the clocks it was read for. */
    private record Seen(Stat stat, ZoneId zone, Reading<Schedule> reading) {}

    private final Kit kit;
    private final ScheduleReader reader;
    private SortedMap<String, Seen> schedules = new TreeMap<>();

    Timetable(Kit kit) {
        this.kit = kit;
        this.reader = new ScheduleReader(kit.disk(), kit.workspace());
    }

    void look() throws IOException {
        ZoneId zone = kit.team().get().settings().zone();
        SortedMap<String, Seen> now = new TreeMap<>();
        for (Map.Entry<String, Stat> file : reader.look().entrySet()) {
            String name = file.getKey();
            Seen before = schedules.get(name);
            now.put(
                    name,
                    before != null && before.stat.equals(file.getValue()) && before.zone.equals(zone)
                            ? before
                            : new Seen(file.getValue(), zone, read(name, zone, before)));
        }
        schedules = now;
        tell();
    }

    private Reading<Schedule> read(String name, ZoneId zone, Seen before) {
        return reader.read(name, zone).keeping(before == null ? null : before.reading);
    }

    private void tell() {
        Map<String, Problems.Problem> current = new LinkedHashMap<>();
        for (Seen seen : schedules.values()) {
            for (Problem problem : seen.reading.problems()) {
                if (problem.isError()) {
                    current.put(
                            PROBLEM + problem,
                            new Problems.Problem(Alert.Kind.CONFIGURATION, problem.file(), Words.withoutFile(problem)));
                }
            }
        }
        kit.problems().keepOnly(PROBLEM, current);
    }

    /** Those that are there, however broken. */
    SortedSet<String> names() {
        return new TreeSet<>(schedules.keySet());
    }

    /** @return null if it is not there, or was never good */
    Schedule get(String name) {
        Seen seen = schedules.get(name);
        return seen == null ? null : seen.reading.value();
    }
}
