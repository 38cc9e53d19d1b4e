package dev.reeve.cli.call;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Runs the machine's own administration programs, one after the other. A seam, so that tests install nothing. */
public interface Programs {

    /** @throws IOException if there is no such program */
    Result run(List<String> command) throws IOException;

    /** The same, of one that may not answer. @throws IOException if it has not ended in that time; it is ended then */
    default Result run(List<String> command, Duration limit) throws IOException {
        return run(command);
    }

    /** @param output what it printed, on either stream */
    record Result(int exit, String output) {}
}
