package dev.reeve.workspace;

import java.nio.file.Path;

/** The folder of one task, wherever it is. Only these names exist in it. */
public record TaskFolder(Path path) {

    public String id() {
        String name = path.getFileName().toString();
        return name.startsWith(".") ? name.substring(1) : name;
    }

    /** What was dropped, byte for byte, under the name {@code task} and its own extension. */
    public Path task(String extension) {
        return path.resolve("task." + extension);
    }

    /** What else was dropped with it. */
    public Path files() {
        return path.resolve("files");
    }

    public Path record() {
        return path.resolve("record.json");
    }

    public Path attempts() {
        return path.resolve("attempts");
    }

    public AttemptFolder attempt(int number) {
        return new AttemptFolder(attempts().resolve(Integer.toString(number)));
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

    public Path after() {
        return path.resolve("after");
    }

    public Path inbox() {
        return path.resolve("inbox.jsonl");
    }

    public Path log() {
        return path.resolve("log.jsonl");
    }

    public Path why() {
        return path.resolve("why.md");
    }

    /** In staging only: where a dropped thing is put by the rename that claims it. */
    public Path claimed() {
        return path.resolve("dropped");
    }
}
