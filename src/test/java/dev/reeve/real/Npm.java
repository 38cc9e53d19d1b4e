package dev.reeve.real;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Programs from npm, each in a folder of its own under {@code target/}. One that is there stays; {@code mvn clean} makes
 * room for its newest version.
 */
final class Npm {

    /** Not in the system's temporary folder, where Codex does not like to be at home. */
    static final Path FOLDER = Path.of("target", "real-agents").toAbsolutePath();

    private static final int LEAST_NODE = 24;
    private static final long PATIENCE_MINUTES = 15;

    private Npm() {}

    /**
     * A search path with this program and a Node that is new enough for all of them: for an older one npm would install an
     * old version of the program without a word. Without npm, or what it needs, the tests are skipped with the reason.
     */
    static String installed(String program, String published) throws IOException {
        String path = System.getenv("PATH");
        Ran npm = run(path, FOLDER, "npm", "--version");
        assumeTrue(npm.status == 0, program + " is not tried: npm is not on PATH");
        if (major(run(path, FOLDER, "node", "--version").output) < LEAST_NODE) {
            path = add(path, "node", "node@" + LEAST_NODE);
        }
        path = add(path, program, published + "@latest");
        String node = run(path, FOLDER, "node", "--version").output;
        Ran version = run(path, FOLDER, program, "--version");
        assumeTrue(version.status == 0, program + " is not tried, for it does not start: " + version.output);
        String said = version.output.lines().reduce("", (earlier, last) -> last);
        System.out.println("real agents: " + program + " says " + said + ", with node " + node);
        return path;
    }

    private static String add(String path, String name, String wanted) throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve(name));
        Path bin = folder.resolve("node_modules/.bin");
        String longer = bin + ":" + path;
        if (!Files.exists(bin.resolve(name))) {
            Ran install = run(longer, folder, "npm", "install", "--prefix", ".", "--no-fund", "--no-audit", wanted);
            assumeTrue(install.status == 0, name + " is not tried, for npm can't install it: " + install.output);
        }
        return longer;
    }

    private static int major(String version) {
        String digits = version.replaceAll("^v(\\d+)\\..*$", "$1");
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    }

    private record Ran(int status, String output) {}

    private static Ran run(String path, Path folder, String... words) throws IOException {
        Files.createDirectories(folder);
        Path output = Files.createTempFile(folder, words[0], ".out");
        try {
            // PATH decides for env which program it is; a builder would look with this process's own
            String[] called = new String[words.length + 2];
            called[0] = "env";
            called[1] = "PATH=" + path;
            System.arraycopy(words, 0, called, 2, words.length);
            Process process = new ProcessBuilder(called)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new java.io.File("/dev/null"))
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return new Ran(
                    ended ? process.exitValue() : -1, Files.readString(output).strip());
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
