package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Stat;
import dev.reeve.sim.Crash;
import dev.reeve.sim.Limits;
import dev.reeve.sim.People;
import dev.reeve.sim.Script;
import dev.reeve.sim.SimMachine;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The true supervisor on a simulated machine, with its clock, its sleep and its kills: which slots became tasks. */
class SchedulesSimulatedTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Map<String, String> files = new LinkedHashMap<>();
    private SimMachine machine;
    private People people;
    private Supervisor supervisor;
    private Hints hints;
    private final Map<String, Integer> runs = new TreeMap<>();
    private Duration work = SHORT;
    private int killed;
    private int stepsLeft = Integer.MAX_VALUE;

    private void begin(String at, String settings) throws IOException {
        files.put("reeve.yaml", "watch: off\ndefault_agent: hello\n" + settings);
        files.put("agents/hello/agent.yaml", "command: [/bin/sh, run.sh]\nconcurrency: 5\n");
        files.put("agents/hello/tasks/", null);
        machine = new SimMachine(
                (mark, before, disk) -> {
                    runs.merge(TaskId.slugOf(mark.task()), 1, Integer::sum);
                    return Script.begin().sleep(work).write("result.md", "done\n");
                },
                new Limits(new Workspace(Path.of("/ws"))));
        machine.time.jump(
                Duration.between(machine.time.now(), OffsetDateTime.parse(at).toInstant()));
        people = new People(machine.disk);
        people.makeWorkspace(files);
        start();
    }

    private void schedule(String name, String keys) {
        files.put("schedules/" + name + ".md", "---\n" + keys + "\n---\nDo it.\n");
    }

    private void start() throws IOException {
        hints = new Hints();
        try {
            supervisor = Supervisor.open(people.workspace, machine.world((what, part) -> step()), hints);
        } catch (AlreadyRunning e) {
            throw new AssertionError(e);
        }
        supervisor.recover();
    }

    private void step() {
        if (stepsLeft-- <= 0) {
            stepsLeft = Integer.MAX_VALUE;
            killed++;
            throw new Crash("killed");
        }
    }

    /** Goes on until a time of day, killed at once if a step says so, and started again. */
    private void until(String time) throws IOException {
        Instant end = OffsetDateTime.parse(time).toInstant();
        while (machine.time.now().isBefore(end)) {
            Duration nap;
            try {
                if (supervisor == null) {
                    start();
                }
                nap = supervisor.guardedTurn(hints.await(Duration.ZERO));
            } catch (Crash crash) {
                machine.supervisorKilled();
                supervisor = null;
                continue;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            Duration next = machine.time.untilNext();
            Duration left = Duration.between(machine.time.now(), end);
            Duration wait = next != null && next.compareTo(nap) < 0 ? next : nap;
            machine.time.advance(wait.compareTo(left) < 0 ? wait : left);
        }
    }

    /** Nobody runs meanwhile. */
    private void off(String time) {
        machine.supervisorKilled();
        supervisor = null;
        machine.time.advance(
                Duration.between(machine.time.now(), OffsetDateTime.parse(time).toInstant()));
    }

    /** The time of day goes on, and nothing else. */
    private void sleep(String time) {
        machine.time.jump(
                Duration.between(machine.time.now(), OffsetDateTime.parse(time).toInstant()));
    }

    /** The slots whose tasks there are, in any state, and how often each. */
    private List<String> made(String slug) throws IOException {
        List<String> ids = new ArrayList<>();
        for (State state : State.values()) {
            collect(people.workspace.state(state), slug, ids);
        }
        assertEquals(ids.size(), new HashSet<>(ids).size(), () -> "twice: " + ids);
        return new TreeSet<>(ids)
                .stream()
                        .map(id -> id.substring(4, 6) + "-" + id.substring(6, 8) + " " + id.substring(9, 11) + ":"
                                + id.substring(11, 13))
                        .toList();
    }

    private void collect(Path folder, String slug, List<String> ids) throws IOException {
        for (String name : machine.disk.list(folder)) {
            Stat stat = machine.disk.stat(folder.resolve(name));
            if (name.endsWith("-" + slug) && name.matches("\\d{8}-\\d{6}-.*")) {
                ids.add(name);
            } else if (stat.isFolder()) {
                collect(folder.resolve(name), slug, ids);
            }
        }
    }

    private String audit(String date) throws IOException {
        Path file = people.workspace.audit(date);
        return machine.disk.stat(file) == null
                ? ""
                : new String(machine.disk.read(file, 0, 1 << 22), StandardCharsets.UTF_8);
    }

    @Test
    void bothChangesOfTheClocks() throws IOException {
        schedule("early", "cron: 30 2 * * *\nzone: Europe/Berlin");
        schedule("hourly", "cron: 0 * * * *\nzone: Europe/Berlin");
        begin("2026-03-28T20:00Z", "zone: UTC\n");
        until("2026-03-29T03:30Z");
        assertEquals(List.of("03-29 01:00"), made("early"));
        assertEquals(
                List.of(
                        "03-28 21:00",
                        "03-28 22:00",
                        "03-28 23:00",
                        "03-29 00:00",
                        "03-29 01:00",
                        "03-29 02:00",
                        "03-29 03:00"),
                made("hourly"));
        off("2026-10-24T20:00Z");
        until("2026-10-25T03:30Z");
        // one for all that were missed meanwhile, the last, and the one that the clocks show twice, once
        assertEquals(List.of("03-29 01:00", "10-24 00:30", "10-25 00:30"), made("early"));
        assertEquals(
                List.of(
                        "10-24 20:00",
                        "10-24 21:00",
                        "10-24 22:00",
                        "10-24 23:00",
                        "10-25 00:00",
                        "10-25 01:00",
                        "10-25 02:00",
                        "10-25 03:00"),
                made("hourly").subList(7, 15));
    }

    @Test
    void aNightOfSleep() throws IOException {
        schedule("once", "every: 30m");
        schedule("skip", "every: 30m\nmissed: skip");
        schedule("all", "every: 30m\nmissed: all\noverlap: queue\nwindow: 2h");
        begin("2026-11-20T21:40Z", "zone: UTC\n");
        until("2026-11-20T22:10Z");
        sleep("2026-11-21T07:10:00Z");
        until("2026-11-21T07:35Z");
        assertEquals(List.of("11-20 22:00", "11-21 07:00", "11-21 07:30"), made("once"));
        assertEquals(List.of("11-20 22:00", "11-21 07:30"), made("skip"));
        assertEquals(
                List.of("11-20 22:00", "11-21 05:30", "11-21 06:00", "11-21 06:30", "11-21 07:00", "11-21 07:30"),
                made("all"));
        String audit = audit("2026-11-21");
        assertTrue(audit.contains("schedule once:2026-11-21T07:00:00Z:miss"), audit);
        assertTrue(audit.contains("schedule skip:2026-11-21T07:00:00Z:alert"), audit);
    }

    @Test
    void aClockThatIsSetBackAnHour() throws IOException {
        schedule("tick", "every: 20m");
        begin("2026-11-20T12:10Z", "zone: UTC\n");
        until("2026-11-20T13:10Z");
        List<String> before = List.of("11-20 12:20", "11-20 12:40", "11-20 13:00");
        assertEquals(before, made("tick"));
        machine.time.jump(Duration.ofHours(-1));
        until("2026-11-20T13:10Z");
        assertEquals(before, made("tick"));
        until("2026-11-20T13:30Z");
        assertEquals(List.of("11-20 12:20", "11-20 12:40", "11-20 13:00", "11-20 13:20"), made("tick"));
    }

    @Test
    void oneThatHasNotEnded() throws IOException {
        work = Duration.ofMinutes(25);
        schedule("skip", "every: 10m");
        schedule("queue", "every: 10m\noverlap: queue");
        begin("2026-11-20T12:05Z", "zone: UTC\n");
        until("2026-11-20T12:52Z");
        assertEquals(List.of("11-20 12:10", "11-20 12:40"), made("skip"));
        // one after another: the second begins when the first has ended
        assertEquals(List.of("11-20 12:10", "11-20 12:20"), made("queue"));
        assertTrue(audit("2026-11-20").contains("an earlier one has not ended"), audit("2026-11-20"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tenKillsAtAnyStep(long seed) throws IOException {
        Random random = new Random(seed);
        schedule("all", "every: 10m\nmissed: all\noverlap: queue\njitter: 3m");
        schedule("once", "cron: \"*/15 * * * *\"\npriority: 2");
        schedule("told", "every: 20m\nevent: data_ready");
        begin("2026-11-20T12:01Z", "zone: UTC\n");
        until("2026-11-20T12:05Z");
        for (int kill = 0; kill < 10; kill++) {
            stepsLeft = random.nextInt(60);
            until(Instant.parse("2026-11-20T12:05:00Z")
                    .plus(Duration.ofMinutes(12L * (kill + 1)))
                    .toString());
        }
        stepsLeft = Integer.MAX_VALUE;
        until("2026-11-20T14:14Z");
        assertEquals(10, killed);
        assertEquals(
                List.of(
                        "11-20 12:10",
                        "11-20 12:20",
                        "11-20 12:30",
                        "11-20 12:40",
                        "11-20 12:50",
                        "11-20 13:00",
                        "11-20 13:10",
                        "11-20 13:20",
                        "11-20 13:30",
                        "11-20 13:40",
                        "11-20 13:50",
                        "11-20 14:00",
                        "11-20 14:10"),
                made("all"));
        assertEquals(
                List.of(
                        "11-20 12:15",
                        "11-20 12:30",
                        "11-20 12:45",
                        "11-20 13:00",
                        "11-20 13:15",
                        "11-20 13:30",
                        "11-20 13:45",
                        "11-20 14:00"),
                made("once"));
        assertEquals(List.of("1220", "1240", "1300", "1320", "1340", "1400"), events());
    }

    /** An event a day goes to three agents at once, and in the evening one reduces what they made. */
    @Test
    void aWeekWithAKillEachDay() throws IOException {
        aWeekWithAKillEachDay(1);
    }

    @Tag("profile")
    @Tag("histories")
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6, 7, 8})
    void otherWeeksWithAKillEachDay(long seed) throws IOException {
        aWeekWithAKillEachDay(seed);
    }

    private void aWeekWithAKillEachDay(long seed) throws IOException {
        Random random = new Random(seed);
        for (String agent : List.of("a", "b", "c", "reducer")) {
            files.put("agents/" + agent + "/agent.yaml", "command: [/bin/sh, run.sh]\n");
            files.put("agents/" + agent + "/tasks/", null);
        }
        schedule("reduce", "cron: 0 20 * * *\nagent: reducer");
        begin(
                "2026-03-26T00:00Z",
                "zone: Europe/Berlin\nscan: 1m\nroutes:\n  - when: {type: data_ready}\n    agents: [a, b, c]\n    pick: all\n");
        Instant day = Instant.parse("2026-03-26T00:00:00Z");
        for (int i = 0; i < 7; i++) {
            off(day.plus(Duration.ofHours(6)).toString());
            people.write("events/data_ready.json", "{\"rows\": " + i + "}\n");
            stepsLeft = random.nextInt(250);
            until(day.plus(Duration.ofMinutes(390)).toString());
            // killed once more, and away over the day
            off(day.plus(Duration.ofMinutes(1070)).toString());
            until(day.plus(Duration.ofMinutes(1170)).toString());
            day = day.plus(Duration.ofDays(1));
        }
        assertTrue(killed >= 5, "killed " + killed + " times");
        assertEquals(21, made("data-ready").size());
        assertEquals(
                List.of(
                        "03-26 19:00",
                        "03-27 19:00",
                        "03-28 19:00",
                        "03-29 18:00",
                        "03-30 18:00",
                        "03-31 18:00",
                        "04-01 18:00"),
                made("reduce"));
        assertEquals(Map.of("a-data-ready", 7, "b-data-ready", 7, "c-data-ready", 7, "reduce", 7), runs);
    }

    @Test
    void aKillAtEveryStepOfATaskAndAnEvent() throws IOException {
        int steps = 0;
        for (int step = 0; step == 0 || steps > step; step++) {
            SchedulesSimulatedTest one = new SchedulesSimulatedTest();
            one.schedule("work", "every: 10m");
            one.schedule("told", "every: 10m\nevent: data_ready");
            one.begin("2026-11-20T12:08Z", "zone: UTC\n");
            one.until("2026-11-20T12:09:50Z");
            int most = 1_000_000;
            one.stepsLeft = step == 0 ? most : step;
            one.until("2026-11-20T12:12Z");
            steps = step == 0 ? most - one.stepsLeft : steps;
            assertEquals(step == 0 ? 0 : 1, one.killed, "step " + step);
            assertEquals(List.of("11-20 12:10"), one.made("work"), "killed at step " + step);
            assertEquals(List.of("1210"), one.events(), "killed at step " + step);
        }
        assertTrue(steps > 30, "there was little to be killed at: " + steps);
    }

    /** The slots whose events there are, wherever they went. */
    private List<String> events() throws IOException {
        List<String> events = new ArrayList<>();
        collectEvents(people.workspace.root(), events);
        return events.stream().sorted().toList();
    }

    private void collectEvents(Path folder, List<String> events) throws IOException {
        for (String name : machine.disk.list(folder)) {
            Stat stat = machine.disk.stat(folder.resolve(name));
            if (stat.isFolder()) {
                collectEvents(folder.resolve(name), events);
            } else if (name.startsWith("data_ready-")) {
                events.add(name.substring(20, 24));
            }
        }
    }
}
