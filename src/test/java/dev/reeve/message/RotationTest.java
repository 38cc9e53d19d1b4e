package dev.reeve.message;

import static dev.reeve.message.Mail.FILES;
import static dev.reeve.message.Mail.NOON;
import static dev.reeve.message.Mail.WEEK;
import static dev.reeve.message.Mail.echo;
import static dev.reeve.message.Mail.line;
import static dev.reeve.message.Mail.take;
import static dev.reeve.message.Mail.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.Stat;
import dev.reeve.sim.SimDisk;
import dev.reeve.sim.SimDisk.OpenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An inbox that becomes old or large. */
class RotationTest {

    private static final Instant NEXT_WEEK = NOON.plus(WEEK);
    private static final Instant IN_TWO_WEEKS = NEXT_WEEK.plus(WEEK);
    private static final String FIRST = "inbox-000001-20261127T120000Z.jsonl";

    private final SimDisk disk = new SimDisk(() -> NOON);
    private final Inbox inbox = Mail.inbox(disk);

    @BeforeEach
    void makeFolder() throws IOException {
        disk.makeFolder(FILES.folder());
    }

    private List<String> names() throws IOException {
        return new ArrayList<>(new TreeSet<>(disk.list(FILES.folder())));
    }

    private void oneOldMessage() throws IOException {
        echo(disk, line("a"));
        take(inbox, NOON);
    }

    @Test
    void aFileIsRotatedWhenItsFirstLinesWereReadLongAgo() throws IOException {
        oneOldMessage();
        assertFalse(inbox.rotateIfDue(NEXT_WEEK.minusSeconds(1), WEEK));
        echo(disk, line("b"));
        assertTrue(inbox.rotateIfDue(NEXT_WEEK, WEEK));
        assertEquals(List.of(FIRST, "inbox.cursor"), names());
        echo(disk, line("c"));
        assertEquals(List.of("b", "c"), take(inbox, NEXT_WEEK), "what was not read is read from where it is now");
    }

    @Test
    void aLargeFileIsRotatedReadOrNot() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertFalse(inbox.rotateIfDue(NOON, WEEK));
            echo(disk, "{\"message\":\"" + i + "x".repeat(900_000) + "\"}");
        }
        assertTrue(inbox.rotateIfDue(NOON, WEEK));
        assertEquals(5, take(Mail.inbox(disk), NOON).size());
    }

    @Test
    void whatIsUnreadHasNoAge() throws IOException {
        echo(disk, line("a"));
        assertFalse(inbox.rotateIfDue(IN_TWO_WEEKS, WEEK));
    }

    @Test
    void whoHadItOpenIsReadUntilItIsPurged() throws IOException {
        oneOldMessage();
        OpenFile late = disk.open(FILES.live());
        inbox.rotateIfDue(NEXT_WEEK, WEEK);
        echo(disk, line("new"));
        assertEquals(List.of("new"), take(inbox, NEXT_WEEK));
        late.append(Mail.bytes(line("late") + "\n"));
        inbox.purge(IN_TWO_WEEKS, WEEK);
        assertEquals(List.of("late"), take(Mail.inbox(disk), NEXT_WEEK), "it was not read, so not purged");
    }

    /** He writes into the old file and then into the new one, in the moment in which they are looked at. */
    @Test
    void aSendersOrderIsKeptOverARotation() throws IOException {
        oneOldMessage();
        OpenFile late = disk.open(FILES.live());
        inbox.rotateIfDue(NEXT_WEEK, WEEK);
        for (boolean liveFirst : new boolean[] {true, false}) {
            List<String> order = new ArrayList<>();
            Inbox disturbed = Mail.inbox(new DelegatingDisk(disk) {
                @Override
                public Stat stat(Path path) throws IOException {
                    Stat seen = super.stat(path);
                    if (path.equals(liveFirst ? FILES.live() : FILES.folder().resolve(FIRST))) {
                        if (order.isEmpty()) {
                            late.append(Mail.bytes(line("1" + liveFirst) + "\n"));
                            echo(disk, line("2" + liveFirst));
                        }
                        order.add("sent");
                    }
                    return seen;
                }
            });
            List<String> words = new ArrayList<>(take(disturbed, NEXT_WEEK));
            words.addAll(take(disturbed, NEXT_WEEK));
            assertEquals(List.of("1" + liveFirst, "2" + liveFirst), words);
        }
    }

    @Test
    void aSegmentIsPurgedWhenItIsReadAndOldEnough() throws IOException {
        oneOldMessage();
        inbox.rotateIfDue(NEXT_WEEK, WEEK);
        echo(disk, line("b"));
        take(inbox, NEXT_WEEK);
        inbox.purge(IN_TWO_WEEKS.minusSeconds(1), WEEK);
        assertEquals(line("a") + "\n", text(FIRST));
        inbox.purge(IN_TWO_WEEKS, WEEK);
        assertEquals("", text(FIRST), "its words are gone, its name keeps the number");
        inbox.rotateIfDue(IN_TWO_WEEKS, WEEK);
        inbox.purge(IN_TWO_WEEKS, WEEK);
        assertEquals(List.of("inbox-000002-20261204T120000Z.jsonl", "inbox.cursor"), names());
    }

    private String text(String name) throws IOException {
        return new String(disk.read(FILES.folder().resolve(name), 0, 1000), StandardCharsets.UTF_8);
    }

    @Test
    void aLineThatNeverGotItsNewlineIsReadBeforeItIsPurged() throws IOException {
        oneOldMessage();
        disk.append(FILES.live(), Mail.bytes(line("b")));
        inbox.rotateIfDue(NEXT_WEEK, WEEK);
        assertEquals(List.of(), take(inbox, NEXT_WEEK));
        inbox.purge(IN_TWO_WEEKS, WEEK);
        assertEquals(List.of("b"), take(inbox, NEXT_WEEK));
        inbox.purge(IN_TWO_WEEKS, WEEK);
        assertEquals("", text(FIRST));
    }

    @Test
    void numbersGoOnWithoutACursorAndWithoutSegments() throws IOException {
        oneOldMessage();
        inbox.rotateIfDue(NEXT_WEEK, WEEK);
        inbox.purge(IN_TWO_WEEKS, WEEK);
        disk.remove(FILES.cursor());
        echo(disk, "{\"message\":\"b\"}");
        Entry.Received received =
                (Entry.Received) Mail.inbox(disk).unread(10).entries().get(0);
        assertEquals("writer:2:0", received.message().id());
    }

    @Test
    void numbersGoOnWhenAPersonRemovesSegments() throws IOException {
        oneOldMessage();
        inbox.rotateIfDue(NEXT_WEEK, WEEK);
        echo(disk, line("b"));
        take(inbox, NEXT_WEEK);
        disk.remove(FILES.folder().resolve(FIRST));
        echo(disk, line("c"));
        assertEquals(List.of("c"), take(inbox, NEXT_WEEK));
        echo(disk, line("d"));
        assertEquals(2, Mail.inbox(disk).unread(10).entries().get(0).at().segment());
    }

    @Test
    void withoutACursorAllThatIsThereIsUnread() throws IOException {
        oneOldMessage();
        inbox.rotateIfDue(NEXT_WEEK, WEEK);
        echo(disk, line("b"));
        take(inbox, NEXT_WEEK);
        disk.remove(FILES.cursor());
        assertEquals(List.of("a", "b"), take(Mail.inbox(disk), NEXT_WEEK));
    }

    @Test
    void aRangeIsTheSameAfterARotation() throws IOException {
        oneOldMessage();
        echo(disk, line("b"));
        Batch batch = inbox.unread(10);
        inbox.rotateIfDue(NEXT_WEEK, WEEK);
        echo(disk, line("c"));
        assertEquals(batch.entries(), Mail.inbox(disk).read(batch.range()).entries());
        inbox.advance(batch.range().to(), NEXT_WEEK);
        assertEquals(List.of("c"), words(inbox.unread(10).entries()));
    }

    /** The file is rotated between the sender's look and his write, or between his write and his look. */
    @Test
    void whoSendsIntoAFileThatIsRotatedMeanwhileSendsOnce() throws IOException {
        for (boolean before : new boolean[] {true, false}) {
            String id = "sent-" + before;
            echo(disk, line("old-" + before));
            Mail.take(inbox, NOON);
            boolean[] rotated = {false};
            Sending.send(
                    new DelegatingDisk(disk) {
                        @Override
                        public void append(Path file, byte[] content) throws IOException {
                            OpenFile open = disk.open(file);
                            if (before) {
                                rotate();
                            }
                            open.append(content);
                            rotate();
                        }

                        private void rotate() throws IOException {
                            if (!rotated[0]) {
                                rotated[0] = true;
                                assertTrue(inbox.rotateIfDue(NOON, Duration.ZERO));
                                echo(disk, line("other-" + before));
                            }
                        }
                    },
                    FILES,
                    Mail.message(id));
            String live = text("inbox.jsonl");
            assertTrue(live.contains(id), live);
            assertEquals(List.of(id, "other-" + before), take(inbox, NOON));
        }
    }

    @Test
    void aRotationThatFailsAtItsEndIsKnown() throws IOException {
        oneOldMessage();
        Inbox refused = Mail.inbox(new DelegatingDisk(disk) {
            @Override
            public void forceFolder(Path folder) throws IOException {
                throw new IOException("refused");
            }
        });
        refused.unread(10);
        assertThrows(IOException.class, () -> refused.rotateIfDue(NEXT_WEEK, WEEK));
        echo(disk, line("b"));
        assertEquals(new Position(2, 0), refused.unread(10).entries().get(0).at());
    }
}
