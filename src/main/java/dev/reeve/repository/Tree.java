package dev.reeve.repository;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept of a worktree, in {@code state/worktrees/<id>.json}, from before it is made until after it is gone.
 *
 * <pre>
 * {"id":"20261120-140211-k3f9-mend","common":"/home/ada/shop/.git","directory":"/…/agents/coder/work/20261120-140211-k3f9-mend",
 *  "within":"","branch":"reeve/mend","base":"9f3c…","git_dir":"/home/ada/shop/.git/worktrees/20261120-140211-k3f9-mend",
 *  "tasks":["20261120-140211-k3f9-mend"],"roots":[…],"kept":"it has uncommitted changes"}
 * </pre>
 *
 * @param id the task that it was made for; those that go on with its conversation have it too
 * @param common see {@link Repository}
 * @param within see {@link Repository}
 * @param branch its branch, without {@code refs/heads/}
 * @param base the commit that it begins from
 * @param gitDir where the repository keeps what is its own; null until it is made
 * @param tasks those that work in it
 * @param roots those with which the trees of these began; it is kept until all of both have ended
 * @param kept why it is still there, though they have; null if they have not
 */
public record Tree(
        String id,
        Path common,
        Path directory,
        String within,
        String branch,
        String base,
        Path gitDir,
        List<String> tasks,
        List<String> roots,
        String kept) {

    private static final int LIMIT = 1 << 20;

    /** One that is to be made. */
    public static Tree planned(String id, Repository from, Path directory, String branch, String base) {
        return new Tree(id, from.common(), directory, from.within(), branch, base, null, List.of(), List.of(), null);
    }

    public boolean isMade() {
        return gitDir != null;
    }

    /** Where its attempts work: in the worktree, where in the repository somebody's {@code cwd} is. */
    public Path workingDirectory() {
        return within.isEmpty() ? directory : directory.resolve(within).normalize();
    }

    public Tree madeAt(Path own) {
        return new Tree(id, common, directory, within, branch, base, own, tasks, roots, kept);
    }

    /** It has to be made, again or for the first time. */
    public Tree unmade() {
        return madeAt(null);
    }

    public Tree keptFor(String reason) {
        return new Tree(id, common, directory, within, branch, base, gitDir, tasks, roots, reason);
    }

    /** Another task works in it. */
    public Tree usedBy(String task, String root) {
        return new Tree(
                id, common, directory, within, branch, base, gitDir, with(tasks, task), with(roots, root), kept);
    }

    private static List<String> with(List<String> names, String one) {
        List<String> all = new ArrayList<>(names);
        if (!all.contains(one)) {
            all.add(one);
        }
        return List.copyOf(all);
    }

    public byte[] bytes() {
        return Json.file(json());
    }

    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("id", id);
        node.put("common", common.toString());
        node.put("directory", directory.toString());
        node.put("within", within);
        node.put("branch", branch);
        node.put("base", base);
        Json.put(node, "git_dir", gitDir == null ? null : gitDir.toString());
        tasks.forEach(node.putArray("tasks")::add);
        roots.forEach(node.putArray("roots")::add);
        Json.put(node, "kept", kept);
        return node;
    }

    /** @return null if there is none, or none that can be read */
    public static Tree read(Durable durable, Path file) throws IOException {
        byte[] content = durable.readIfThere(file, LIMIT);
        ObjectNode node = content == null ? null : Json.parseObject(content);
        if (node == null) {
            return null;
        }
        String id = Json.text(node, "id");
        Path common = path(node, "common");
        Path directory = path(node, "directory");
        String branch = Json.text(node, "branch");
        String base = Json.text(node, "base");
        String within = Json.text(node, "within");
        if (id == null || !TaskId.isOne(id) || common == null || directory == null || branch == null || base == null) {
            return null;
        }
        return new Tree(
                id,
                common,
                directory,
                within == null ? "" : within,
                branch,
                base,
                path(node, "git_dir"),
                List.copyOf(Json.texts(node, "tasks")),
                List.copyOf(Json.texts(node, "roots")),
                Json.text(node, "kept"));
    }

    private static Path path(ObjectNode node, String key) {
        String text = Json.text(node, key);
        try {
            return text == null || !text.startsWith("/") ? null : Path.of(text).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
