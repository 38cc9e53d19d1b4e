package dev.reeve.program;

import dev.reeve.files.Disk;
import dev.reeve.files.Json;
import dev.reeve.task.Usage;
import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Arrays;
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

    private void printed(byte[] line) {
        ObjectNode event = Json.partOf(line, names);
        if (event != null) {
            heardAnEvent = true;
            hearing.event(event);
        } else {
            lineOf(Output.PRINTED, line, printed);
        }
    }

    private void torn(byte[] line) {
        if (line[0] != '{' || Json.partOf(line, names) != null) {
            printed(line);
            return;
        }
        String note = "its output ends in the middle of an event";
        hearing.note(note);
        printed.clear();
        printed.add(note);
    }

    private void complained(byte[] line) {
        lineOf(Output.ERROR, line, complained);
    }

    private void lineOf(String name, byte[] line, Deque<String> last) {
        String words =
                Plain.line(new String(line, 0, Math.min(line.length, 4096), StandardCharsets.UTF_8), LONGEST_LINE);
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
        String note = "a line of its output is larger than " + (Lines.LONGEST >> 20) + " MB and was passed over";
        hearing.note(note);
        printed.clear();
        printed.add(note);
    }

    /** What stands before the object, and is none, is what programs say before they begin. */
    private void whole(AttemptFolder attempt) throws IOException {
        byte[] content;
        try {
            content = disk.read(attempt.stdout(), 0, Lines.LONGEST + 1);
        } catch (NoSuchFileException e) {
            return;
        }
        if (content.length > Lines.LONGEST) {
            tooLong();
            return;
        }
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '{' && (i == 0 || content[i - 1] == '\n')) {
                start = i;
                break;
            }
        }
        ObjectNode event = Json.partOf(Arrays.copyOfRange(content, start, content.length), names);
        if (event != null) {
            heardAnEvent = true;
            hearing.event(event);
        } else if (content.length > 0) {
            new String(content, StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> lineOf(Output.PRINTED, line.getBytes(StandardCharsets.UTF_8), printed));
        }
    }

    private String lastWords() {
        Deque<String> last = printed.isEmpty() ? complained : printed;
        if (last.isEmpty()) {
            return heardAnEvent ? null : "it printed nothing";
        }
        return String.join(" / ", last);
    }
}
