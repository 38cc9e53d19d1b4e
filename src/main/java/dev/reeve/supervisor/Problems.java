package dev.reeve.supervisor;

import dev.reeve.text.Quoted;
import dev.reeve.workspace.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is wrong right now and wants a person's eye. It is told once when it begins, and shown until it is over. Each is an
 * alert as well, by {@link Concerns}.
 */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger("reeve");

    private static final String AGENTS = "agents/";

    /** @param where a file or folder of the workspace, an agent's folder, or a task */
    record Problem(Alert.Kind kind, String where, String what) {

        /** The task that it is about; null if none. */
        String task() {
            return TaskId.isOne(where) ? where : null;
        }

        /** The agent that it is about; null if none. */
        String agent() {
            if (!where.startsWith(AGENTS) || where.length() == AGENTS.length()) {
                return null;
            }
            int end = where.indexOf('/', AGENTS.length());
            return where.substring(AGENTS.length(), end < 0 ? where.length() : end);
        }
    }

    private final Map<String, Problem> current = new LinkedHashMap<>();
    private final List<Problem> untold = new ArrayList<>();

    /** @param key what it is about: the same trouble again is not told twice */
    void raise(String key, String where, String what) {
        raise(Alert.Kind.PROBLEM, key, where, what);
    }

    void raise(Alert.Kind kind, String key, String where, String what) {
        // names of files are in it, and a disk takes any name
        Problem problem = new Problem(kind, Quoted.harmless(where), Quoted.harmless(what));
        if (!problem.equals(current.put(key, problem))) {
            LOG.warn("{}: {}", where, what);
            untold.add(problem);
        }
    }

    void clear(String key) {
        Problem before = current.remove(key);
        if (before != null) {
            LOG.info("{}: mended ({})", before.where(), before.what());
        }
    }

    /** Those whose key begins like this are over, but for these. */
    void keepOnly(String prefix, Map<String, Problem> still) {
        List<String> over = current.keySet().stream()
                .filter(key -> key.startsWith(prefix) && !still.containsKey(key))
                .toList();
        over.forEach(this::clear);
        still.forEach((key, problem) -> raise(problem.kind(), key, problem.where(), problem.what()));
    }

    List<Problem> current() {
        return List.copyOf(current.values());
    }

    Map<String, Problem> byKey() {
        return new LinkedHashMap<>(current);
    }

    /** Those that began since this was last asked. */
    List<Problem> takeUntold() {
        List<Problem> news = List.copyOf(untold);
        untold.clear();
        return news;
    }
}
