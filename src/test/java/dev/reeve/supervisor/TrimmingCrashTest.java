package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.sim.Crash;
import dev.reeve.sim.Script;
import dev.reeve.sim.SimDisk;
import dev.reeve.sim.SimMachine;
import dev.reeve.sim.Steps;
import dev.reeve.sim.Survival;
import dev.reeve.sim.Tree;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is outdated goes, and nothing else, with a crash at every single step. Nobody ever sees half a task. */
class TrimmingCrashTest {

    private static final String OLD = "20261001-100000-aaaa-old";
    private static final String OLDER = "20261001-090000-aaab-older";
    private static final String ALONE = "20261002-100000-aaac-alone";
    private static final String ROOT = "20261003-100000-aaad-root";
    private static final String BAD = "20261003-100001-aaae-bad";
    private static final String NEW = "20261118-100000-aaaf-new";
    private static final String EVENT = "20261001-110000-aaag-customer-query";

    private static Scenario scenario() {
        Scenario scenario = new Scenario("what is outdated goes")
                .settings("retention: {done: 30d, logs: 30d, events: 30d}\n")
                .drop("tasks/hi.md", "Do the first thing.\n")
                .runs((slug, before, disk) ->
                        Script.begin().write("result.md", "the answer\n").sleep(Duration.ofSeconds(1)))
                .ends("hi", State.DONE, "the answer\n", 1);
        for (String id : List.of(OLD, OLDER)) {
            scenario.files.putAll(Ancient.task(Where.doneOn("2026-10-01"), id));
        }
        scenario.files.putAll(Ancient.task(Where.doneOn("2026-10-02"), ALONE));
        scenario.files.putAll(Ancient.task(Where.doneOn("2026-10-03"), ROOT));
        scenario.files.putAll(Ancient.task(Where.in(State.FAILED), BAD, Map.of("root", ROOT)));
        scenario.files.putAll(Ancient.task(Where.doneOn("2026-11-18"), NEW));
        return scenario.file("done/2026-10-01/notes.txt", "mine\n")
                .file("logs/audit-2026-10-01.jsonl", "\n{}\n")
                .file("logs/audit-2026-11-18.jsonl", "\n{}\n")
                .file("logs/alerts-2026-09.jsonl", "\n{}\n")
                .file("logs/alerts-2026-10.jsonl", "\n{}\n")
                .file("logs/events/2026-10-01/" + EVENT + "/record.json", "{}\n");
    }

    private static void check(Trial trial, boolean powerLost) throws IOException {
        new Verdict(trial, powerLost).check();
        SimDisk disk = trial.machine.disk;
        String tree = String.join("\n", Tree.of(disk, trial.people.workspace));
        Path done = trial.people.workspace.state(State.DONE);
        assertEquals(
                Set.of("2026-10-01", "2026-10-03", "2026-11-18", "2026-11-20"),
                new HashSet<>(disk.list(done)),
                () -> tree);
        assertEquals(List.of("notes.txt"), disk.list(done.resolve("2026-10-01")), "a person's own file stays");
        assertEquals(List.of(ROOT), disk.list(done.resolve("2026-10-03")), "a task of its tree has failed");
        assertEquals(List.of(NEW), disk.list(done.resolve("2026-11-18")));
        assertEquals(List.of(BAD), disk.list(trial.people.workspace.state(State.FAILED)));
        assertEquals(List.of(), disk.list(trial.people.workspace.eventLog()));
        Path logs = trial.people.workspace.logs();
        assertEquals(
                Set.of("events", "alerts-2026-10.jsonl", "audit-2026-11-18.jsonl", "audit-2026-11-20.jsonl"),
                new HashSet<>(disk.list(logs)));
        assertEquals(
                Map.of(
                        "done/2026-10-01",
                        2,
                        "done/2026-10-02",
                        1,
                        "logs/events/2026-10-01",
                        1,
                        "logs/audit-2026-10-01.jsonl",
                        1,
                        "logs/alerts-2026-09.jsonl",
                        1),
                told(trial),
                "each is told once");
    }

    /** How many went of what, by lines with different ids. */
    private static Map<String, Integer> told(Trial trial) throws IOException {
        Map<String, Integer> told = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        for (ObjectNode line :
                JsonLines.tail(trial.machine.disk, trial.people.workspace.audit("2026-11-20"), 1 << 20)) {
            if ("trim".equals(Json.text(line, "action")) && ids.add(Json.text(line, "id"))) {
                told.merge(Json.text(line, "about"), Json.whole(line, "count").intValue(), Integer::sum);
            }
        }
        return told;
    }

    /** What a person can see is whole, and so is what is not told yet. */
    private static void nothingIsHalfThere(SimDisk disk, Path done, Set<String> told) throws IOException {
        for (String day : disk.list(done)) {
            if (!disk.stat(done.resolve(day)).isFolder()) {
                continue;
            }
            if (day.startsWith(".trimmed-")) {
                assertTrue(told.contains("done/" + day.substring(9)), day + " was not told");
                continue;
            }
            for (String id : disk.list(done.resolve(day))) {
                if (TaskId.isOne(id) && !day.equals("2026-11-20")) {
                    Path task = done.resolve(day).resolve(id);
                    assertEquals(Ancient.FILES, disk.list(task).size(), () -> "half a task: " + task);
                    assertEquals(List.of("report.txt"), disk.list(task.resolve("out")), () -> "half a task: " + task);
                }
            }
        }
    }

    @Test
    void withoutACrash() throws IOException {
        Trial trial = Trial.of(scenario());
        trial.start(Steps.UNDISTURBED);
        trial.untilQuiet();
        check(trial, false);
    }

    @Test
    void afterAKillAtEveryStep() throws IOException {
        List<Boolean> steps = new ArrayList<>();
        Trial whole = Trial.of(scenario());
        whole.start((what, part) -> steps.add(part != null));
        whole.untilQuiet();

        Violations violations = new Violations();
        for (int step = 1; step <= steps.size(); step++) {
            killedAt(step, false, violations);
            if (steps.get(step - 1)) {
                killedAt(step, true, violations);
            }
        }
        violations.none();
    }

    private static void killedAt(int step, boolean torn, Violations violations) {
        violations.in("step " + step + (torn ? ", torn" : ""), () -> {
            Trial trial = Trial.of(scenario());
            try {
                trial.start(trial.killedAt(step, torn));
                trial.untilQuiet();
            } catch (Crash crash) {
                trial.kill();
            }
            nothingIsHalfThere(
                    trial.machine.disk,
                    trial.people.workspace.state(State.DONE),
                    told(trial).keySet());
            trial.startTwice();
            trial.untilQuiet();
            check(trial, false);
        });
    }

    @Test
    void afterAPowerCutAtEveryStep() throws IOException {
        Trial trial = Trial.of(scenario());
        Map<String, Trial> wrecks = new HashMap<>();
        int[] step = {0};
        trial.start((what, part) -> {
            String where = ++step[0] + " (" + what + ")";
            SimMachine machine = trial.machine;
            wrecks.put(where + ", all survives", trial.on(machine.afterPowerCut(Survival.ALL)));
            wrecks.put(where + ", nothing survives", trial.on(machine.afterPowerCut(Survival.NOTHING)));
            for (int seed = 0; seed < 3; seed++) {
                wrecks.put(
                        where + ", some survives, " + seed,
                        trial.on(machine.afterPowerCut(Survival.some(step[0] * 3L + seed))));
            }
        });
        trial.untilQuiet();
        assertFalse(wrecks.isEmpty());

        Violations violations = new Violations();
        wrecks.entrySet().parallelStream()
                .forEach(wreck -> violations.in(wreck.getKey(), () -> {
                    Trial next = wreck.getValue();
                    nothingIsHalfThere(
                            next.machine.disk,
                            next.people.workspace.state(State.DONE),
                            told(next).keySet());
                    next.startTwice();
                    next.untilQuiet();
                    check(next, true);
                }));
        violations.none();
    }
}
