package dev.reeve.confine;

import dev.reeve.files.Programs;
import dev.reeve.launch.Processes;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sandbox that this system has, if it works here: it is tried, because a program that is there may still not be allowed
 * to make one.
 */
public final class Sandboxes {

    /** How long it counts that it did not work: what forbids it may be changed without any file of ours. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Processes processes;
    private final Programs programs;
    private final String searchPath;
    private final boolean mac;
    private final Map<Boolean, Tried> tried = new HashMap<>();

    private record Tried(Path tool, String complaint, Instant at) {}

    /** @param searchPath as in the variable PATH */
    public Sandboxes(Processes processes, Programs programs, String searchPath, boolean mac) {
        this.processes = processes;
        this.programs = programs;
        this.searchPath = searchPath;
        this.mac = mac;
    }

    /** {@code bwrap}, {@code sandbox-exec}. */
    public String name() {
        return mac ? "sandbox-exec" : "bwrap";
    }

    /** Why no program can run in one, and what to do; null if it can. @param network false: one without */
    public String whyNot(boolean network, Instant now) {
        Path tool = tool();
        if (tool == null) {
            return "there is no `" + name() + "` on Reeve's PATH " + searchPath
                    + (mac ? "" : ": install bubblewrap (`apt install bubblewrap`, `dnf install bubblewrap`)");
        }
        Tried last = tried.get(network);
        boolean holds = last != null
                && last.tool().equals(tool)
                && (last.complaint() == null
                        || Duration.between(last.at(), now).abs().compareTo(AGAIN) < 0);
        if (!holds) {
            last = new Tried(
                    tool,
                    processes.complaintOf(wrap(View.ofSystem(network), null, List.of("/bin/sh", "-c", ":"))),
                    now);
            tried.put(network, last);
        }
        return last.complaint() == null
                ? null
                : tool + " can't make one here: " + last.complaint()
                        + (mac
                                ? ""
                                : "; the system may forbid user namespaces (docs/security.md says what to look at)");
    }

    /** The command line that runs a program inside. Only after {@link #whyNot} had nothing against it. */
    public List<String> wrap(View view, Path directory, List<String> program) {
        return mac ? Seatbelt.argv(tool(), view, program) : Bubblewrap.argv(tool(), view, directory, program);
    }

    /** What is different in there. */
    public Map<String, String> variables(View view) {
        if (!mac) {
            return Map.of("TMPDIR", "/tmp");
        }
        return view.home() == null ? Map.of() : Map.of("HOME", view.home().toString());
    }

    private Path tool() {
        for (String folder : (mac ? "/usr/bin" : searchPath).split(":")) {
            try {
                Path tool = Path.of(folder).resolve(name());
                if (tool.isAbsolute() && programs.look(tool) == Programs.Kind.RUNNABLE) {
                    return tool;
                }
            } catch (InvalidPathException e) {
                // no folder
            }
        }
        return null;
    }
}
