package dev.reeve.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of this project in a process of its own, with what it says in a file. */
final class JavaProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path log;

    private JavaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * @param around words before the call of Java, which replace themselves by it
     * @param log is added to
     */
    static JavaProcess start(List<String> around, Class<?> program, List<String> arguments, Path log)
            throws IOException {
        List<String> words = new ArrayList<>(around);
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // what the launcher says as well: a small program that is there at once
        words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
        words.addAll(List.of("-cp", classPath(), program.getName()));
        words.addAll(arguments);
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        return new JavaProcess(process, log);
    }

    /** The program's own classes first, so that it logs as it does outside of tests. */
    private static String classPath() {
        Path classes = Path.of(dev.reeve.cli.Main.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return classes + System.getProperty("path.separator") + System.getProperty("java.class.path");
    }

    /** The JVM itself: the process that was started, or the child of a word before it that had to stay. */
    private ProcessHandle jvm() {
        boolean stayed = process.info()
                .command()
                .filter(command -> command.endsWith("/nsenter"))
                .isPresent();
        ProcessHandle started = process.toHandle();
        return stayed ? started.children().findFirst().orElse(started) : started;
    }

    long pid() {
        return jvm().pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of what it said, for a message. */
    String lastWords() {
        List<String> lines = said().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /** @param name as {@code kill} knows it */
    void signal(String name) throws IOException {
        Commands.run("kill", "-" + name, Long.toString(pid()));
    }

    /** With -9, and waits until it is gone. */
    void kill() throws IOException {
        jvm().destroyForcibly();
        ended();
    }

    /** Waits until it has ended. @return its exit status */
    int ended() throws IOException {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("it does not end, see " + log + ":\n" + lastWords());
    }

    @Override
    public void close() throws IOException {
        kill();
    }
}
