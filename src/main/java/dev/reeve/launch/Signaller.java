package dev.reeve.launch;

import dev.reeve.launch.Processes.Signal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Sends signals through a short-lived shell: Java knows two of them, and could not look again in the very moment
 * before. It returns when they have been sent.
 */
final class Signaller {

    /** Far below what a command line may hold. */
    private static final int AT_ONCE = 500;

    private final String shell;
    private final String script;

    /** @param script gets the signal's name and pid:start pairs */
    Signaller(String shell, String script) {
        this.shell = shell;
        this.script = script;
    }

    void send(Signal signal, Collection<Identity> processes) throws IOException {
        List<String> pairs = new ArrayList<>();
        for (Identity process : processes) {
            // pid 1, and what is no single process to kill: 0, -1
            if (process.pid() > 1 && !process.start().equals(Identity.UNKNOWN_START)) {
                pairs.add(process.pid() + ":" + process.start());
            }
        }
        for (int from = 0; from < pairs.size(); from += AT_ONCE) {
            List<String> argv = new ArrayList<>(List.of(shell, "-c", script, "signal", signal.name()));
            argv.addAll(pairs.subList(from, Math.min(pairs.size(), from + AT_ONCE)));
            Command.output(argv);
        }
    }
}
