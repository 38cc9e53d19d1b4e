package dev.reeve.message;

import static dev.reeve.message.Mail.NOON;
import static dev.reeve.message.Mail.echo;
import static dev.reeve.message.Mail.line;
import static dev.reeve.message.Mail.take;
import static dev.reeve.message.Mail.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.Stat;
import dev.reeve.sim.SimDisk;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the lines of an inbox, good and bad ones. */
class InboxReadingTest {

    private final SimDisk disk = new SimDisk(() -> NOON);
    private final Inbox inbox = Mail.inbox(disk);

    @BeforeEach
    void makeFolder() throws IOException {
        disk.makeFolder(Mail.FILES.folder());
    }

    private Entry only() throws IOException {
        List<Entry> entries = inbox.unread(10).entries();
        assertEquals(1, entries.size(), entries::toString);
        return entries.get(0);
    }

    @Test
    void anInboxThatIsNotThereIsEmpty() throws IOException {
        assertTrue(inbox.unread(10).range().isEmpty());
    }

    @Test
    void aPersonNeedsNothingButTheWords() throws IOException {
        echo(disk, "{\"message\":\"hi\"}");
        Message expected =
                new Message("writer:1:0", "person", "writer", null, "hi", Message.Kind.MESSAGE, null, null, null, 0);
        assertEquals(new Entry.Received(new Position(1, 0), expected), only());
    }

    @Test
    void whatIsSentArrivesAsItWas() throws IOException {
        Message sent = new Message(
                "m-1", "clock", "writer", NOON, "late\n\u00fcber \"alles\"", Message.Kind.RESULT, "m-0", "t", "r", 3);
        Sending.send(disk, Mail.FILES, sent);
        assertEquals(sent, ((Entry.Received) only()).message());
    }

    @Test
    void keysThatAreNotKnownArePassedOver() throws IOException {
        echo(disk, "{\"message\":\"hi\",\"mood\":{\"good\":[1]},\"from\":null}");
        assertEquals("person", ((Entry.Received) only()).message().from());
    }

    @Test
    void aLastLineWithoutItsNewlineIsNotThereYet() throws IOException {
        echo(disk, line("a"));
        disk.append(Mail.FILES.live(), Mail.bytes("{\"message\":"));
        assertEquals(List.of("a"), take(inbox, NOON));
        disk.append(Mail.FILES.live(), Mail.bytes("\"b\"}"));
        assertEquals(List.of(), take(inbox, NOON));
        disk.append(Mail.FILES.live(), Mail.bytes("\n"));
        assertEquals(List.of("b"), take(inbox, NOON));
    }

    @Test
    void whatATornWriterLeftHarmsNobodyElse() throws IOException {
        disk.append(Mail.FILES.live(), Mail.bytes("{\"message\":\"to"));
        Sending.send(disk, Mail.FILES, Mail.message("whole"));
        List<String> words = take(inbox, NOON);
        assertEquals(2, words.size());
        assertTrue(words.get(0).startsWith("! column"), words::toString);
        assertEquals("whole", words.get(1));
    }

    @Test
    void aMessageThatNobodyCouldReadIsNotSent() {
        Message long_ =
                new Message("a", "b", "c", NOON, "x".repeat(1 << 20), Message.Kind.MESSAGE, null, null, null, 0);
        assertThrows(IllegalArgumentException.class, () -> Sending.send(disk, Mail.FILES, long_));
    }

    @Test
    void aBatchIsSmallHoweverManyMegabytesWait() throws IOException {
        for (int i = 0; i < 20; i++) {
            echo(disk, "{\"message\":\"" + i + "x".repeat(900_000) + "\"}");
        }
        Batch batch = inbox.unread(100);
        assertEquals(5, batch.entries().size());
        inbox.advance(batch.range().to(), NOON);
        assertTrue(words(inbox.unread(100).entries()).get(0).startsWith("5x"));
    }

    @Test
    void aRangeHasTheSameEntriesAgain() throws IOException {
        for (String id : List.of("a", "b", "a", "c", "d")) {
            echo(disk, line(id));
        }
        Batch batch = inbox.unread(3);
        assertEquals(List.of("a", "b", "c"), words(batch.entries()));
        echo(disk, line("e"));
        Inbox next = Mail.inbox(disk);
        Range kept = Range.read(batch.range().json());
        assertEquals(batch.entries(), next.read(kept).entries());
        next.advance(kept.to(), NOON);
        assertEquals(batch.entries(), next.read(kept).entries());
        assertEquals(List.of("d", "e"), take(Mail.inbox(disk), NOON));
        assertEquals(List.of(), take(Mail.inbox(disk), NOON));
    }

    @Test
    void aSecondCopyIsDropped() throws IOException {
        echo(disk, line("a"));
        assertEquals(List.of("a"), take(inbox, NOON));
        echo(disk, line("a"));
        echo(disk, line("b"));
        echo(disk, line("b"));
        assertEquals(List.of("b"), take(Mail.inbox(disk), NOON));
        assertTrue(Mail.inbox(disk).unread(10).range().isEmpty(), "a second copy is done with as well");
    }

    @Test
    void whatStandsAtTheInboxsPlaceIsNamed() throws IOException {
        disk.symlink(Mail.FILES.live(), "/elsewhere");
        FileSystemException refused = assertThrows(FileSystemException.class, () -> inbox.unread(10));
        assertTrue(refused.getMessage().startsWith("/writer/inbox.jsonl: no regular file"), refused::getMessage);
    }

    @Test
    void aFileThatIsShorterThanItWasIsAllNew() throws IOException {
        echo(disk, line("a"));
        echo(disk, line("b"));
        take(inbox, NOON);
        disk.remove(Mail.FILES.live());
        echo(disk, line("c"));
        assertEquals(List.of("c"), take(inbox, NOON));
    }

    @Test
    void aLookAtWhatHasNotChangedIsOneStat() throws IOException {
        List<String> steps = new ArrayList<>();
        Inbox counted = Mail.inbox(new DelegatingDisk(disk) {
            @Override
            public Stat stat(Path path) throws IOException {
                steps.add("stat " + path);
                return super.stat(path);
            }

            @Override
            public List<String> list(Path folder) throws IOException {
                steps.add("list " + folder);
                return super.list(folder);
            }

            @Override
            public byte[] read(Path file, long offset, int limit) throws IOException {
                steps.add("read " + file);
                return super.read(file, offset, limit);
            }
        });
        echo(disk, line("a"));
        take(counted, NOON);
        disk.append(Mail.FILES.live(), Mail.bytes("{\"mess"));
        counted.unread(10);
        steps.clear();
        counted.unread(10);
        assertEquals(List.of("stat /writer/inbox.jsonl"), steps);
    }
}
