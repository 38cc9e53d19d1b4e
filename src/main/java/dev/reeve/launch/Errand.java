package dev.reeve.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program of the system that is run for what it answers, and that ends soon.
 *
 * @param environment all of it
 * @param patience when it is killed
 */
public record Errand(List<String> argv, Path directory, Map<String, String> environment, Duration patience) {

    /** What came of it. */
    public record Outcome(int exit, String out, String err) {}
}
