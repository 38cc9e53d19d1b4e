package dev.reeve.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A place with mounts, limits and pids of its own, where what would be dangerous touches nothing of the machine. It is gone
 * with everything in it when it is closed, or when the test dies.
 */
final class Namespace implements AutoCloseable {

    private final Process keeper;
    private final List<String> enter;

    private Namespace(Process keeper, List<String> enter) {
        this.keeper = keeper;
        this.enter = enter;
    }

    /**
     * @param kinds what is its own besides the users, as {@code unshare} names it: {@code --mount}, {@code --pid}
     * @throws org.opentest4j.TestAbortedException if this machine or this user may not have one
     */
    static Namespace open(String... kinds) throws IOException {
        List<String> words = new ArrayList<>(List.of("unshare", "--user", "--map-root-user"));
        words.addAll(Arrays.asList(kinds));
        boolean pids = words.contains("--pid");
        if (pids) {
            words.addAll(List.of("--fork", "--mount-proc", "--kill-child"));
        }
        // it lives as long as this end of its input is open; bash, unlike dash, buries the dead meanwhile
        words.addAll(List.of("bash", "-c", "echo ready; read end"));
        Process process;
        try {
            process = new ProcessBuilder(words).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "no unshare on this machine");
            throw e;
        }
        String said = process.inputReader().readLine();
        assumeTrue("ready".equals(said), "no namespaces for this user: " + said);
        long inside = pids ? process.children().findFirst().orElseThrow().pid() : process.pid();
        List<String> enter = new ArrayList<>(List.of("nsenter", "-t", Long.toString(inside), "-U"));
        enter.add("--preserve-credentials");
        if (words.contains("--mount") || pids) {
            enter.add("-m");
        }
        if (pids) {
            enter.add("-p");
        }
        return new Namespace(process, enter);
    }

    /** The words before a command that is to run in it. */
    List<String> around() {
        return enter;
    }

    /** Runs a line of shell in it. @return what it printed */
    String sh(String line) throws IOException {
        List<String> words = new ArrayList<>(enter);
        words.addAll(List.of("sh", "-c", line));
        return Commands.run(words.toArray(String[]::new));
    }

    /** How a path of its own is reached from outside. */
    Path seen(Path path) {
        return Path.of("/proc/" + enter.get(2) + "/root")
                .resolve(path.toString().substring(1));
    }

    @Override
    public void close() throws IOException {
        keeper.getOutputStream().close();
        try {
            if (!keeper.waitFor(30, TimeUnit.SECONDS)) {
                keeper.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
