package dev.reeve.histories;

import dev.reeve.workspace.TaskId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step that others can see. @param what it is, whoever's it is @param task whose; null if that can't be told
 */
record Act(String what, String task) {

    /** Copies, statistics, and what tells of the moment: nothing is promised about them, and nothing follows from them. */
    private static final Set<String> ASIDE = Set.of(
            "status.json",
            "STATUS.md",
            "metrics.prom",
            "supervisor.json",
            "log.jsonl",
            "history.jsonl",
            "last",
            "what is missing");

    private static final Pattern TASK = Pattern.compile("\"task\":\"([^\"]+)\"");

    static Act of(String verb, Path path) {
        return new Act(verb + " " + Role.of(path), taskOf(path));
    }

    static Act line(Path file, byte[] content) {
        Matcher task = TASK.matcher(new String(content, StandardCharsets.UTF_8));
        return new Act("add to " + Role.of(file), task.find() ? task.group(1) : null);
    }

    static Act rename(Path from, Path to) {
        String where = Role.of(to);
        if (Role.isTemporary(from)) {
            return of("replace", to);
        }
        // from wherever it comes: it is one step of the code
        String what = where.equals("what was rejected") ? "it" : Role.of(from);
        return new Act("move " + what + " to " + where, taskOf(to));
    }

    static boolean isAside(Path path) {
        return ASIDE.contains(Role.of(path));
    }

    boolean isOfAnotherThan(Act other) {
        return task != null && other.task != null && !task.equals(other.task);
    }

    private static String taskOf(Path path) {
        for (Path part : path) {
            String name = part.toString().startsWith(".") ? part.toString().substring(1) : part.toString();
            if (TaskId.isOne(name)) {
                return name;
            }
        }
        return null;
    }
}
