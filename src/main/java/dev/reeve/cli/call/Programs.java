package dev.reeve.cli.call;

import java.io.IOException;
import java.util.List;

/** Runs the machine's own administration programs, one after the other. A seam, so that tests install nothing. */
public interface Programs {

    /** @throws IOException if there is no such program */
    Result run(List<String> command) throws IOException;

    /** @param output what it printed, on either stream */
    record Result(int exit, String output) {}
}
