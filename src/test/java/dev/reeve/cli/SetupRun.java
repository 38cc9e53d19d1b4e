package dev.reeve.cli;

import dev.reeve.cli.call.Invocation;
import dev.reeve.cli.call.Origin;
import dev.reeve.cli.call.Programs;
import dev.reeve.cli.call.Terminal;
import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.RealDisk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Runs a command of the setup on a machine made up for it, and keeps what it printed. */
final class SetupRun {

    final Map<String, String> environment = new HashMap<>();
    final List<List<String>> ran = new ArrayList<>();

    private final Path directory;
    private Disk disk = new RealDisk();
    private String failing = "";
    private String said = "";
    private String system = "Linux";

    /** @param directory the working directory; the launcher is said to be in {@code reeve} in it */
    SetupRun(Path directory) {
        this.directory = directory;
        environment.put("HOME", directory.resolve("home").toString());
        environment.put("PATH", "/usr/bin:/bin");
    }

    SetupRun on(String system) {
        this.system = system;
        return this;
    }

    SetupRun on(Disk disk) {
        this.disk = disk;
        return this;
    }

    /** What programs print that are run. */
    SetupRun saying(String output) {
        said = output;
        return this;
    }

    /** No such program can be found. */
    SetupRun without(String program) {
        failing = program;
        return this;
    }

    Result run(String command, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Invocation invocation = new Invocation(
                new Terminal(out, err, false, false, false),
                InputStream.nullInputStream(),
                new Origin(environment, directory, directory.resolve("reeve home"), system, this::program),
                new Durable(disk, new AtomicLong()::incrementAndGet),
                InstantSource.system(),
                time -> {},
                new AtomicLong()::incrementAndGet);
        List<String> all = new ArrayList<>(List.of(words));
        all.add(0, command);
        int exit = CommandTree.run(invocation, all.toArray(String[]::new));
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Programs.Result program(List<String> command) throws IOException {
        if (command.get(0).equals(failing)) {
            throw new IOException("no such program");
        }
        if (command.equals(List.of("id", "-u"))) {
            return new Programs.Result(0, "501");
        }
        ran.add(command);
        return new Programs.Result(0, said);
    }

    record Result(int exit, String out, String err) {}
}
