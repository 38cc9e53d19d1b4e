package dev.reeve.cli.look;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Terminal;
import dev.reeve.files.Stat;
import dev.reeve.program.Preset;
import dev.reeve.program.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a program's preset makes of its events, for a person. */
final class AsTold implements Printed {

    private final Invocation invocation;
    private final Terminal terminal;
    private final Transcript transcript;
    private boolean any;
    private boolean everAny;

    /** How many of the last lines are wanted of what is there; null: all. */
    private Long wanted;

    private final Deque<String> kept = new ArrayDeque<>();

    AsTold(Invocation invocation, Preset preset) {
        this.invocation = invocation;
        this.terminal = invocation.terminal();
        this.transcript = new Transcript(invocation.disk(), preset, this::hear);
    }

    @Override
    public void skipToLast(Path file, long lines) {
        wanted = lines;
    }

    @Override
    public boolean copyNew(Path file, boolean last) throws IOException {
        any = false;
        transcript.read(file, last);
        if (wanted != null) {
            wanted = null;
            kept.forEach(this::print);
            kept.clear();
        }
        if (last && !everAny && hasBytes(file)) {
            invocation.note("nothing of what it has printed is for a reader; all of it is shown with --raw");
        }
        return any;
    }

    private void hear(String words) {
        everAny = true;
        if (wanted == null) {
            print(words);
            return;
        }
        // a piece may go on with the line of the one before
        String before = kept.isEmpty() || kept.getLast().endsWith("\n") ? "" : kept.removeLast();
        for (String line : (before + words).split("(?<=\n)")) {
            kept.addLast(line);
            if (kept.size() > wanted) {
                kept.removeFirst();
            }
        }
    }

    private void print(String words) {
        if (!terminal.nobodyReads()) {
            terminal.copy(words.getBytes(StandardCharsets.UTF_8));
        }
        any = true;
    }

    private boolean hasBytes(Path file) throws IOException {
        Stat stat = invocation.disk().stat(file);
        return stat != null && stat.isFile() && stat.size() > 0;
    }
}
