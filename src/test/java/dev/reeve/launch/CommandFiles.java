package dev.reeve.launch;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** {@code command.json} as tests need it. Without a supervisor it is the one place that tells where an attempt was begun. */
final class CommandFiles {

    private static final int LIMIT = 1 << 20;

    private CommandFiles() {}

    static void write(Durable durable, AttemptFolder attempt, List<String> argv, Home home, Instant startedAt)
            throws IOException {
        CommandFile command = new CommandFile(argv, "/", Set.of(), home, "hello", null, null, 0, startedAt, null);
        durable.replace(attempt.command(), command.bytes());
    }

    /** @return null if there is no such file */
    static Home home(Disk disk, AttemptFolder attempt) throws IOException {
        if (disk.stat(attempt.command()) == null) {
            return null;
        }
        ObjectNode node = Json.parseObject(disk.read(attempt.command(), 0, LIMIT));
        return new Home(Json.text(node, "boot"), Json.text(node, "pid_namespace"));
    }
}
