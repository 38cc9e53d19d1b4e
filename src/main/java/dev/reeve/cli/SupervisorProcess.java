package dev.reeve.cli;

import dev.reeve.files.Durable;
import dev.reeve.files.Json;
import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * The supervisor that is at work on a workspace.
 *
 * @param startedAt null if its record doesn't say
 */
record SupervisorProcess(long pid, Instant startedAt, String version) {

    private static final int LIMIT = 64 << 10;
    private static final String UNKNOWN = "-";
    /** Which word of /proc/PID/stat the start time is, counted from the one after the command's name. */
    private static final int START = 19;

    /** @return null if none is alive: there is no record, or its process has ended */
    static SupervisorProcess of(Durable durable, Workspace workspace) throws IOException {
        byte[] content = durable.readIfThere(workspace.supervisorJson(), LIMIT);
        ObjectNode record = content == null ? null : Json.parseObject(content);
        Long pid = record == null ? null : Json.whole(record, "pid");
        if (pid == null || !isAlive(pid, Words.or(Json.text(record, "start"), UNKNOWN))) {
            return null;
        }
        return new SupervisorProcess(pid, Json.instant(record, "started_at"), Json.text(record, "version"));
    }

    private static boolean isAlive(long pid, String start) throws IOException {
        if (start.equals(UNKNOWN) || !Files.isDirectory(Path.of("/proc/self"))) {
            return ProcessHandle.of(pid).isPresent();
        }
        return start.equals(startOf(pid));
    }

    /** Its start time in ticks, or null if there is no such process or only its zombie. */
    static String startOf(long pid) throws IOException {
        String stat;
        try {
            stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return null;
        }
        String[] words = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return words.length <= START || words[0].equals("Z") ? null : words[START];
    }
}
