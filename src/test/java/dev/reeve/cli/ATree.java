package dev.reeve.cli;

import dev.reeve.files.Json;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.AttemptRecord.Outcome;
import dev.reeve.task.ChildReport;
import dev.reeve.task.ChildReport.State;
import dev.reeve.task.Kin;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Tasks with parents, as a supervisor leaves them. */
final class ATree {

    private final TestWorkspace reeve;

    ATree(TestWorkspace reeve) {
        this.reeve = reeve;
    }

    /** A child of the parent's first attempt, with one attempt of its own. */
    TaskFolder child(TaskFolder parent, Where where, String label, AttemptRecord attempt) throws IOException {
        Kin kin = new Kin(parent.id(), parent.id(), 1, label, 1, "x", false);
        TaskFolder child = reeve.task(where, label, change -> change.kin(kin).attempt(attempt));
        ChildReport report =
                new ChildReport(child.id(), label, "writer", State.OPEN, false, 1, label, "x", null, null, null, null);
        write(parent, label, where.state().ended() ? ended(report, where, attempt) : report);
        return child;
    }

    private static ChildReport ended(ChildReport report, Where where, AttemptRecord attempt) {
        boolean ok = where.state() == dev.reeve.workspace.State.DONE;
        return report.ended(
                ok ? State.DONE : State.FAILED,
                attempt.exit(),
                Duration.between(attempt.startedAt(), attempt.endedAt()),
                null,
                ok ? null : attempt.reason());
    }

    /** One that never became a task. */
    void rejected(TaskFolder parent, String label, String reason) throws IOException {
        ChildReport asked =
                new ChildReport(null, label, null, State.OPEN, false, 1, label, "x", null, null, null, null);
        write(parent, label, asked.ended(State.REJECTED, null, Duration.ZERO, null, reason));
    }

    private static void write(TaskFolder parent, String place, ChildReport report) throws IOException {
        Files.createDirectories(parent.child(place).path());
        Files.write(parent.child(place).status(), report.bytes());
    }

    static AttemptRecord begun(int number, Instant at) {
        return AttemptRecord.begun(number, "writer", at, null, null, null);
    }

    static AttemptRecord ok(int number, Instant at, int seconds) {
        return begun(number, at).ended(at.plusSeconds(seconds), Outcome.OK, 0, null);
    }

    static AttemptRecord failed(int number, Instant at, int seconds) {
        return begun(number, at).ended(at.plusSeconds(seconds), Outcome.FAILED, 7, "exit status 7");
    }

    static void log(TaskFolder task, Instant at, String action, String reason) throws IOException {
        ObjectNode line = Json.object();
        line.put("id", task.id() + ":" + at + ":" + action);
        line.put("timestamp", at.toString());
        line.put("action", action);
        Json.put(line, "reason", reason);
        String before = Files.exists(task.log()) ? Files.readString(task.log()) : "";
        // told twice, as by a step that was taken up again
        Files.writeString(task.log(), before + ("\n" + Json.line(line) + "\n").repeat(2));
    }
}
