package dev.reeve.message;

import dev.reeve.files.Disk;
import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.files.Stat;
import dev.reeve.workspace.InboxFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** Sends messages, from any process, whether or not a supervisor is at work. */
public final class Sending {

    private Sending() {}

    /** True if it is short enough for one line. */
    public static boolean fits(Message message) {
        return Json.line(MessageLine.node(message)).getBytes(StandardCharsets.UTF_8).length <= Lines.LONGEST;
    }

    /**
     * Adds a message to an inbox. It is there, and lasts, when this returns; after an error it may be there or not, and is
     * sent again with the same id.
     */
    public static void send(Disk disk, InboxFiles to, Message message) throws IOException {
        if (!fits(message)) {
            throw new IllegalArgumentException("a message of more than 1 MB: put it into a file, and name that");
        }
        ObjectNode node = MessageLine.node(message);
        Path live = to.live();
        Stat before;
        do {
            before = there(disk, to);
            JsonLines.append(disk, live, node);
            // in a file that was rotated meanwhile it may come too late; a second copy is known by its id
        } while (!isForced(disk, live, before));
        to.force(disk);
    }

    /** So that there is something to be told from another file. */
    private static Stat there(Disk disk, InboxFiles to) throws IOException {
        Path live = to.live();
        Stat stat = disk.stat(live);
        while (stat == null) {
            to.make(disk);
            try {
                disk.create(live, new byte[0]);
            } catch (FileAlreadyExistsException e) {
                // somebody else has sent something
            }
            stat = disk.stat(live);
        }
        return stat;
    }

    private static boolean isForced(Disk disk, Path live, Stat before) throws IOException {
        try {
            disk.forceFile(live);
        } catch (NoSuchFileException e) {
            return false;
        }
        Stat after = disk.stat(live);
        return after != null && after.sameFile(before);
    }
}
