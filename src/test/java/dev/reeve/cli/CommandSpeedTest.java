package dev.reeve.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long each command takes from its start to its end, beside a bare Java that says hello, each in its turn: on a busy
 * machine both get slower, and the ratio stays. It asserts nothing.
 */
@Tag("bench")
@Tag("profile")
class CommandSpeedTest {

    private static final int ROUNDS = Integer.getInteger("rounds", 10);
    private static final int CHILDREN = 100;
    private static final Instant BEGUN = Instant.parse("2026-11-20T13:00:00Z");
    private static final String HELLO = "bare java hello";

    @TempDir
    Path root;

    /** What everybody runs who starts a Java of their own. */
    static final class Hello {
        private Hello() {}

        public static void main(String[] args) {
            System.out.println("hello");
        }
    }

    @Test
    void eachCommandBesideABareHello() throws Exception {
        Path launcher = Path.of("reeve").toAbsolutePath();
        run(List.of(launcher.toString(), "--version"));
        assumeTrue(
                Files.exists(Path.of("target/reeve.jsa")),
                "there is no target/reeve.jsa: `mvn package` makes this archive, without -Dreeve.archive.skip");

        Map<String, List<String>> programs = new LinkedHashMap<>();
        programs.put(HELLO, List.of(java(), "-cp", "target/test-classes", Hello.class.getName()));
        commands(prepared()).forEach((name, words) -> {
            List<String> line = new ArrayList<>(List.of(launcher.toString()));
            line.addAll(words);
            programs.put(name, line);
        });
        Map<String, Double> fastest = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, List<String>> program : programs.entrySet()) {
                fastest.merge(program.getKey(), run(program.getValue()), Math::min);
            }
        }
        say("the fastest of %d, from start to end; the ratio is to a bare Java that says hello", ROUNDS);
        fastest.forEach((name, time) -> say("  %-22s %4.0f ms %6.1f", name, time, time / fastest.get(HELLO)));
    }

    /** A task that is done, with a hundred children. */
    private TaskFolder prepared() throws IOException {
        TestWorkspace reeve = new TestWorkspace(root);
        reeve.agent("writer");
        Where day = Where.doneOn("2026-11-20");
        TaskFolder lead = reeve.task(day, "lead", change -> change.attempt(ATree.ok(1, BEGUN, 10)));
        for (int i = 0; i < CHILDREN; i++) {
            new ATree(reeve).child(lead, day, "child-" + i, ATree.ok(1, BEGUN.plusSeconds(i), 5));
        }
        reeve.task(State.QUEUE, "queued");
        return lead;
    }

    private Map<String, List<String>> commands(TaskFolder lead) {
        String here = root.toString();
        String state = root.resolve("shared.json").toString();
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("--version", List.of("--version"));
        commands.put("--help", List.of("--help"));
        commands.put("check", List.of("check", "-w", here));
        commands.put("submit", List.of("submit", "-w", here, "--agent", "writer", "Say hi"));
        commands.put("status", List.of("status", "-w", here));
        commands.put("status --json", List.of("status", "-w", here, "--json"));
        commands.put("show", List.of("show", "-w", here, "queued"));
        commands.put("show, of an agent", List.of("show", "-w", here, "writer"));
        commands.put("trace", List.of("trace", "-w", here, "queued"));
        commands.put("trace, of 101 tasks", List.of("trace", "-w", here, lead.id()));
        commands.put("logs", List.of("logs", "-w", here, lead.id()));
        commands.put("wait", List.of("wait", "-w", here, lead.id()));
        commands.put("send", List.of("send", "-w", here, "writer", "Hello"));
        commands.put("inbox", List.of("inbox", "-w", here, "writer"));
        commands.put("hold", List.of("hold", "-w", here, "queued"));
        commands.put("release", List.of("release", "-w", here, "queued"));
        commands.put("state set", List.of("state", "set", state, "a.b", "1"));
        commands.put("state get", List.of("state", "get", state, "a"));
        commands.put("state merge", List.of("state", "merge", state, "{\"a\": {\"c\": 2}}"));
        commands.put("lock", List.of("lock", state, "--", "true"));
        commands.put("install --dry-run", List.of("install", "-w", here, "--dry-run"));
        return commands;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** @return milliseconds */
    private double run(List<String> line) throws Exception {
        Path output = root.resolve("output");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = process.waitFor();
        double time = (System.nanoTime() - begin) / 1e6;
        if (status != 0) {
            throw new IOException(line + " ended with " + status + ": " + Files.readString(output));
        }
        return time;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
