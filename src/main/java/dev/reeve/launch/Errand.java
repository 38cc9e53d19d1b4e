package dev.reeve.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program of the system that is run for what it answers, and that ends soon.
 *
 * @param environment all of it
 * @param input what it reads from its standard input
 * @param patience when it is killed
 */
public record Errand(
        List<String> argv, Path directory, Map<String, String> environment, String input, Duration patience) {

    /** It reads nothing. */
    public Errand(List<String> argv, Path directory, Map<String, String> environment, Duration patience) {
        this(argv, directory, environment, "", patience);
    }

    /** Values may be secrets. */
    @Override
    public String toString() {
        return "Errand[" + argv + " in " + directory + "]";
    }

    /** What came of it. */
    public record Outcome(int exit, String out, String err) {}
}
