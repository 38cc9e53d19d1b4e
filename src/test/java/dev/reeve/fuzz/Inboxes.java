package dev.reeve.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Durable;
import dev.reeve.message.Batch;
import dev.reeve.message.Entry;
import dev.reeve.message.Inbox;
import dev.reeve.message.Message;
import dev.reeve.message.Sending;
import dev.reeve.sim.SimDisk;
import dev.reeve.workspace.InboxFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Whatever stands in an inbox or its cursor, the next message arrives. */
final class Inboxes {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final InboxFiles FILES = new InboxFiles(Path.of("/writer"));
    private static final Message LAST =
            new Message("the last", "clock", "writer", NOON, "done", Message.Kind.NOTE, null, null, null, 0);

    private Inboxes() {}

    static void lines(byte[] content) throws IOException {
        SimDisk disk = disk();
        disk.create(FILES.live(), content);
        theLastArrives(disk);
    }

    static void cursor(byte[] content) throws IOException {
        SimDisk disk = disk();
        byte[] two = "{\"message\":\"1\"}\n{\"message\":\"2\"}\n".getBytes(StandardCharsets.UTF_8);
        disk.create(FILES.rotated(2, NOON), two);
        disk.create(FILES.live(), two);
        disk.create(FILES.cursor(), content);
        theLastArrives(disk);
    }

    private static SimDisk disk() throws IOException {
        SimDisk disk = new SimDisk(() -> NOON);
        disk.makeFolder(FILES.folder());
        return disk;
    }

    private static Inbox inbox(SimDisk disk) {
        return new Inbox(new Durable(disk, new AtomicLong()::incrementAndGet), FILES, "writer");
    }

    private static void theLastArrives(SimDisk disk) throws IOException {
        take(disk);
        Sending.send(disk, FILES, LAST);
        List<Entry> rest = take(disk);
        assertTrue(
                rest.size() <= 2
                        && rest.get(rest.size() - 1) instanceof Entry.Received last
                        && last.message().equals(LAST),
                rest::toString);
        assertTrue(take(disk).isEmpty(), "it comes again");
    }

    /** All that is there. */
    private static List<Entry> take(SimDisk disk) throws IOException {
        Inbox inbox = inbox(disk);
        Batch batch = inbox.unread(Integer.MAX_VALUE);
        assertEquals(told(batch), told(inbox(disk).read(batch.range())), "it reads differently again");
        for (Entry entry : batch.entries()) {
            check(entry);
        }
        if (!batch.range().isEmpty()) {
            inbox.advance(batch.range().to(), NOON);
        }
        assertTrue(inbox.unread(1).range().isEmpty(), "something is left");
        return batch.entries();
    }

    private static List<String> told(Batch batch) {
        return batch.entries().stream()
                .map(entry -> entry instanceof Entry.Malformed bad ? bad.at() + " " + bad.reason() : entry.toString())
                .toList();
    }

    private static void check(Entry entry) throws IOException {
        if (entry instanceof Entry.Malformed malformed) {
            Told.check(malformed.reason());
            assertTrue(malformed.beginning().length <= 64 << 10, "too much of it");
            assertTrue(malformed.beginning().length <= malformed.length(), "more than there is");
        } else if (entry instanceof Entry.Received received) {
            Message message = received.message();
            assertFalse(message.text().isBlank(), "a message without words");
            assertFalse(message.id().isBlank() || message.from().isBlank(), message::toString);
            assertHandedOn(message);
        }
    }

    private static void assertHandedOn(Message message) throws IOException {
        SimDisk other = disk();
        if (Sending.fits(message)) {
            Sending.send(other, FILES, message);
            Entry entry = inbox(other).unread(1).entries().get(0);
            assertEquals(message, ((Entry.Received) entry).message(), "handed on, it says something else");
        }
    }
}
