package dev.reeve.workspace;

import java.nio.file.Path;

/** The folder of one attempt. Its process may write in the door alone. */
public record AttemptFolder(Path path) {

    public int number() {
        return Integer.parseInt(path.getFileName().toString());
    }

    public Path command() {
        return path.resolve("command.json");
    }

    public Path prompt() {
        return path.resolve("prompt.md");
    }

    public Path pid() {
        return path.resolve("pid");
    }

    public Path stdout() {
        return path.resolve("stdout.log");
    }

    public Path stderr() {
        return path.resolve("stderr.log");
    }

    public Path exit() {
        return path.resolve("exit");
    }

    /** What it took of its model, as Reeve understood it. */
    public Path usage() {
        return path.resolve("usage.json");
    }

    public Path door() {
        return path.resolve("door");
    }

    public Path result() {
        return door().resolve("result.md");
    }

    public Path out() {
        return door().resolve("out");
    }

    public Path spawn() {
        return door().resolve("spawn");
    }

    public Path send() {
        return door().resolve("send");
    }

    /** Where Reeve itself asks for a review of its answer. */
    public Path review() {
        return path.resolve("review");
    }

    /** A file for each process of it that waits for its children, as long as it waits. */
    public Path waits() {
        return door().resolve("wait");
    }

    /** What it says itself that it took of its model. */
    public Path reported() {
        return door().resolve("usage.json");
    }

    public Path notes() {
        return door().resolve("notes.jsonl");
    }
}
