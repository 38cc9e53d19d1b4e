package dev.reeve.program;

import dev.reeve.files.Disk;
import dev.reeve.files.Json;
import dev.reeve.files.NotJson;
import dev.reeve.files.Stat;
import dev.reeve.task.Usage;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Listens to what one attempt prints: each time to what has come since. Nothing is kept in between but what was made of
 * it, and how far it was read.
 */
public final class Listening {

    /** So many lines that are no events tell why a program failed that told no reason. */
    private static final int LAST_LINES = 3;

    private static final int LONGEST_LINE = 300;

    private static final int SHOWN = 4 << 10;

    /** So much may stand before the one object that a program prints. */
    static final int BEFORE = 1 << 20;

    private final Disk disk;
    private final Output output;
    private final Hearing hearing;
    private final Set<String> names;
    private final Lines out;
    private final Lines err;
    private final Deque<String> printed = new ArrayDeque<>();
    private final Deque<String> complained = new ArrayDeque<>();
    private boolean heardAnEvent;

    public Listening(Disk disk, Preset preset) {
        this.disk = disk;
        this.output = preset.output();
        this.hearing = new Hearing(output);
        this.names = output.names();
        this.out = new Lines(this::printed, this::torn, this::tooLong);
        this.err = new Lines(this::complained, this::complained, () -> {});
    }

    /** What it tells while it is at work. @param before see {@link Heard#total} */
    public Heard now(AttemptFolder attempt, Usage before) throws IOException {
        if (output.shape() == Output.Shape.LINES) {
            out.read(disk, attempt.stdout(), false);
        }
        err.read(disk, attempt.stderr(), false);
        return hearing.heard(null, before);
    }

    /** What it has told, once nothing of it lives: its last line may lack the end. */
    public Heard all(AttemptFolder attempt, Usage before) throws IOException {
        if (output.shape() == Output.Shape.LINES) {
            out.read(disk, attempt.stdout(), true);
        } else {
            whole(attempt);
        }
        err.read(disk, attempt.stderr(), true);
        return hearing.heard(lastWords(), before);
    }

    private void printed(Line line) throws IOException {
        if (!isEvent(line)) {
            plain(Output.PRINTED, line.beginning(SHOWN), printed);
        }
    }

    /** @return false if it is none */
    private boolean isEvent(Line line) throws IOException {
        try (InputStream in = line.open()) {
            ObjectNode event = Json.partOf(in, names);
            if (event == null) {
                return false;
            }
            heardAnEvent = true;
            hearing.event(event);
        } catch (NotJson e) {
            passedOver("an event of its output is too large to be read, and was passed over");
        }
        return true;
    }

    private void torn(Line line) throws IOException {
        byte[] first = line.beginning(1);
        if (first.length == 0 || first[0] != '{') {
            printed(line);
        } else if (!isEvent(line)) {
            passedOver("its output ends in the middle of an event");
        }
    }

    private void complained(Line line) throws IOException {
        plain(Output.ERROR, line.beginning(SHOWN), complained);
    }

    private void plain(String name, byte[] line, Deque<String> last) {
        String words = Plain.line(new String(line, StandardCharsets.UTF_8), LONGEST_LINE);
        if (words.isEmpty()) {
            return;
        }
        last.addLast(words);
        if (last.size() > LAST_LINES) {
            last.removeFirst();
        }
        ObjectNode event = Json.object();
        event.put(name, words);
        hearing.line(event);
    }

    private void tooLong() {
        passedOver("a line of its output is larger than " + (Lines.LONGEST >> 20) + " MB and was passed over");
    }

    /** What came after it may tell how the run went; if not, this is why nobody knows. */
    private void passedOver(String note) {
        hearing.note(note);
        printed.clear();
        printed.add(note);
    }

    /** What stands before the object is what programs say before they begin. */
    private void whole(AttemptFolder attempt) throws IOException {
        Stat stat = disk.stat(attempt.stdout());
        if (stat == null || !stat.isFile() || stat.size() == 0) {
            return;
        }
        if (stat.size() > Lines.LONGEST) {
            tooLong();
            return;
        }
        byte[] beginning = disk.read(attempt.stdout(), 0, BEFORE);
        int start = startOfObject(beginning);
        if (start < 0 || !isEvent(new Line(disk, attempt.stdout(), start, stat.size()))) {
            for (String line :
                    new String(beginning, StandardCharsets.UTF_8).lines().toList()) {
                plain(Output.PRINTED, line.getBytes(StandardCharsets.UTF_8), printed);
            }
        }
    }

    /** Where the first line begins that begins an object; negative if none does. */
    static int startOfObject(byte[] beginning) {
        for (int at = 0; at < beginning.length; at++) {
            if (beginning[at] == '{' && (at == 0 || beginning[at - 1] == '\n')) {
                return at;
            }
        }
        return -1;
    }

    private String lastWords() {
        Deque<String> last = printed.isEmpty() ? complained : printed;
        if (last.isEmpty()) {
            return heardAnEvent ? null : "it printed nothing";
        }
        return String.join(" / ", last);
    }
}
