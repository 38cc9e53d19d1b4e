package dev.reeve.workspace;

import java.nio.file.Path;

/** The folder of one task, wherever it is. Only these names exist in it. */
public record TaskFolder(Path path) {

    /** Where a program drops a task under an id of its own: nothing has to settle, so it is taken at once. */
    public static TaskFolder dropped(Path door, String id) {
        return new TaskFolder(door.resolve(id));
    }

    /** Where such a task is made first: under a dot-name, which is left alone. */
    public static TaskFolder beingDropped(Path door, String id) {
        return dropped(door, "." + id);
    }

    /** Where tasks that belong together are made, and kept until the last of them was dropped. */
    public static Path beingDroppedTogether(Path door, String name) {
        return door.resolve(".each-" + name);
    }

    public String id() {
        String name = path.getFileName().toString();
        return name.startsWith(".") ? name.substring(1) : name;
    }

    /** What was dropped, byte for byte, under the name {@code task} and its own extension. */
    public Path task(String extension) {
        return path.resolve("task." + extension);
    }

    /** In a door only: what is dropped with the task lies beside it. */
    public Path attached(String name) {
        return path.resolve(name);
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

    /** What all its attempts together took of their models. */
    public Path usage() {
        return path.resolve("usage.json");
    }

    public Path out() {
        return path.resolve("out");
    }

    public Path after() {
        return path.resolve("after");
    }

    /** What it asked others for, a folder each. */
    public Path children() {
        return path.resolve("children");
    }

    public ChildFolder child(String place) {
        return new ChildFolder(children().resolve(place));
    }

    /** How many it asked for, and what became of them. */
    public Path childrenIndex() {
        return children().resolve("index.json");
    }

    public Path inbox() {
        return messages().live();
    }

    /** The messages to this task. It ends before its inbox would have to be rotated. */
    public InboxFiles messages() {
        return new InboxFiles(path);
    }

    /** The messages that it was given, once it has ended. */
    public Path letters() {
        return path.resolve("messages.jsonl");
    }

    /** What a person answers, where one was asked. */
    public Path answer() {
        return path.resolve("answer.md");
    }

    public Path log() {
        return path.resolve("log.jsonl");
    }

    public Path why() {
        return path.resolve("why.md");
    }
}
