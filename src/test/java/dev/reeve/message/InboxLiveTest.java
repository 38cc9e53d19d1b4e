package dev.reeve.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.RealDisk;
import dev.reeve.workspace.InboxFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Twenty programs send to one inbox at once, while it is read, marked and rotated all the time. */
@Timeout(300)
class InboxLiveTest {

    private static final int SHELLS = 18;
    private static final int REEVES = 2;
    private static final int EACH = 1000;
    /** A shell sends so many, and goes on after the next rotation: so there is one while it sends. */
    private static final int AT_A_TIME = 100;

    private static final int BETWEEN_ROTATIONS = 500;

    private static final String LOOP = """
            i=0
            while [ $i -lt %d ]; do
              [ $((i %% %d)) -ne 0 ] || read go
              echo "{\\"from\\":\\"$2\\",\\"message\\":\\"$2 $i\\"}" >> "$1/inbox.jsonl"
              i=$((i + 1))
            done
            """;

    @TempDir
    Path folder;

    private final List<Process> senders = new ArrayList<>();
    private final Map<String, Integer> next = new TreeMap<>();
    private int received;

    @AfterEach
    void end() {
        senders.forEach(Process::destroyForcibly);
    }

    @Test
    void eachArrivesOnceAndInItsSendersOrder() throws Exception {
        for (int i = 0; i < REEVES; i++) {
            start(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SenderProgram.class.getName(),
                    folder.toString(),
                    "reeve-" + i,
                    Integer.toString(EACH));
        }
        for (int i = 0; i < SHELLS; i++) {
            start("sh", "-c", LOOP.formatted(EACH, AT_A_TIME), "sh", folder.toString(), "shell-" + i);
        }
        int rotations = takeWhileTheySend();
        for (Process sender : senders) {
            assertEquals(0, sender.waitFor());
        }
        assertEquals((SHELLS + REEVES) * EACH, received);
        assertEquals(SHELLS + REEVES, next.size());
        next.forEach((from, count) -> assertEquals(EACH, count, from));
        assertTrue(rotations >= EACH / AT_A_TIME - 1, "only " + rotations + " rotations");
        assertPurged();
    }

    private int takeWhileTheySend() throws IOException {
        Inbox inbox = Mail.inbox(new RealDisk(), new InboxFiles(folder));
        int rotations = 0;
        int rotatedAt = 0;
        letThemGoOn();
        boolean ended = false;
        boolean quiet = false;
        while (!ended || !quiet) {
            ended = senders.stream().noneMatch(Process::isAlive);
            Batch batch = inbox.unread(EACH);
            batch.entries().forEach(this::receive);
            quiet = batch.range().isEmpty();
            if (!quiet) {
                inbox.advance(batch.range().to(), Instant.now());
            }
            boolean enough = quiet || received - rotatedAt >= BETWEEN_ROTATIONS;
            if (enough && inbox.rotateIfDue(Instant.now(), Duration.ZERO)) {
                rotations++;
                rotatedAt = received;
                letThemGoOn();
            }
        }
        return rotations;
    }

    private void letThemGoOn() {
        for (Process sender : senders) {
            try {
                sender.getOutputStream().write('\n');
                sender.getOutputStream().flush();
            } catch (IOException e) {
                // it has ended
            }
        }
    }

    private void receive(Entry entry) {
        Message message = assertInstanceOf(Entry.Received.class, entry).message();
        int number = next.merge(message.from(), 1, Integer::sum) - 1;
        assertEquals(message.from() + " " + number, message.text(), "lost, doubled or out of turn");
        received++;
    }

    /** Everything was read, so that nothing but the newest name is left after a while. */
    private void assertPurged() throws IOException {
        Inbox inbox = Mail.inbox(new RealDisk(), new InboxFiles(folder));
        inbox.purge(Instant.now().plus(Mail.WEEK), Mail.WEEK);
        long left = 0;
        for (InboxFiles.Rotated part : new InboxFiles(folder).rotated(new RealDisk())) {
            left += 1 + Files.size(part.file());
        }
        assertEquals(1, left);
    }

    private void start(String... words) throws IOException {
        senders.add(new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start());
    }
}
