package dev.reeve.shared;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.files.NotJson;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of JSON that many change. Each change reads it, changes it and writes it under its lock, so that none undoes
 * another's; readers need no lock, for the file is replaced whole.
 */
public final class SharedState {

    /** What a file may have at most. It is read into a small memory, and is written whole for each change. */
    private static final int MOST = 8 << 20;

    /** A change takes milliseconds: other hosts may take its owner for dead after this. */
    private static final Duration EXPIRES = Duration.ofMinutes(1);

    private final Durable durable;
    private final Path file;

    public SharedState(Durable durable, Path file) {
        this.durable = durable;
        this.file = file;
    }

    /** The content, changed in place or replaced. */
    @FunctionalInterface
    public interface Change {
        JsonNode of(JsonNode content) throws BadState;
    }

    /** What it has now; an empty object if it is not there. */
    public JsonNode read() throws IOException, BadState {
        Stat stat = durable.disk().stat(file);
        if (stat == null) {
            return Json.object();
        }
        if (!stat.isFile()) {
            throw new FileSystemException(file.toString(), null, "a folder, a link or a device, and no file of JSON");
        }
        if (stat.size() > MOST) {
            throw new FileSystemException(
                    file.toString(), null, "more than 8 MB, which is too much for state. Keep it in several files");
        }
        byte[] content = durable.readIfThere(file, MOST);
        try {
            return content == null ? Json.object() : Json.parse(content);
        } catch (NotJson e) {
            throw new BadState(file + ":" + e.line() + ":" + e.column() + ": " + e.getMessage()
                    + ". Mend the file, or move it away to begin anew.");
        }
    }

    /** @return false if waiting has ended before the lock was had */
    public boolean change(SharedLock lock, SharedLock.Waiting waiting, Change change) throws IOException, BadState {
        try (SharedLock.Held held = lock.take(EXPIRES, waiting)) {
            if (held == null) {
                return false;
            }
            durable.replace(file, Json.file(SortedKeys.of(change.of(read()))));
            return true;
        }
    }

    public static Change set(StatePath path, JsonNode value) {
        return content -> {
            path.set(content, value);
            return content;
        };
    }

    public static Change merge(ObjectNode patch) {
        return content -> {
            if (!(content instanceof ObjectNode)) {
                throw new BadState("the file has something else than an object, into which nothing can be merged."
                        + " Change it with `reeve state set`, or move it away to begin anew.");
            }
            return MergePatch.apply(content, patch);
        };
    }
}
