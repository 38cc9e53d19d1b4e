package dev.reeve.cli.look;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Terminal;
import dev.reeve.task.Note;
import dev.reeve.task.Notes;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What one attempt writes, of the streams that are wanted; read on, wherever its task is moved. */
final class Output {

    /** Which of an attempt's streams. */
    enum Streams {
        STDOUT,
        STDERR,
        BOTH;

        private List<Path> of(AttemptFolder attempt) {
            return switch (this) {
                case STDOUT -> List.of(attempt.stdout());
                case STDERR -> List.of(attempt.stderr());
                case BOTH -> List.of(attempt.stdout(), attempt.stderr());
            };
        }
    }

    private final Invocation invocation;
    private final Terminal terminal;
    private final Notes notes;
    private final Streams streams;
    private final int attempt;
    private final List<Tail> tails = new ArrayList<>();

    Output(Invocation invocation, Streams streams, int attempt) {
        this.invocation = invocation;
        this.terminal = invocation.terminal();
        this.notes = new Notes(invocation.disk());
        this.streams = streams;
        this.attempt = attempt;
        for (int i = 0; i < (streams == Streams.BOTH ? 2 : 1); i++) {
            tails.add(new Tail(invocation.disk()));
        }
    }

    /** Notes are told beside the output, so that whoever reads that in a pipe gets nothing else. */
    void tellNotes(TaskFolder task) throws IOException {
        for (Note note : notes.fresh(task.attempt(attempt).notes())) {
            invocation.note("note: " + note);
        }
    }

    int attempt() {
        return attempt;
    }

    void skipToLast(TaskFolder task, long lines) throws IOException {
        List<Path> files = streams.of(task.attempt(attempt));
        for (int i = 0; i < files.size(); i++) {
            tails.get(i).skipToLast(files.get(i), lines);
        }
        notes.newest(task.attempt(attempt).notes());
    }

    /** @return true if there was anything new */
    boolean copyNew(TaskFolder task) throws IOException {
        boolean any = false;
        List<Path> files = streams.of(task.attempt(attempt));
        for (int i = 0; i < files.size(); i++) {
            for (byte[] chunk = tails.get(i).next(files.get(i));
                    chunk.length > 0 && !terminal.nobodyReads();
                    chunk = tails.get(i).next(files.get(i))) {
                terminal.copy(chunk);
                any = true;
            }
        }
        return any;
    }
}
