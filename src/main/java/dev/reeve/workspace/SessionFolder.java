package dev.reeve.workspace;

import java.nio.file.Path;
import java.util.List;

/** The folder of one session of an agent. */
public record SessionFolder(Path path) {

    public String label() {
        return path.getFileName().toString();
    }

    /** What was asked and answered in it, one line for each task. */
    public Path history() {
        return path.resolve("history.jsonl");
    }

    /** The messages to this session. */
    public InboxFiles messages() {
        return new InboxFiles(path, List.of(path.getParent(), path));
    }
}
