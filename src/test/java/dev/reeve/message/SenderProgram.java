package dev.reeve.message;

import dev.reeve.files.RealDisk;
import dev.reeve.workspace.InboxFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Sends so many messages to an inbox, as Reeve does: a program of its own. */
final class SenderProgram {

    private SenderProgram() {}

    public static void main(String[] arguments) throws IOException {
        InboxFiles inbox = new InboxFiles(Path.of(arguments[0]));
        String from = arguments[1];
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            String words = from + " " + i;
            Sending.send(
                    new RealDisk(),
                    inbox,
                    new Message(words, from, "writer", Instant.now(), words, Message.Kind.NOTE, null, null, null, 0));
        }
    }
}
