package dev.reeve.task;

import dev.reeve.task.Written.Unwritten;
import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Within what a task is to be done. It never widens what its agent may: what nobody said is null, and the agent's own
 * setting stands.
 *
 * @param worktree a git worktree of its own in place of the working directory itself
 * @param approve true: a person must say yes before it starts
 */
public record Bounds(
        Permissions permissions, Sandbox sandbox, Boolean worktree, Paths paths, Budget budget, Boolean approve) {

    public static final Bounds UNSAID = new Bounds(null, null, null, null, null, null);

    private static final Key<Boolean> WORKTREE = new Key<>("worktree", Words.TRUE_OR_FALSE);
    private static final Key<Boolean> APPROVE = new Key<>("approve", Words.TRUE_OR_FALSE);

    static Form addTo(Form form) {
        return form.and(Permissions.KEY, Sandbox.KEY, WORKTREE, Paths.KEY, Budget.OF_A_TASK, APPROVE);
    }

    static Bounds read(Fields fields) {
        return new Bounds(
                fields.read(Permissions.KEY),
                fields.read(Sandbox.KEY),
                fields.read(WORKTREE),
                fields.read(Paths.KEY),
                fields.read(Budget.OF_A_TASK),
                fields.read(APPROVE));
    }

    static Bounds of(Written task) throws Unwritten {
        return new Bounds(
                task.as(Permissions.KEY),
                task.as(Sandbox.KEY),
                task.truth("worktree"),
                task.as(Paths.KEY),
                task.as(Budget.OF_A_TASK),
                task.truth("approve"));
    }

    void putInto(ObjectNode node) {
        if (permissions != null) {
            node.put("permissions", TaskRecords.word(permissions));
        }
        if (sandbox != null) {
            node.put("sandbox", TaskRecords.word(sandbox));
        }
        if (worktree != null) {
            node.put("worktree", worktree);
        }
        if (paths != null) {
            ObjectNode both = node.putObject("paths");
            ArrayNode read = both.putArray("read");
            paths.read().forEach(read::add);
            ArrayNode write = both.putArray("write");
            paths.write().forEach(write::add);
        }
        if (budget != null) {
            budget.putInto(node.putObject("budget"));
        }
        if (approve != null) {
            node.put("approve", approve);
        }
    }
}
