package dev.reeve.cli.look;

import dev.reeve.cli.call.Invocation;
import dev.reeve.program.Preset;
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
    private final Notes notes;
    private final Streams streams;
    private final int attempt;
    private final List<Printed> printed = new ArrayList<>();

    /** @param preset by which standard output is shown; null for what a person's own command writes, and for its bytes */
    Output(Invocation invocation, Streams streams, int attempt, Preset preset) {
        this.invocation = invocation;
        this.notes = new Notes(invocation.disk());
        this.streams = streams;
        this.attempt = attempt;
        if (streams != Streams.STDERR) {
            printed.add(preset == null ? new AsItIs(invocation) : new AsTold(invocation, preset));
        }
        if (streams != Streams.STDOUT) {
            printed.add(new AsItIs(invocation));
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
            printed.get(i).skipToLast(files.get(i), lines);
        }
        notes.newest(task.attempt(attempt).notes());
    }

    /**
     * @param last nothing more is waited for
     * @return true if there was anything new
     */
    boolean copyNew(TaskFolder task, boolean last) throws IOException {
        boolean any = false;
        List<Path> files = streams.of(task.attempt(attempt));
        for (int i = 0; i < files.size(); i++) {
            any |= printed.get(i).copyNew(files.get(i), last);
        }
        return any;
    }
}
