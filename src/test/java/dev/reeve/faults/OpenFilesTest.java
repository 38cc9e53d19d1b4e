package dev.reeve.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.launch.MachineFull;
import dev.reeve.launch.Processes;
import dev.reeve.launch.RealProcesses;
import dev.reeve.launch.Spawn;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many open files are left when a program is started, what is said is either that it started or that it is full. */
class OpenFilesTest {

    private static final List<String> FEW_FILES = List.of("/bin/sh", "-c", "ulimit -n 200 && exec \"$@\"", "sh");
    private static final Pattern COUNTS = Pattern.compile("refused (\\d+), started (\\d+)");

    @TempDir
    Path folder;

    @Test
    void aLackOfThemIsNoFaultOfTheProgram() throws IOException {
        Path log = folder.resolve("log");
        try (JavaProcess process = JavaProcess.start(
                FEW_FILES, Spawning.class, List.of(folder.toRealPath().toString()), log)) {
            assertEquals(0, process.ended(), process::said);
            Matcher counts = COUNTS.matcher(process.said());
            assertTrue(counts.find(), process::said);
            assertTrue(Integer.parseInt(counts.group(1)) > 2, process::said);
            assertTrue(Integer.parseInt(counts.group(2)) > 2, process::said);
        }
    }

    /** Starts a program with each small number of open files that it may still have. */
    static final class Spawning {

        private static final int MOST_FREE = 20;
        private static final Deque<FileInputStream> OPEN = new ArrayDeque<>();

        private Spawning() {}

        public static void main(String[] arguments) throws IOException {
            Processes processes = RealProcesses.ofThisMachine();
            Path folder = Path.of(arguments[0]);
            Path input = Files.createFile(folder.resolve("in"));
            Spawn spawn = new Spawn(
                    List.of("/bin/true"), folder, Map.of(), input, folder.resolve("out"), folder.resolve("err"));
            // what is not loaded by now can't be loaded when no file can be opened
            new MachineFull("").getMessage();
            for (String missing : List.of("a", "b")) {
                start(processes, new Spawn(List.of("/" + missing), folder, Map.of(), input, input, input));
            }
            start(processes, spawn);
            int refused = 0;
            int started = 0;
            for (int free = 0; free < MOST_FREE; free++) {
                leaveFree(free);
                try {
                    processes.spawn(spawn, () -> {});
                    started++;
                } catch (MachineFull e) {
                    refused++;
                }
            }
            System.out.println("refused " + refused + ", started " + started);
        }

        /** Uses up all but so many. Some of those that were left free before may have been lost by Java. */
        private static void leaveFree(int free) throws IOException {
            try {
                while (true) {
                    OPEN.push(new FileInputStream("/dev/null"));
                }
            } catch (IOException e) {
                // now there is none left
            }
            for (int i = 0; i < free; i++) {
                OPEN.pop().close();
            }
        }

        private static void start(Processes processes, Spawn spawn) {
            try {
                processes.spawn(spawn, () -> {});
            } catch (IOException e) {
                System.out.println("to warm up: " + e.getMessage());
            }
        }
    }
}
