package dev.reeve.workspace;

import java.nio.file.Path;

/** The folder of one session of an agent. */
public record SessionFolder(Path path) {

    public String label() {
        return path.getFileName().toString();
    }

    /** The messages to this session. */
    public InboxFiles messages() {
        return new InboxFiles(path);
    }
}
