package dev.reeve.message;

import dev.reeve.files.Disk;
import dev.reeve.files.Json;
import dev.reeve.files.Stat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Messages in a file of their own, for whoever comes after they were read: one on each line, as in an inbox. */
public final class Kept {

    private Kept() {}

    /** As it stands on a line. */
    public static ObjectNode node(Message message) {
        return MessageLine.node(message);
    }

    public static byte[] bytes(List<Message> messages) {
        StringBuilder lines = new StringBuilder();
        messages.forEach(
                message -> lines.append(Json.line(MessageLine.node(message))).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param owner as it stands in messages that name nobody @return none if there is no such file */
    public static List<Message> read(Disk disk, Path file, String owner) throws IOException {
        List<Message> messages = new ArrayList<>();
        Stat stat = disk.stat(file);
        if (stat != null && stat.isFile()) {
            Lines lines = new Lines(disk, file, 0, stat.size());
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank() && MessageLine.read(line, 0, owner) instanceof Entry.Received received) {
                    messages.add(received.message());
                }
            }
        }
        return messages;
    }
}
