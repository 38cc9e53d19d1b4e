package dev.reeve.cli;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One call of the command line: everything that a command has from outside.
 *
 * @param directory the working directory, which file names on the command line start from
 */
record Invocation(
        Terminal terminal,
        InputStream input,
        Map<String, String> environment,
        Path directory,
        Durable durable,
        InstantSource clock,
        Poll.Sleeper sleeper,
        LongSupplier random) {

    /** The same call, with nobody to see what it prints. */
    Invocation silent() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Terminal unseen = new Terminal(nowhere, nowhere, false, false, false);
        return new Invocation(unseen, input, environment, directory, durable, clock, sleeper, random);
    }

    Disk disk() {
        return durable.disk();
    }

    Instant now() {
        return clock.instant();
    }

    /** @param deadline null for never */
    Poll poll(Instant deadline) {
        return new Poll(clock, sleeper, deadline);
    }

    /** One line on standard output. */
    void say(String line) {
        terminal.out().println(line);
    }

    /** One line beside the output: on standard error. */
    void note(String line) {
        terminal.out().flush();
        terminal.err().println("reeve: " + line);
    }
}
