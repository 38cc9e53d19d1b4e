package dev.reeve.cli;

import dev.reeve.cli.setup.Programs;
import dev.reeve.files.Disk;
import dev.reeve.files.Durable;
import dev.reeve.files.RealDisk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import picocli.CommandLine;

/** Runs a command of the setup in surroundings made up for it, and keeps what it printed. */
final class SetupRun {

    final Map<String, String> environment = new HashMap<>();
    final List<List<String>> ran = new ArrayList<>();

    private final Path directory;
    private Disk disk = new RealDisk();
    private String failing = "";
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

    /** No such program can be found. */
    SetupRun without(String program) {
        failing = program;
        return this;
    }

    Result run(Function<Surroundings, Object> command, String... words) {
        Surroundings surroundings = new Surroundings(
                environment,
                directory,
                directory.resolve("reeve home"),
                system,
                new Durable(disk, new AtomicLong()::incrementAndGet),
                this::program);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(command.apply(surroundings))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((error, failed, parsed) -> {
                    if (error instanceof UserError user) {
                        failed.getErr().println(user.getMessage());
                        return user.exit();
                    }
                    throw error;
                });
        int exit = line.execute(words);
        return new Result(exit, out.toString(), err.toString());
    }

    private Programs.Result program(List<String> command) throws IOException {
        if (command.get(0).equals(failing)) {
            throw new IOException("no such program");
        }
        if (command.equals(List.of("id", "-u"))) {
            return new Programs.Result(0, "501");
        }
        ran.add(command);
        return new Programs.Result(0, "");
    }

    record Result(int exit, String out, String err) {}
}
