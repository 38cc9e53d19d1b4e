package dev.reeve.workspace;

import java.nio.file.Path;

/** The folder of an event that was taken. Only these names exist in it. */
public record EventFolder(Path path) {

    public String id() {
        String name = path.getFileName().toString();
        return name.startsWith(".") ? name.substring(1) : name;
    }

    /** What was dropped, byte for byte, with its own extension. */
    public Path event(String extension) {
        return path.resolve("event." + extension);
    }

    /** Which rule took it, and the tasks that it made. */
    public Path record() {
        return path.resolve("record.json");
    }

    /** The tasks that it makes, as long as they are on no way of their own. */
    public Path tasks() {
        return path.resolve("tasks");
    }
}
