package dev.reeve.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.sim.People;
import dev.reeve.sim.Run;
import dev.reeve.sim.SimDisk;
import dev.reeve.sim.Tree;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What must be found when a scenario has come to rest, whatever happened on the way. */
final class Verdict {

    private final Trial trial;
    private final Scenario scenario;
    private final SimDisk disk;
    private final boolean powerLost;

    Verdict(Trial trial, boolean powerLost) {
        this.trial = trial;
        this.scenario = trial.scenario;
        this.disk = trial.machine.disk;
        this.powerLost = powerLost;
    }

    void check() throws IOException {
        nothingIsLost();
        for (Map.Entry<String, Scenario.End> end : scenario.ends.entrySet()) {
            ended(end.getKey(), end.getValue());
        }
        rejections();
        nothingIsHalfAccepted();
        eventsAreKept();
        noTemporaryIsLeft(trial.people.workspace.root());
    }

    private void nothingIsLost() throws IOException {
        String tree = String.join("\n", Tree.of(disk, trial.people.workspace));
        for (String drop : scenario.drops) {
            boolean cancelled = scenario.ends.values().stream().anyMatch(end -> end.where() == null);
            assertTrue(cancelled || tree.contains(drop.replace("\n", "\\n")), () -> "lost: " + drop + " in\n" + tree);
        }
    }

    private void ended(String slug, Scenario.End end) throws IOException {
        List<People.Found> found = trial.people.find(slug);
        if (end.where() == null) {
            assertEquals(List.of(), found, slug + " was removed");
            return;
        }
        assertEquals(1, found.size(), () -> slug + " is in " + found);
        People.Found one = found.get(0);
        TaskFolder folder = one.where().task(trial.people.workspace, one.id());
        TaskRecord record = TaskRecords.read(disk, folder);
        assertNotNull(record, slug + " has no record");
        assertEquals(end.where(), one.where().state(), () -> slug + ": " + record);
        assertEquals(one.where(), record.settled(), slug);
        assertEquals(end.result(), text(folder.result()), slug);
        attempts(record, end);
        audit(record);
        history(record);
    }

    private void attempts(TaskRecord record, Scenario.End end) throws IOException {
        Set<Integer> ran = trial.machine.runs().stream()
                .filter(run -> run.task().equals(record.id()))
                .map(Run::attempt)
                .collect(Collectors.toSet());
        Set<Integer> counted = new HashSet<>();
        for (AttemptRecord attempt : record.attempts()) {
            assertTrue(attempt.ended(), () -> "open: " + attempt);
            if (attempt.outcome() != Outcome.NEVER && attempt.exit() != null) {
                counted.add(attempt.number());
            }
            if (attempt.outcome() == Outcome.NEVER) {
                assertTrue(!ran.contains(attempt.number()), () -> "it ran all the same: " + attempt);
            }
        }
        assertTrue(ran.containsAll(counted), () -> "counted " + counted + ", ran " + ran);
        if (!powerLost) {
            assertEquals(end.runs(), ran.size(), () -> "runs of " + record.attempts());
        } else {
            assertTrue(end.runs() == 0 ? ran.isEmpty() : ran.size() >= end.runs(), () -> "runs of " + record);
        }
    }

    /** The log ends as the folders do, and tells nothing twice but by one id. */
    private void audit(TaskRecord record) throws IOException {
        Map<String, String> told = new HashMap<>();
        String last = null;
        Path logs = trial.people.workspace.logs();
        for (String name : disk.list(logs).stream()
                .filter(log -> log.startsWith("audit-"))
                .sorted()
                .toList()) {
            for (ObjectNode line : JsonLines.tail(disk, logs.resolve(name), 1 << 20)) {
                if (record.id().equals(Json.text(line, "task"))
                        && !"alert".equals(Json.text(line, "action"))
                        && told.putIfAbsent(Json.text(line, "id"), Json.text(line, "action")) == null) {
                    last = Json.text(line, "action");
                }
            }
        }
        assertTrue(told.containsValue("accept"), "it was accepted: " + told);
        String expected = switch (record.settled().state()) {
            case DONE -> "finish";
            case FAILED -> "fail";
            case HELD -> "hold";
            case WAITING -> "wait";
            default -> last;
        };
        assertEquals(expected, last, () -> "the last line of " + record.id() + " in the audit");
    }

    private void history(TaskRecord record) throws IOException {
        Set<String> ids = new HashSet<>();
        for (String agent : disk.list(trial.people.workspace.agents())) {
            Path history = trial.people.workspace.agent(agent).history();
            for (ObjectNode line : JsonLines.tail(disk, history, 1 << 20)) {
                ids.add(Json.text(line, "id"));
            }
        }
        for (AttemptRecord attempt : record.attempts()) {
            assertTrue(
                    powerLost || ids.contains(record.id() + ":" + attempt.number()), () -> "no history of " + attempt);
        }
    }

    private void rejections() throws IOException {
        Path rejected = trial.people.workspace.rejected();
        for (Map.Entry<String, String> one : scenario.rejected.entrySet()) {
            List<String> names = disk.list(rejected).stream()
                    .filter(name -> name.endsWith(one.getKey()))
                    .toList();
            // what a lost attempt dropped, the next one drops again
            assertTrue(powerLost ? !names.isEmpty() : names.size() == 1, () -> one.getKey() + " among " + names);
            for (String name : names) {
                Path folder = rejected.resolve(name);
                String why = text(folder.resolve("why.md"));
                assertTrue(why != null && why.contains(one.getValue()), why);
                assertNotNull(text(folder.resolve(one.getKey())), "the file as it was dropped");
            }
        }
    }

    private void nothingIsHalfAccepted() throws IOException {
        for (String name : disk.list(trial.people.workspace.state(State.QUEUE))) {
            assertTrue(
                    !name.startsWith(".")
                            || disk.stat(trial.people
                                            .workspace
                                            .state(State.QUEUE)
                                            .resolve(name))
                                    .isFile(),
                    name + " was never completed");
        }
        for (String drop : disk.list(trial.people.workspace.tasks())) {
            assertTrue(drop.startsWith("."), drop + " was never taken");
        }
    }

    /** Each that was taken is in its place, and tells of no task that was not made. */
    private void eventsAreKept() throws IOException {
        Workspace workspace = trial.people.workspace;
        assertEquals(List.of(), disk.list(workspace.events()), "never taken");
        List<String> kept = new ArrayList<>();
        List<String> dates = disk.stat(workspace.eventLog()) == null ? List.of() : disk.list(workspace.eventLog());
        for (String date : dates) {
            assertFalse(date.startsWith("."), date + " was never completed");
            for (String id : disk.list(workspace.eventsOn(date))) {
                ObjectNode record =
                        Json.parseObject(disk.read(workspace.event(date, id).record(), 0, 1 << 20));
                kept.add(Json.text(record, "dropped"));
                for (JsonNode task : record.get("tasks")) {
                    String made = Json.text(task, "id");
                    assertEquals(1, trial.people.find(made::equals).size(), made + " of " + record);
                }
            }
        }
        kept.sort(null);
        assertEquals(scenario.events, kept, "the events that were taken");
    }

    private void noTemporaryIsLeft(Path folder) throws IOException {
        for (String name : disk.list(folder)) {
            assertFalse(name.endsWith(".tmp"), () -> folder.resolve(name) + " was never swept");
            if (disk.stat(folder.resolve(name)).isFolder()) {
                noTemporaryIsLeft(folder.resolve(name));
            }
        }
    }

    private String text(Path file) throws IOException {
        return disk.stat(file) == null ? null : new String(disk.read(file, 0, 1 << 20), StandardCharsets.UTF_8);
    }
}
