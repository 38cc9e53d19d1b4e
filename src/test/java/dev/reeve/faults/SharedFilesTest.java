package dev.reeve.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.cli.Main;
import dev.reeve.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Many processes change one file, and some are killed in the midst of it: no change is lost. */
class SharedFilesTest {

    private static final int WRITERS = 20;
    private static final int TIMES = 50;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private JavaProcess writer(String name, int times) throws IOException {
        return start(SharedWriter.class, name, file().toString(), name, Integer.toString(times));
    }

    private JavaProcess start(Class<?> program, String log, String... words) throws IOException {
        return JavaProcess.start(List.of(), program, List.of(words), folder.resolve("log-" + log));
    }

    private Path file() {
        return folder.resolve("counts.json");
    }

    private ObjectNode counts() throws IOException {
        return Json.parseObject(Files.readAllBytes(file()));
    }

    @Test
    void twentyWritersLoseNothing() throws IOException {
        List<JavaProcess> writers = new ArrayList<>();
        for (int number = 0; number < WRITERS; number++) {
            writers.add(writer("w" + number, TIMES));
        }
        for (int merge = 0; merge < 5; merge++) {
            String patch = "{\"merged\": {\"m" + merge + "\": true}}";
            JavaProcess command = start(Main.class, "merge", "state", "merge", file().toString(), patch);
            assertEquals(0, command.ended(), command::said);
        }
        for (JavaProcess writer : writers) {
            assertEquals(0, writer.ended(), writer::said);
        }
        ObjectNode counts = counts();
        assertEquals(WRITERS * TIMES, counts.get("all").intValue());
        for (int number = 0; number < WRITERS; number++) {
            assertEquals(TIMES, counts.get("w" + number).intValue());
        }
        assertEquals(5, counts.get("merged").size());
        assertFalse(Files.exists(folder.resolve("counts.json.lock")));
    }

    @Test
    void writersThatAreKilledLoseNothing() throws IOException {
        Random random = new Random(20261121);
        List<JavaProcess> steady = List.of(writer("s0", TIMES), writer("s1", TIMES));
        List<JavaProcess> killed = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            JavaProcess writer = writer("k" + number, Integer.MAX_VALUE);
            killed.add(writer);
            until("it writes nothing", () -> writer.said().contains("counted") || !writer.isAlive());
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(20_000)));
            writer.kill();
        }
        for (JavaProcess writer : steady) {
            assertEquals(0, writer.ended(), writer::said);
        }
        ObjectNode counts = counts();
        int sum = 0;
        for (int number = 0; number < steady.size(); number++) {
            assertEquals(TIMES, counts.get("s" + number).intValue());
            sum += TIMES;
        }
        for (int number = 0; number < killed.size(); number++) {
            int said = (int)
                    killed.get(number).said().lines().filter("counted"::equals).count();
            int written = counts.get("k" + number).intValue();
            // it may have died after it wrote and before it said so
            assertTrue(written == said || written == said + 1, written + " written, " + said + " said");
            sum += written;
        }
        assertEquals(sum, counts.get("all").intValue());
    }

    /** The command reads, tells that it has, and writes once it may: reeve is killed in between, and nobody comes in. */
    @Test
    void aCommandWhoseReeveIsKilledKeepsTheLockUntilItHasWritten() throws IOException {
        Path counter = Files.writeString(folder.resolve("counter"), "0\n");
        Path read = folder.resolve("read");
        Path go = folder.resolve("go");
        // in its midst it waits for a line: a pipe that nobody has opened yet
        Commands.run("mkfifo", go.toString());
        String slow =
                "n=$(cat " + counter + "); touch " + read + "; read -r line <" + go + "; echo $((n + 1)) >" + counter;
        String quick = "n=$(cat " + counter + "); echo $((n + 1)) >" + counter;
        JavaProcess first = lock("first", counter, slow);
        until("it does not run", () -> Files.exists(read));
        first.kill();
        JavaProcess second = lock("second", counter, quick);
        until("it does not say for whom it waits", () -> second.said().contains("waiting for it") || !second.isAlive());
        assertEquals("0\n", Files.readString(counter), "two were at work");
        Files.writeString(go, "go\n");
        assertEquals(0, second.ended(), second::said);
        assertEquals("2\n", Files.readString(counter));
    }

    @Test
    void commandsAtOnceTakeTurnsThoughSomeOfTheirReevesAreKilled() throws IOException {
        Path counter = Files.writeString(folder.resolve("counter"), "0\n");
        Path began = Files.createDirectory(folder.resolve("began"));
        Path ended = Files.createDirectory(folder.resolve("ended"));
        Random random = new Random(7);
        List<JavaProcess> commands = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            String script = "touch " + began.resolve("c" + number) + "; n=$(cat " + counter
                    + "); sleep 0.05; echo $((n + 1)) >" + counter + "; touch " + ended.resolve("c" + number);
            commands.add(lock("c" + number, counter, script));
        }
        for (int number = 0; number < 10; number += 2) {
            Path at = began.resolve("c" + number);
            until("it never has its turn", () -> Files.exists(at));
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(40_000)));
            commands.get(number).kill();
        }
        for (int number = 1; number < 10; number += 2) {
            assertEquals(0, commands.get(number).ended(), commands.get(number)::said);
        }
        // those whose reeve was killed go on by themselves, and keep the next one waiting
        JavaProcess last = lock("last", counter, "true");
        assertEquals(0, last.ended(), last::said);
        assertEquals(10, names(ended));
        assertEquals("10\n", Files.readString(counter));
    }

    @Test
    void termReachesTheCommandAndTheLockOutlastsItsEnd() throws IOException {
        Path counter = folder.resolve("counter");
        Path at = folder.resolve("at-work");
        Path seen = folder.resolve("seen");
        // what it does at its end it still does under the lock
        String script = "trap 'cp " + counter + ".lock " + seen + "; exit 9' TERM; touch " + at
                + "; while :; do sleep 0.05; done";
        JavaProcess command = lock("term", counter, script);
        until("it does not run", () -> Files.exists(at));
        command.signal("TERM");
        assertEquals(9, command.ended(), command::said);
        assertTrue(Files.exists(seen), "it was not asked to end, or had no lock");
        assertFalse(Files.exists(folder.resolve("counter.lock")));
    }

    private JavaProcess lock(String log, Path file, String script) throws IOException {
        return start(Main.class, log, "lock", file.toString(), "--", "sh", "-c", script);
    }

    private static int names(Path folder) {
        return folder.toFile().list().length;
    }

    private static void until(String otherwise, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - end < 0, otherwise);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
