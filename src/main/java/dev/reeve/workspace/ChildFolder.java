package dev.reeve.workspace;

import java.nio.file.Path;

/** What a parent knows of one of its children: there from its acceptance on, and complete once it has ended. */
public record ChildFolder(Path path) {

    public String place() {
        return path.getFileName().toString();
    }

    public Path status() {
        return path.resolve("status.json");
    }

    public Path result() {
        return path.resolve("result.md");
    }

    public Path resultJson() {
        return path.resolve("result.json");
    }

    public Path out() {
        return path.resolve("out");
    }

    /** Why it failed, or was rejected. */
    public Path why() {
        return path.resolve("why.md");
    }
}
