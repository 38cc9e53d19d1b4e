package dev.reeve.message;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.workspace.InboxFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What tests of inboxes write and read. */
final class Mail {

    static final InboxFiles FILES = new InboxFiles(Path.of("/writer"));
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Duration WEEK = Duration.ofDays(7);

    private static final AtomicLong UNIQUE = new AtomicLong();

    private Mail() {}

    static Inbox inbox(Disk disk) {
        return inbox(disk, FILES);
    }

    static Inbox inbox(Disk disk, InboxFiles files) {
        return new Inbox(new Durable(disk, UNIQUE::incrementAndGet), files, "writer");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As {@code echo … >> inbox.jsonl} does it. */
    static void echo(Disk disk, String line) throws IOException {
        disk.append(FILES.live(), bytes(line + "\n"));
    }

    /** With an id and the same words. */
    static String line(String id) {
        return "{\"id\":\"" + id + "\",\"message\":\"" + id + "\"}";
    }

    static Message message(String id) {
        return new Message(id, "clock", "writer", NOON, id, Message.Kind.MESSAGE, null, null, null, 0);
    }

    /** The words of the messages; of what is none, {@code !} and why. */
    static List<String> words(List<Entry> entries) {
        List<String> words = new ArrayList<>();
        for (Entry entry : entries) {
            words.add(
                    entry instanceof Entry.Received received
                            ? received.message().text()
                            : "! " + ((Entry.Malformed) entry).reason());
        }
        return words;
    }

    /** Reads all that is there, and marks it. */
    static List<String> take(Inbox inbox, Instant now) throws IOException {
        List<String> words = new ArrayList<>();
        Batch batch = inbox.unread(100);
        while (!batch.range().isEmpty()) {
            words.addAll(words(batch.entries()));
            inbox.advance(batch.range().to(), now);
            batch = inbox.unread(100);
        }
        return words;
    }
}
