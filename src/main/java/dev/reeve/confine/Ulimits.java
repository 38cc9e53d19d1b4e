package dev.reeve.confine;

import dev.reeve.agent.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * The limits that the system itself keeps for each process. They are set by a shell that then becomes the program, so that
 * the shim around it has none of them.
 */
public final class Ulimits {

    private Ulimits() {}

    public static List<String> argv(Resources resources, List<String> program) {
        StringBuilder script = new StringBuilder();
        if (resources.files() != null) {
            script.append("ulimit -n ").append(resources.files()).append(" && ");
        }
        if (resources.cpu() != null) {
            // whole seconds; a process that goes on after the first signal is killed some seconds later
            long seconds = resources.cpu().plusMillis(999).toSeconds();
            script.append("ulimit -H -t ")
                    .append(seconds + 5)
                    .append(" && ulimit -S -t ")
                    .append(seconds)
                    .append(" && ");
        }
        if (script.isEmpty()) {
            return program;
        }
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", script + "exec \"$@\"", "limits"));
        argv.addAll(program);
        return List.copyOf(argv);
    }
}
