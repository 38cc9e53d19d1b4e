package dev.reeve.confine;

import dev.reeve.task.Paths;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The paths that an agent may see, and what a task makes of them: it may name some of them, or folders within them, and
 * nothing else.
 *
 * @param all it is shut in nowhere, so that a task that wants to be may name what it likes
 * @param home what {@code ~} stands for; null if nobody knows
 */
public record Within(Paths agents, boolean all, Path home) {

    /** The first path that a task asks for beyond what its agent may; null if there is none. */
    public String beyond(Paths asked) {
        for (String path : asked.read()) {
            if (!mayRead(expanded(path))) {
                return path;
            }
        }
        return asked.write().stream()
                .filter(path -> !mayWrite(expanded(path)))
                .findFirst()
                .orElse(null);
    }

    /** @param asked null: all of the agent's */
    public Views.Named narrowed(Paths asked) {
        return asked == null
                ? new Views.Named(expanded(agents.read()), expanded(agents.write()))
                : new Views.Named(
                        expanded(asked.read()).stream().filter(this::mayRead).toList(),
                        expanded(asked.write()).stream().filter(this::mayWrite).toList());
    }

    public boolean mayWrite(Path path) {
        return path != null && (all || expanded(agents.write()).stream().anyMatch(path::startsWith));
    }

    private boolean mayRead(Path path) {
        return mayWrite(path)
                || path != null && expanded(agents.read()).stream().anyMatch(path::startsWith);
    }

    private List<Path> expanded(List<String> paths) {
        return paths.stream()
                .map(this::expanded)
                .filter(path -> path != null)
                .distinct()
                .toList();
    }

    private Path expanded(String path) {
        try {
            if (path.equals("~") || path.startsWith("~/")) {
                return home == null ? null : Path.of(home + path.substring(1)).normalize();
            }
            return Path.of(path).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
