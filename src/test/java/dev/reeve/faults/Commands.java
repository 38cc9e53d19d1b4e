package dev.reeve.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Programs of the machine, called as a person calls them. */
final class Commands {

    private Commands() {}

    /** What it printed, and how it ended. */
    record Called(int status, String output) {}

    static Called call(String... words) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Called(process.onExit().join().exitValue(), text);
        }
    }

    static String run(String... words) throws IOException {
        Called called = call(words);
        if (called.status != 0) {
            throw new IOException(String.join(" ", words) + ": " + called.output);
        }
        return called.output.strip();
    }
}
