package dev.reeve.cli.service;

import dev.reeve.cli.call.Shell;
import java.util.List;

/**
 * One command of an installation.
 *
 * @param mayFail it only clears the way, and often there is nothing to clear
 */
record Step(List<String> command, boolean mayFail) {

    static Step must(String... command) {
        return new Step(List.of(command), false);
    }

    static Step may(String... command) {
        return new Step(List.of(command), true);
    }

    /** As it can be pasted into a shell. */
    String line() {
        return Shell.line(command) + (mayFail ? " || true" : "");
    }
}
