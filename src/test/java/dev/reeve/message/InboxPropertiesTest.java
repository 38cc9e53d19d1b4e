package dev.reeve.message;

import static dev.reeve.message.Mail.FILES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.sim.SimDisk;
import dev.reeve.sim.SimDisk.OpenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whoever sends, in which way ever, and whenever it is read, rotated and purged: it arrives once, and in his order. */
class InboxPropertiesTest {

    private static final Duration RETENTION = Duration.ofDays(3);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SENDERS = 4;

    @Property(seed = "20261120", tries = 200)
    void everythingArrivesOnceAndInItsSendersOrder(@ForAll long seed) throws IOException {
        new Weeks(new Random(seed)).pass();
    }

    /** A history that chance makes. */
    private static final class Weeks {

        private final SimDisk disk = new SimDisk(() -> Mail.NOON);
        private final Random random;
        private final OpenFile[] open = new OpenFile[SENDERS];
        private final Instant[] openedAt = new Instant[SENDERS];
        private final TreeMap<String, List<Integer>> sent = new TreeMap<>();
        private final TreeMap<String, List<Integer>> taken = new TreeMap<>();
        private Instant now = Mail.NOON;
        private Inbox inbox;
        private int number;

        Weeks(Random random) throws IOException {
            this.random = random;
            disk.makeFolder(FILES.folder());
            inbox = Mail.inbox(disk);
        }

        void pass() throws IOException {
            int acts = 20 + random.nextInt(150);
            for (int i = 0; i < acts; i++) {
                now = now.plus(HOUR.multipliedBy(random.nextInt(12)));
                act();
            }
            while (take(100)) {
                // until nothing is left
            }
            assertEquals(sent, taken);
        }

        private void act() throws IOException {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> send(random.nextInt(SENDERS));
                case 3 -> writePieces("person", false);
                case 4 -> writePieces("bad", true);
                case 5, 6 -> take(1 + random.nextInt(4));
                case 7 -> inbox.rotateIfDue(now, HOUR.multipliedBy(random.nextInt(48)));
                case 8 -> inbox.purge(now, RETENTION);
                default -> inbox = Mail.inbox(disk);
            }
        }

        /** Into the file that he has open, or by opening it; nobody keeps it open as long as it is retained. */
        private void send(int sender) throws IOException {
            String from = "sender-" + sender;
            if (openedAt[sender] != null && openedAt[sender].plus(RETENTION).isAfter(now)) {
                open[sender].append(Mail.bytes(next(from)));
                return;
            }
            openedAt[sender] = null;
            if (random.nextBoolean()) {
                Message message = new Message(
                        "r" + ++number,
                        from,
                        "writer",
                        now,
                        Integer.toString(number),
                        Message.Kind.NOTE,
                        null,
                        null,
                        null,
                        0);
                Sending.send(disk, FILES, message);
                sent.computeIfAbsent(from, none -> new ArrayList<>()).add(number);
            } else {
                disk.append(FILES.live(), Mail.bytes(next(from)));
            }
            if (random.nextInt(3) == 0) {
                open[sender] = disk.open(FILES.live());
                openedAt[sender] = now;
            }
        }

        private String next(String from) {
            number++;
            sent.computeIfAbsent(from, none -> new ArrayList<>()).add(number);
            return from.equals("bad")
                    ? "bad " + number + "\n"
                    : "{\"id\":\"w%1$d\",\"from\":\"%2$s\",\"message\":\"%1$d\"}\n".formatted(number, from);
        }

        /** In two pieces, between which it may be looked at. */
        private void writePieces(String from, boolean whole) throws IOException {
            byte[] line = Mail.bytes(next(from));
            int piece = whole ? line.length : 1 + random.nextInt(line.length);
            disk.append(FILES.live(), Arrays.copyOf(line, piece));
            take(random.nextInt(3));
            disk.append(FILES.live(), Arrays.copyOfRange(line, piece, line.length));
        }

        private boolean take(int limit) throws IOException {
            Batch batch = inbox.unread(limit);
            assertEquals(
                    Mail.words(batch.entries()),
                    Mail.words(Mail.inbox(disk).read(batch.range()).entries()));
            if (batch.range().isEmpty() || limit > 0 && random.nextInt(5) == 0) {
                // as if whoever took it had died before it was marked
                return !batch.range().isEmpty();
            }
            inbox.advance(batch.range().to(), now);
            batch.entries().forEach(this::took);
            return true;
        }

        private void took(Entry entry) {
            if (entry instanceof Entry.Received received) {
                Message message = received.message();
                took(message.from(), message.text());
            } else if (entry instanceof Entry.Malformed malformed) {
                String[] words = new String(malformed.beginning(), StandardCharsets.UTF_8).split(" ");
                took(words[0], words[1]);
            }
        }

        private void took(String from, String words) {
            taken.computeIfAbsent(from, none -> new ArrayList<>()).add(Integer.parseInt(words));
        }
    }
}
