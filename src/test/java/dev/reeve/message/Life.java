package dev.reeve.message;

import static dev.reeve.message.Mail.FILES;

import dev.reeve.files.Disk;
import dev.reeve.sim.Crash;
import dev.reeve.sim.SimDisk;
import dev.reeve.sim.SimDisk.OpenFile;
import dev.reeve.sim.SteppedDisk;
import dev.reeve.sim.Steps;
import dev.reeve.sim.Survival;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happens to an inbox in weeks: it is sent to, read, marked, rotated and purged, by programs that may die. Then it
 * tells what of it was not as promised.
 */
final class Life {

    /** So long is a segment kept; a day passes with each act. */
    private static final Duration RETENTION = Duration.ofDays(3);

    private static final Duration DAY = Duration.ofDays(1);

    private interface Act {
        void on(Disk disk) throws IOException;
    }

    private final List<Act> acts = List.of(
            this::send,
            this::write,
            this::take,
            this::openForLate,
            this::write,
            this::rotate,
            this::writeLate,
            this::write,
            this::takeOne,
            this::send,
            this::writeLate,
            this::take,
            this::rotate,
            this::send,
            this::write,
            this::purge,
            this::take,
            this::purge,
            this::rotate,
            this::purge,
            this::send,
            this::takeOne,
            this::purge,
            this::take);

    private SimDisk disk = new SimDisk(() -> Mail.NOON);
    private OpenFile late;
    private Instant now = Mail.NOON;
    private int number;
    /** Of the message that is being sent: sent again, it has the same. */
    private String sending;

    private final Set<String> sent = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private final Set<String> marked = new HashSet<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<Position, String> places = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final StringBuilder malformed = new StringBuilder();
    private int last;

    Life() throws IOException {
        disk.makeFolder(FILES.folder());
        disk.forceFolder(FILES.folder().getParent());
    }

    SimDisk disk() {
        return disk;
    }

    /** @param death what a crash does to the world; the act is then begun again, by another program */
    void live(Steps steps, Runnable death) throws IOException {
        for (Act act : acts) {
            now = now.plus(DAY);
            try {
                act.on(new SteppedDisk(disk, steps));
            } catch (Crash e) {
                death.run();
                act.on(disk);
            }
            sending = null;
        }
        take(disk);
    }

    /** @param survival of a power cut; null if only the program died */
    void died(Survival survival) {
        if (survival != null) {
            disk = disk.afterPowerCut(survival, () -> now);
            late = null;
            // what its author did not force, he can't count on
            written.clear();
        }
    }

    private void send(Disk with) throws IOException {
        sending = sending == null ? "s" + ++number : sending;
        Sending.send(with, FILES, Mail.message(sending));
        sent.add(sending);
    }

    private void write(Disk with) throws IOException {
        String id = "w" + ++number;
        Mail.echo(disk, Mail.line(id));
        written.add(id);
    }

    private void openForLate(Disk with) throws IOException {
        late = disk.open(FILES.live());
    }

    private void writeLate(Disk with) {
        if (late != null) {
            String id = "l" + ++number;
            late.append(Mail.bytes(Mail.line(id) + "\n"));
            written.add(id);
        }
    }

    private void rotate(Disk with) throws IOException {
        Mail.inbox(with).rotateIfDue(now, Duration.ZERO);
    }

    private void purge(Disk with) throws IOException {
        Mail.inbox(with).purge(now, RETENTION);
    }

    private void take(Disk with) throws IOException {
        take(with, 100);
    }

    private void takeOne(Disk with) throws IOException {
        take(with, 1);
    }

    private void take(Disk with, int limit) throws IOException {
        Inbox inbox = Mail.inbox(with);
        Batch batch = inbox.unread(limit);
        List<String> words = Mail.words(batch.entries());
        for (Entry entry : batch.entries()) {
            if (entry instanceof Entry.Received received) {
                took(received.message().id(), entry.at());
            } else {
                // a power cut left half a line, and a person's next one stands behind it: both are told of
                malformed.append(new String(((Entry.Malformed) entry).beginning(), StandardCharsets.UTF_8));
            }
        }
        inbox.advance(batch.range().to(), now);
        for (int i = 0; i < words.size(); i++) {
            places.put(batch.entries().get(i).at(), words.get(i));
        }
        marked.addAll(words);
    }

    private void took(String id, Position at) {
        taken.merge(id, 1, Integer::sum);
        if (marked.contains(id)) {
            broken.add(id + " comes again after it was marked");
        }
        if (places.containsKey(at) && !places.get(at).equals(id)) {
            broken.add(id + " is at " + at + ", where " + places.get(at) + " was");
        }
        int order = Integer.parseInt(id.substring(1));
        if (id.startsWith("s") && taken.get(id) == 1) {
            if (order < last) {
                broken.add(id + " comes after s" + last);
            }
            last = order;
        }
    }

    /** Empty if everything was as promised. */
    String broken() {
        for (String id : sent) {
            if (!taken.containsKey(id)) {
                broken.add(id + " was sent, and is lost");
            }
        }
        for (String id : written) {
            if (!taken.containsKey(id) && malformed.indexOf("\"" + id + "\"") < 0) {
                broken.add(id + " was written, and is lost");
            }
        }
        return String.join("\n", broken);
    }
}
