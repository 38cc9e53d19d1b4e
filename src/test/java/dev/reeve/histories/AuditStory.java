package dev.reeve.histories;

import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.sim.People;
import dev.reeve.sim.Run;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The audit log, read as a story: what it says of each task must be what the folders say. */
final class AuditStory {

    private static final Map<String, State> LEADS_TO = Map.of(
            "accept", State.QUEUE,
            "release", State.QUEUE,
            "again", State.QUEUE,
            "start", State.RUNNING,
            "retry", State.WAITING,
            "wait", State.WAITING,
            "hold", State.HELD,
            "finish", State.DONE,
            "fail", State.FAILED);

    private final Play play;
    private final Map<String, List<ObjectNode>> lines = new TreeMap<>();

    AuditStory(Play play) {
        this.play = play;
    }

    void tellsTheSame() throws IOException {
        read();
        for (People.Found found : play.people().find(id -> true)) {
            boolean putThere =
                    found.where().state() == State.DONE && play.history().touches(TaskId.slugOf(found.id()));
            if (!play.promises().isRemoved(found.id()) && !putThere) {
                task(found);
            }
        }
        for (String id : lines.keySet()) {
            if (play.people().find(id::equals).isEmpty()
                    && play.promises().accepted().contains(id)
                    && !play.wasRestarted()
                    && !play.history().has(Faults.FullDisk.class)) {
                cancelled(id);
            }
        }
        for (String id : lines.keySet()) {
            boolean somewhere = !play.people().find(id::equals).isEmpty();
            Violation.unless(
                    somewhere || play.promises().isRemoved(id),
                    id + " was never a task, and the audit log tells of it");
        }
        for (Run run : play.machine().runs()) {
            boolean told = lines.getOrDefault(run.task(), List.of()).stream()
                    .anyMatch(line ->
                            is(line, "start") && Long.valueOf(run.attempt()).equals(Json.whole(line, "attempt")));
            Violation.unless(told, "no line tells of the start of " + run.mark());
        }
    }

    private void read() throws IOException {
        Set<String> seen = new HashSet<>();
        Path logs = play.workspace().logs();
        for (String name : play.disk().list(logs).stream()
                .filter(log -> log.startsWith("audit-"))
                .sorted()
                .toList()) {
            for (ObjectNode line : JsonLines.tail(play.disk(), logs.resolve(name), 1 << 24)) {
                String task = Json.text(line, "task");
                if (task != null && !is(line, "alert") && (seen.add(Json.text(line, "id")) || !is(line, "accept"))) {
                    lines.computeIfAbsent(task, any -> new ArrayList<>()).add(line);
                }
            }
        }
    }

    private static boolean is(ObjectNode line, String action) {
        return action.equals(Json.text(line, "action"));
    }

    private void task(People.Found found) throws IOException {
        List<ObjectNode> story = lines.getOrDefault(found.id(), List.of());
        long accepts = story.stream().filter(line -> is(line, "accept")).count();
        Violation.unless(accepts == 1, found.id() + " was accepted " + accepts + " times, says the audit log");
        String last = null;
        for (ObjectNode line : story) {
            String action = Json.text(line, "action");
            last = LEADS_TO.containsKey(action) && !wasTakenBack(line, found) ? action : last;
        }
        Violation.unless(
                LEADS_TO.get(last) == found.where().state(),
                found + ", but the audit log ends with " + last + ": " + story);
    }

    /** It was told, and the step was cut off before its record; a person moved the task back before the next start. */
    private boolean wasTakenBack(ObjectNode line, People.Found found) throws IOException {
        if (!play.wasRestarted() || !play.history().touches(TaskId.slugOf(found.id()))) {
            return false;
        }
        TaskRecord record = TaskRecords.read(play.disk(), found.where().task(play.workspace(), found.id()));
        long revision = Long.parseLong(Json.text(line, "id").split(":")[1]);
        return revision > record.revision();
    }

    /** Whoever removes what has ended only tidies up. A supervisor that starts after it was
     * removed never heard of it, and one whose disk was full may not have come to take it in. */
    private void cancelled(String id) {
        List<ObjectNode> story = lines.get(id);
        Violation.unless(
                story.stream().anyMatch(line -> is(line, "cancel") || is(line, "finish") || is(line, "fail")),
                id + " is gone, and the audit log ends with " + story);
    }
}
