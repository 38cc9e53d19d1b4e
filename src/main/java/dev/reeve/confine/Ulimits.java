package dev.reeve.confine;

import dev.reeve.agent.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * The limits that the system itself keeps for each process. They are set by a shell that then becomes the program, so that
 * the shim around it has none of them.
 */
public final class Ulimits {

    /** Seconds, after which a process that goes on all the same is killed. */
    private static final int SPARE = 5;

    private Ulimits() {}

    public static List<String> argv(Resources resources, List<String> program) {
        StringBuilder script = new StringBuilder();
        if (resources.files() != null) {
            script.append("ulimit -n ").append(resources.files()).append(" && ");
        }
        if (resources.cpu() != null) {
            // all of them together are watched, and stopped in time; this is for when nobody watches
            long seconds = resources.cpu().toSeconds() + SPARE;
            script.append("ulimit -S -t ").append(seconds);
            script.append(" && ulimit -H -t ").append(seconds + SPARE).append(" && ");
        }
        if (script.isEmpty()) {
            return program;
        }
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", script + "exec \"$@\"", "limits"));
        argv.addAll(program);
        return List.copyOf(argv);
    }
}
