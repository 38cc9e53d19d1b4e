package dev.reeve.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The true supervisor in a process of its own, with as little memory and stack as its launcher gives it, and its log. */
class SmallMemoryTest {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(180);

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void makeWorkspace() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "this machine has no /proc");
        workspace = new Workspace(Files.createDirectory(folder.resolve("ws")));
        for (Path each : workspace.folders()) {
            Files.createDirectory(each);
        }
        Files.writeString(workspace.settings(), "default_agent: hello\nsettle: 20ms\nscan: 200ms\n");
        agent("hello", "exit 0\n");
        agent("canary", "echo hi\n");
    }

    private void agent(String name, String script) throws IOException {
        Files.createDirectories(workspace.agent(name).tasks());
        Files.writeString(workspace.agent(name).config(), "command: [sh, run.sh]\nretries: 0\n");
        Files.writeString(workspace.agent(name).path().resolve("run.sh"), script);
    }

    @Test
    void whatIsDroppedLeavesNoTraceInTheLog() throws Exception {
        play(new Chance(1), 60);
    }

    @Test
    @Tag("fuzz")
    @Tag("profile")
    void whatIsDroppedWithAFreshSeedLeavesNoTraceInTheLog() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("SmallMemoryTest: -Dseed=" + seed);
        play(new Chance(seed), 600);
    }

    private void play(Chance chance, int drops) throws Exception {
        for (int i = 0; i < drops; i++) {
            Corpus corpus = chance.of(Corpus.MARKDOWN, Corpus.YAML, Corpus.JSON, Corpus.TEXT);
            byte[] content = Bytes.join(new Spoiler(corpus).next(chance), new byte[] {'\n'});
            // there are fewer odd names than files
            String name = chance.oneIn(4) ? OddNames.any(chance) : i + "-" + OddNames.good(chance);
            write(workspace.tasks(), name, content);
        }
        assertAlive();
    }

    /** Where the locale has no such name, nobody can drop it. */
    private static void write(Path door, String name, byte[] content) throws IOException {
        try {
            Files.write(door.resolve(name), content);
        } catch (InvalidPathException e) {
            // the next one
        }
    }

    @Test
    void largeThingsDoNotTakeAllMemory() throws Exception {
        for (Syntax syntax : List.of(Syntax.YAML, Syntax.JSON)) {
            String ending = syntax == Syntax.YAML ? ".yaml" : ".json";
            for (Traps.Trap trap : Traps.all(syntax)) {
                byte[] content = trap.text().apply(30_000).getBytes(UTF_8);
                write(workspace.tasks(), trap.name().replace(' ', '-') + ending, content);
            }
        }
        int number = 1000;
        for (String what : List.of("{},", "\"x\",")) {
            Path task = Files.createDirectory(workspace.root().resolve("queue/20261120-120000-" + number++ + "-x"));
            Files.writeString(
                    task.resolve("record.json"), "{\"id\": [" + what.repeat((31 << 20) / what.length()) + "0]}");
        }
        agent(
                "talker",
                "printf '[' >\"$REEVE_RESULT\"; yes '{},' | head -n 2500000 >>\"$REEVE_RESULT\"; echo '0]' >>\"$REEVE_RESULT\"\n");
        Files.writeString(workspace.agent("talker").tasks().resolve("talk.md"), "---\noutput: json\n---\nTalk.\n");
        assertAlive();
        assertTrue(isDone("talk"), "an answer of 10 MB is an answer");
    }

    private void assertAlive() throws Exception {
        Files.writeString(workspace.agent("canary").tasks().resolve("canary.md"), "Sing.\n");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-Xss512k",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                        "-Dreeve.home=" + Path.of("").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.reeve.cli.Main",
                        "-w",
                        workspace.root().toString(),
                        "up")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            long end = System.nanoTime() + PATIENCE;
            while (!isOver()) {
                if (!process.isAlive() || System.nanoTime() - end > 0) {
                    fail((process.isAlive() ? "it does not come to an end:\n" : "it ended by itself:\n") + tail(log));
                }
                LockSupport.parkNanos(20_000_000);
            }
        } finally {
            process.destroy();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not heed TERM");
        }
        for (String line : Files.readString(log).split("\n")) {
            assertFalse(line.startsWith("\tat ") || line.contains("Exception") || line.contains("Error"), line);
            assertTrue(line.chars().noneMatch(c -> c < ' ' || c == 0x7f), "a terminal obeys this");
        }
    }

    /** The canary has sung, and nothing is on its way. */
    private boolean isOver() throws IOException {
        if (!isDone("canary") || Files.exists(workspace.agent("talker").path()) && !isDone("talk")) {
            return false;
        }
        try (Stream<Path> door = Files.list(workspace.tasks());
                Stream<Path> queue = Files.list(workspace.root().resolve("queue"))) {
            return queue.findAny().isEmpty()
                    && door.map(path -> path.getFileName().toString()).noneMatch(name -> !isLeft(name));
        }
    }

    private static boolean isLeft(String name) {
        return name.startsWith(".") || name.startsWith("#") || name.matches("(?s).*(~|\\.tmp|\\.part)");
    }

    private boolean isDone(String slug) throws IOException {
        try (Stream<Path> done = Files.walk(workspace.root().resolve("done"), 2)) {
            return done.anyMatch(path -> path.getFileName().toString().endsWith("-" + slug));
        }
    }

    private static String tail(Path log) throws IOException {
        String text = Files.readString(log);
        return text.substring(Math.max(0, text.length() - 4000));
    }
}
