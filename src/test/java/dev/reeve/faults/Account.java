package dev.reeve.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.files.RealDisk;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What has become of all that was dropped, when nothing goes on any more: nothing lost, nothing doubled, no orphan. */
final class Account {

    private final FaultWorkspace live;
    private final RealDisk disk = new RealDisk();
    private final Set<String> removed;
    private final Predicate<String> struck;
    private final Map<String, Integer> runs = new HashMap<>();
    private final Map<String, List<String>> audit = new HashMap<>();
    private int done;
    private int failed;
    private int counted;

    /**
     * @param removed ids of tasks that a person removed, of which anything may be left
     * @param struck true for a task's id and the number of an attempt of which somebody killed a process
     */
    Account(FaultWorkspace live, Set<String> removed, Predicate<String> struck) {
        this.live = live;
        this.removed = removed;
        this.struck = struck;
    }

    /** @param dropped the words of each task, which nothing else has in it */
    void check(Set<String> dropped) throws IOException {
        for (String run : live.ran()) {
            assertEquals(1, runs.merge(run, 1, Integer::sum), run + " ran twice");
        }
        readAudit();
        assertEquals(List.of(), live.tasks(State.QUEUE, State.WAITING, State.RUNNING, State.HELD), "still open");
        assertEquals(List.of(), left(), "never taken, or half accepted");
        assertEquals(Map.of(), live.marked(), "orphans");
        Map<String, List<Path>> found = new HashMap<>();
        for (TaskFolder task : live.tasks(State.DONE, State.FAILED)) {
            String words = words(task);
            if (!removed.contains(task.id())) {
                assertTrue(dropped.contains(words), () -> task.path() + " says " + words);
                checkTask(task);
            }
            found.computeIfAbsent(words, none -> new ArrayList<>()).add(task.path());
        }
        Set<String> gone = wordsOfRemoved();
        for (String words : dropped) {
            List<Path> places = found.getOrDefault(words, List.of());
            assertTrue(places.size() == 1 || places.isEmpty() && gone.contains(words), words + " is in " + places);
        }
    }

    /** What the removed ones were: their names are in their ids. */
    private Set<String> wordsOfRemoved() {
        Set<String> words = new HashSet<>();
        removed.forEach(id -> words.add(id.replaceFirst(".*?-(job-\\d+)$", "$1") + "."));
        return words;
    }

    private List<Path> left() throws IOException {
        List<Path> left = new ArrayList<>();
        List<Path> doors = new ArrayList<>(List.of(live.workspace.tasks(), live.workspace.state(State.QUEUE)));
        live.workspace.agentFolders(disk).forEach(agent -> doors.add(agent.tasks()));
        for (Path door : doors) {
            try (Stream<Path> things = Files.list(door)) {
                things.filter(thing -> !thing.toString().endsWith(".tmp")).forEach(left::add);
            }
        }
        return left;
    }

    private static String words(TaskFolder task) throws IOException {
        for (String extension : new String[] {"md", "txt"}) {
            if (Files.exists(task.task(extension))) {
                return Files.readString(task.task(extension)).replaceFirst("(?s)^---.*---\n", "");
            }
        }
        return null;
    }

    private void readAudit() throws IOException {
        Set<String> ids = new HashSet<>();
        for (String name : disk.list(live.workspace.logs()).stream()
                .filter(log -> log.startsWith("audit-"))
                .sorted()
                .toList()) {
            for (ObjectNode line : JsonLines.tail(disk, live.workspace.logs().resolve(name), 1 << 28)) {
                String task = Json.text(line, "task");
                String action = Json.text(line, "action");
                if (task != null && !"alert".equals(action) && ids.add(Json.text(line, "id"))) {
                    audit.computeIfAbsent(task, none -> new ArrayList<>()).add(action);
                }
            }
        }
    }

    private void checkTask(TaskFolder task) throws IOException {
        TaskRecord record = TaskRecords.read(disk, task);
        assertNotNull(record, () -> task.path() + " has no record");
        assertEquals(live.workspace.root().relativize(task.path().getParent()).toString(), record.settled() + "");
        Set<String> known = new HashSet<>();
        for (AttemptRecord attempt : record.attempts()) {
            String run = record.id() + " " + attempt.number();
            known.add(run);
            checkAttempt(run, attempt);
        }
        runs.keySet().stream()
                .filter(run -> run.startsWith(record.id() + " "))
                .forEach(
                        run -> assertTrue(known.contains(run), () -> run + " ran, and the record knows nothing of it"));
        List<String> told = audit.getOrDefault(record.id(), List.of());
        assertEquals(1, told.stream().filter("accept"::equals).count(), () -> task.path() + ": " + told);
        boolean isDone = record.settled().state() == State.DONE;
        assertEquals(isDone ? "finish" : "fail", told.get(told.size() - 1), () -> task.path() + ": " + told);
        if (isDone) {
            assertEquals(
                    Outcome.OK,
                    record.lastAttempt().outcome(),
                    () -> task.path().toString());
        }
        done += isDone ? 1 : 0;
        failed += isDone ? 0 : 1;
    }

    private void checkAttempt(String run, AttemptRecord attempt) {
        assertTrue(attempt.ended(), () -> run + " is open");
        int ran = runs.getOrDefault(run, 0);
        boolean wasStruck = struck.test(run);
        switch (attempt.outcome()) {
            case OK, FAILED -> {
                counted++;
                assertTrue(wasStruck || ran == 1, () -> run + " ran " + ran + " times: " + attempt);
            }
            case NEVER -> assertEquals(0, ran, () -> run + " ran all the same: " + attempt);
            case LOST -> assertTrue(wasStruck, () -> run + " is lost, and nobody killed it: " + attempt);
            default -> assertTrue(ran <= 1, () -> run + " ran " + ran + " times: " + attempt);
        }
    }

    @Override
    public String toString() {
        return done + " done, " + failed + " given up, " + removed.size() + " removed by people; " + counted
                + " attempts ended, " + runs.size() + " ran";
    }
}
