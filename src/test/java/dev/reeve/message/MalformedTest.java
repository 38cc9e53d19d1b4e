package dev.reeve.message;

import static dev.reeve.message.Mail.NOON;
import static dev.reeve.message.Mail.echo;
import static dev.reeve.message.Mail.line;
import static dev.reeve.message.Mail.take;
import static dev.reeve.message.Mail.words;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.DelegatingDisk;
import dev.reeve.files.Stat;
import dev.reeve.sim.SimDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no message: it is told of, and passed over. */
class MalformedTest {

    private final SimDisk disk = new SimDisk(() -> NOON);
    private final Inbox inbox = Mail.inbox(disk);

    @BeforeEach
    void makeFolder() throws IOException {
        disk.makeFolder(Mail.FILES.folder());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello                                | column 1: this is not JSON",
                "[1]                                  | column 1: no JSON object",
                "{}                                   | column 1: there is no `message`",
                "{\"message\":\" \"}                  | column 1: there is no `message`",
                "{\"message\":null}                   | column 1: there is no `message`",
                "{\"message\":5}                      | column 12: `message`: `5` is no text",
                "{\"message\":[\"a\"]}                | column 12: `message`: a list where one value belongs",
                "{\"message\":\"a\",\"id\":5}         | column 21: `id`: `5` is no text",
                "{\"message\":\"a\",\"from\":\"a\\nb\"} | column 23: `from`: `a\\u000ab` has a control character in it",
                "{\"message\":\"a\",\"timestamp\":\"soon\"} | column 28: `timestamp`: `soon` is no time",
                "{\"message\":\"a\",\"type\":\"order\"} | column 23: `type`: `order` is no type of a message",
                "{\"message\":\"a\",\"hops\":\"1\"}   | column 23: `hops`: `1` is no number",
                "{\"message\":\"a\",\"hops\":-1}      | column 23: `hops`: `-1` is out of bounds",
                "{\"message\":\"a\",\"message\":\"b\"} | column 16: key `message` is here a second time",
                "{\"message\":\"a\"} {}               | column 17: more text after the end of the object"
            })
    void whatIsNoMessageIsToldAndPassedOver(String bad, String reason) throws IOException {
        echo(disk, bad);
        echo(disk, line("next"));
        List<Entry> entries = inbox.unread(10).entries();
        Entry.Malformed malformed = assertInstanceOf(Entry.Malformed.class, entries.get(0));
        assertTrue(malformed.reason().startsWith(reason), malformed::reason);
        assertTrue(malformed.reason().contains("; "), "no advice: " + malformed.reason());
        assertArrayEquals(Mail.bytes(bad), malformed.beginning());
        assertEquals("next", words(entries).get(1));
    }

    @Test
    void whatIsNotUtf8IsToldAndPassedOver() throws IOException {
        disk.append(Mail.FILES.live(), new byte[] {'{', (byte) 0xff, '\n'});
        echo(disk, line("next"));
        List<String> words = take(inbox, NOON);
        assertEquals("! column 2: not UTF-8: byte 1 is 0xff; save it as UTF-8", words.get(0));
        assertEquals("next", words.get(1));
    }

    @Test
    void aLineMayBeLongerThanAnyMemory() throws IOException {
        long length = 3L << 30;
        byte[] next = Mail.bytes("\n" + line("next") + "\n");
        byte[] letters = new byte[64 << 10];
        Arrays.fill(letters, (byte) 'x');
        List<Integer> read = new ArrayList<>();
        Inbox huge = Mail.inbox(new DelegatingDisk(disk) {
            @Override
            public Stat stat(Path path) throws IOException {
                return path.equals(Mail.FILES.live())
                        ? new Stat(Stat.Kind.FILE, 7, 1, length + next.length, NOON)
                        : super.stat(path);
            }

            @Override
            public byte[] read(Path file, long offset, int limit) {
                read.add(limit);
                return offset < length
                        ? Arrays.copyOf(letters, (int) Math.min(limit, length - offset))
                        : Arrays.copyOfRange(next, (int) (offset - length), next.length);
            }
        });
        List<Entry> entries = huge.unread(10).entries();
        Entry.Malformed malformed = assertInstanceOf(Entry.Malformed.class, entries.get(0));
        assertEquals(length, malformed.length());
        assertEquals(64 << 10, malformed.beginning().length);
        assertTrue(malformed.reason().startsWith(length + " bytes on one line; at most 1 MB"), malformed::reason);
        assertEquals("next", words(entries).get(1));
        assertTrue(read.stream().allMatch(limit -> limit <= 64 << 10), "too much at once");
    }

    @Test
    void aMegabyteIsAMessageAndAByteMoreIsNone() throws IOException {
        String around = "{\"message\":\"\"}";
        String most = "x".repeat((1 << 20) - around.length());
        echo(disk, "{\"message\":\"" + most + "\"}");
        echo(disk, "{\"message\":\"" + most + "x\"}");
        List<Entry> entries = inbox.unread(10).entries();
        assertEquals(most, words(entries).get(0));
        assertInstanceOf(Entry.Malformed.class, entries.get(1));
    }
}
