package dev.reeve.cli.look;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Phrases;
import dev.reeve.cli.call.Table;
import dev.reeve.cli.tasks.Sighting;
import dev.reeve.cli.tree.ChildrenTable;
import dev.reeve.cli.tree.Family;
import dev.reeve.cli.tree.Member;
import dev.reeve.cost.Sum;
import dev.reeve.cost.UsageFile;
import dev.reeve.files.Json;
import dev.reeve.repository.Tree;
import dev.reeve.repository.TreeFiles;
import dev.reeve.task.AttemptRecord;
import dev.reeve.task.Kin;
import dev.reeve.task.TaskRecord;
import dev.reeve.task.TaskRecords;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Everything about one task. */
final class TaskPage {

    private static final int LAST_LINES = 10;
    private static final int LIMIT = 32 << 20;

    private final Invocation invocation;
    private final Workspace workspace;
    private final Sighting task;
    private final TaskRecord record;
    private final Facts facts;

    TaskPage(Invocation invocation, Workspace workspace, Sighting task) throws IOException {
        this.invocation = invocation;
        this.workspace = workspace;
        this.task = task;
        this.facts = new Facts(invocation);
        this.record = TaskRecords.read(invocation.disk(), task.folder());
    }

    void printJson() throws IOException {
        byte[] content = invocation.durable().readIfThere(task.folder().record(), LIMIT);
        ObjectNode stored = content == null ? null : Json.parseObject(content);
        ObjectNode node = stored == null ? Json.object() : stored;
        node.put("id", task.id());
        node.put("state", task.state() == null ? task.place() : task.state().folder());
        node.put("folder", task.folder().path().toString());
        Sum cost = UsageFile.ofTask(invocation.durable(), task.folder());
        if (cost != null) {
            node.set("usage", cost.json());
        }
        Tree tree = tree();
        if (tree != null) {
            node.set("worktree", tree.json());
        }
        List<Member> children = new Family(invocation.disk(), workspace).children(task);
        if (!children.isEmpty()) {
            node.set("children", ChildrenTable.json(children));
        }
        invocation.terminal().copy(Json.file(node));
    }

    void print() throws IOException {
        TaskFolder folder = task.folder();
        facts.heading(task.id());
        facts.fact("state", task.place());
        facts.fact("folder", folder.path());
        if (record == null) {
            facts.fact("record", task.kind() == Sighting.Kind.IN_A_STATE ? "missing, or it can't be read" : null);
        } else {
            about();
        }
        facts.path("result", folder.result());
        facts.path("result", folder.resultJson());
        facts.path("out", folder.out());
        Tree tree = tree();
        if (tree != null) {
            facts.fact("worktree", tree.directory());
            facts.fact("branch", tree.branch() + " of " + tree.common());
            facts.fact("kept", tree.kept());
        }
        Sum cost = UsageFile.ofTask(invocation.durable(), folder);
        facts.fact("cost", cost == null ? null : cost.words() + ", " + Phrases.count(cost.tokens(), "token"));
        facts.path("history", folder.log());
        if (record != null && !record.attempts().isEmpty()) {
            attempts();
        }
        children();
        facts.beginning("Why", folder.why());
        if (task.is(State.RUNNING)) {
            AttemptFolder last = folder.attempt(new Attempts(invocation.disk(), folder).last());
            facts.end("Last lines of its output", last.stdout(), LAST_LINES);
            facts.end("Last lines of its errors", last.stderr(), LAST_LINES);
        }
        facts.beginning("Result", folder.result());
        facts.beginning("Result", folder.resultJson());
    }

    private Tree tree() throws IOException {
        return TreeFiles.usedBy(task.id(), TreeFiles.all(invocation.durable(), workspace));
    }

    private void about() {
        facts.fact("agent", record.agent());
        facts.fact("label", record.label());
        facts.fact("priority", record.priority());
        facts.fact("group", record.spec().group());
        facts.fact("from", record.requestedBy() + (record.door() == null ? "" : ", by " + record.door()));
        facts.fact("accepted", time(record.acceptedAt()));
        facts.fact("queued", time(record.queuedAt()));
        facts.fact("deadline", time(record.deadline()));
        facts.fact("after", record.after().isEmpty() ? null : String.join(", ", record.after()));
        if (record.waitsFor() != null && task.is(State.WAITING)) {
            facts.fact("waits for", record.waitsFor().reason());
            facts.fact("until", time(record.waitsFor().until()));
        }
        if (task.is(State.HELD) || task.is(State.FAILED)) {
            facts.fact("reason", record.why());
        }
        if (task.is(State.HELD) && record.question() != null) {
            facts.fact("until", time(record.waitsFor().until()));
            facts.fact("to answer", "reeve answer " + task.id() + " yes|no|TEXT");
        }
        if (record.isBeingChecked() && task.state() != null && !task.state().ended()) {
            facts.fact("checked", "being checked, " + record.gate().words());
        }
        facts.fact("same as", record.duplicateOf());
        Kin kin = record.kin();
        if (kin != null) {
            facts.fact("parent", kin.parent() + " (attempt " + kin.attempt() + "), as " + kin.place());
            facts.fact("root", kin.root());
            facts.fact("depth", kin.depth());
        }
        facts.fact("complete", record.harvest() == null ? null : ChildrenTable.words(record.harvest()));
    }

    private static String time(Instant when) {
        return when == null ? null : Phrases.time(when);
    }

    private void attempts() {
        invocation.say("");
        facts.heading("Attempts");
        Table table = new Table("NUMBER", "AGENT", "OUTCOME", "EXIT", "TOOK", "LOGS", "REASON");
        for (AttemptRecord attempt : record.attempts()) {
            Instant end = attempt.ended() ? attempt.endedAt() : invocation.now();
            table.row(
                    Integer.toString(attempt.number()),
                    attempt.agent(),
                    attempt.isCheck() ? "check of " + attempt.verifies() + ": " + outcome(attempt) : outcome(attempt),
                    attempt.exit() == null ? null : attempt.exit().toString(),
                    attempt.startedAt() == null || end == null
                            ? null
                            : Phrases.elapsed(Duration.between(attempt.startedAt(), end)),
                    task.folder()
                                    .path()
                                    .relativize(task.folder()
                                            .attempt(attempt.number())
                                            .path())
                            + "/",
                    Phrases.or(attempt.reason(), ""));
        }
        table.lines(invocation.terminal()).forEach(invocation::say);
    }

    private void children() throws IOException {
        List<Member> children = new Family(invocation.disk(), workspace).children(task);
        if (!children.isEmpty()) {
            invocation.say("");
            facts.heading("Children");
            ChildrenTable.of(children, invocation.now())
                    .lines(invocation.terminal())
                    .forEach(invocation::say);
        }
    }

    private static String outcome(AttemptRecord attempt) {
        if (attempt.ended()) {
            return attempt.outcome().name().toLowerCase(Locale.ROOT);
        }
        return attempt.stop() == null ? "at work" : "being stopped";
    }
}
