package dev.reeve.cli.call;

import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** One call of the command line: everything that a command has from outside. */
public record Invocation(
        Terminal terminal,
        InputStream input,
        Origin origin,
        Durable durable,
        InstantSource clock,
        Poll.Sleeper sleeper,
        LongSupplier random) {

    private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

    /** The same call, with nobody to see what it prints. */
    public Invocation silent() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Terminal unseen = new Terminal(nowhere, nowhere, false, false, false);
        return new Invocation(unseen, input, origin, durable, clock, sleeper, random);
    }

    /** A call from another folder, and from no task. */
    public Invocation in(Path folder, Terminal seen) {
        Map<String, String> plain = new HashMap<>(environment());
        plain.keySet().removeIf(name -> name.startsWith("REEVE_"));
        Origin there = new Origin(plain, folder, origin.reeveHome(), origin.system(), origin.programs());
        return new Invocation(seen, input, there, durable, clock, sleeper, random);
    }

    public Map<String, String> environment() {
        return origin.environment();
    }

    /** Where programs are looked for. */
    public String searchPath() {
        return environment().getOrDefault("PATH", USUAL_PATH);
    }

    /** The file that a name on the command line means. */
    public Path path(Path named) {
        return origin.directory().resolve(named).normalize();
    }

    public Disk disk() {
        return durable.disk();
    }

    public Instant now() {
        return clock.instant();
    }

    /** @param limit how long at most; null for as long as it takes */
    public Poll poll(Duration limit) {
        return new Poll(clock, sleeper, limit == null ? null : now().plus(limit));
    }

    /** One line on standard output. */
    public void say(String line) {
        terminal.out().println(line);
    }

    /** One line beside the output: on standard error. */
    public void note(String line) {
        terminal.out().flush();
        terminal.err().println("reeve: " + line);
    }
}
