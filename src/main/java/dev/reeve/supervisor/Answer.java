package dev.reeve.supervisor;

import dev.reeve.files.Json;
import dev.reeve.files.Stat;
import dev.reeve.launch.Fence;
import dev.reeve.task.TaskSpec.OutputFormat;
import dev.reeve.workspace.AttemptFolder;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What an attempt left behind: its answer, its deliverables, its last words. */
final class Answer {

    private static final int LARGEST_JSON = 16 << 20;
    /** It has to fit on a line. */
    private static final int LARGEST_EXCERPT = 128 << 10;

    private static final int TAIL = 8 << 10;
    private static final int LINES = 15;

    private final Kit kit;

    Answer(Kit kit) {
        this.kit = kit;
    }

    /** What it wrote as its result, else what it printed. */
    Path of(AttemptFolder attempt) throws IOException {
        Stat result = kit.disk().stat(attempt.result());
        return result != null && result.isFile() && result.size() > 0 ? attempt.result() : attempt.stdout();
    }

    /** Why this answer is not one of the form that was asked for; null if it is. */
    String wrong(AttemptFolder attempt, OutputFormat wanted) throws IOException {
        if (wanted != OutputFormat.JSON) {
            return null;
        }
        Path answer = of(attempt);
        byte[] content = kit.durable().readIfThere(answer, LARGEST_JSON + 1);
        if (content == null || content.length == 0) {
            return "its answer is empty, and `output: json` asks for JSON";
        }
        if (content.length > LARGEST_JSON) {
            return "its answer is larger than " + (LARGEST_JSON >> 20) + " MB, too large to be read as JSON";
        }
        return !Json.isValue(content)
                ? "its answer is not JSON, as `output: json` asks for; it is in attempts/" + attempt.number() + "/"
                : null;
    }

    boolean delivers(AttemptFolder attempt) throws IOException {
        return isFolder(attempt.out()) && !kit.disk().list(attempt.out()).isEmpty();
    }

    /** An answer that waits to be checked lasts with all that belongs to it. */
    void keepDeliverables(Draft draft, AttemptFolder attempt) throws IOException {
        if (delivers(attempt)) {
            draft.keepTree(attempt.out());
            draft.keep(attempt.door());
            draft.keep(attempt.path());
        }
    }

    /** Makes the answer the task's own. Late writers of this attempt reach only their own door. */
    void promote(Draft draft, TaskFolder task, AttemptFolder attempt, OutputFormat format) throws IOException {
        Path answer = of(attempt);
        Path result = format == OutputFormat.JSON ? task.resultJson() : task.result();
        if (isFile(answer)) {
            draft.copy(answer, result);
        } else {
            // its process removed its own output
            draft.write(result, new byte[0]);
        }
        if (delivers(attempt)) {
            draft.take(attempt.out(), task.out());
        }
    }

    /** As much of it as another one's prompt shows. @param there the folder where all of it will be */
    String excerpt(AttemptFolder attempt, String there) throws IOException {
        return excerpt(of(attempt), there);
    }

    String excerpt(Path answer, String there) throws IOException {
        int most = (int) Math.min(LARGEST_EXCERPT, kit.team().get().limits().maxResult());
        byte[] content = kit.durable().readIfThere(answer, most + 4);
        String text = content == null ? "" : new String(content, StandardCharsets.UTF_8);
        String shown = Fence.excerpt(text, most);
        return shown.isBlank() || shown.length() < text.length()
                ? shown + "\n\n(All of it is in " + there + ".)"
                : shown;
    }

    /**
     * Takes back what {@link #promote} made, for a task that begins again, or an attempt that does not count after all.
     * Nothing is lost: it is still the attempt's.
     */
    void demote(TaskFolder task, AttemptFolder attempt) throws IOException {
        if (kit.durable().exists(task.out())) {
            // an attempt that left nothing else may have lost its folders in a power cut
            for (Path folder : List.of(task.attempts(), attempt.path(), attempt.door())) {
                kit.durable().makeIfMissing(folder);
            }
            if (kit.durable().exists(attempt.out())) {
                kit.disk().remove(attempt.out());
            }
            // it lasts with the record that tells of it
            kit.disk().rename(task.out(), attempt.out());
        }
        withdraw(task);
    }

    /** Removes a result that is told elsewhere: by an attempt, or by the task whose key this one had. */
    void withdraw(TaskFolder task) throws IOException {
        for (Path result : List.of(task.result(), task.resultJson())) {
            try {
                kit.disk().remove(result);
            } catch (NoSuchFileException e) {
                // it had the other form, or none
            }
        }
    }

    /** What the attempt's processes said outlasts a power cut, with the way there. Its status is in the record. */
    void keep(Draft draft, TaskFolder task, AttemptFolder attempt) throws IOException {
        boolean said = false;
        for (Path file : List.of(attempt.stdout(), attempt.stderr(), attempt.result())) {
            Stat stat = kit.disk().stat(file);
            if (stat != null && stat.isFile() && stat.size() > 0) {
                draft.keep(file);
                if (file.equals(attempt.result())) {
                    draft.keep(attempt.door());
                }
                said = true;
            }
        }
        if (said) {
            draft.keep(attempt.path());
            draft.keep(task.attempts());
        }
    }

    private boolean isFile(Path path) throws IOException {
        Stat stat = kit.disk().stat(path);
        return stat != null && stat.isFile();
    }

    /** A process may have put anything in the place of a folder of its own; a link is never followed. */
    private boolean isFolder(Path path) throws IOException {
        Stat stat = kit.disk().stat(path);
        return stat != null && stat.isFolder();
    }

    /** As much of its answer as others are told of it. */
    byte[] beginning(AttemptFolder attempt) throws IOException {
        byte[] content = kit.durable().readIfThere(of(attempt), TAIL);
        return content == null ? new byte[0] : content;
    }

    /** The last lines that it printed, on both streams. */
    String lastLines(AttemptFolder attempt) throws IOException {
        return end(attempt, TAIL, LINES);
    }

    /** The end of what it printed, on both streams. */
    String end(AttemptFolder attempt, int bytes, int lines) throws IOException {
        String out = tail(attempt.stdout(), bytes, lines);
        String err = tail(attempt.stderr(), bytes, lines);
        if (out.isEmpty() || err.isEmpty()) {
            return out + err;
        }
        return out + "\n(standard error:)\n" + err;
    }

    private String tail(Path file, int bytes, int most) throws IOException {
        Stat stat = kit.disk().stat(file);
        if (stat == null || !stat.isFile() || stat.size() == 0) {
            return "";
        }
        byte[] end = kit.disk().read(file, Math.max(0, stat.size() - bytes), bytes);
        List<String> lines = new String(end, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", ""))
                .filter(line -> !line.isBlank())
                .collect(Collectors.toList());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - most), lines.size()));
    }
}
