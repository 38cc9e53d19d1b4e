package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes whose shim, session and parents are gone: only their environment tells whose they are. */
class FoundByMarkTest {

    private static final Duration OLD = Duration.ofHours(1);

    @TempDir
    Path root;

    private Machine m;

    @BeforeEach
    void makeAWorkspace() throws IOException {
        m = new Machine(root, "/bin/sh");
    }

    @AfterEach
    void leaveNothing() throws IOException {
        m.close();
    }

    @Test
    void aDeadShimsTreeIsFoundByItsMarkAlone() throws IOException {
        Path pids = root.resolve("pids");
        AttemptFolder attempt = m.attempt(1);
        long pid = m.start(attempt, "/bin/sh", "-c", "echo $$ >>" + pids + "; exec sleep 1000");
        m.awaitFile(pids);
        Target longAgo = new Target(m.target(attempt).shim(), m.mark(1), false);
        m.processes.signal(Processes.Signal.KILL, List.of(m.processes.look(pid).identity()));
        m.awaitEnd(pid);
        long program = m.pidsIn(pids).get(0);
        assertNotNull(m.processes.look(program), "the program outlives its shim");

        m.stop(longAgo, Duration.ofMillis(50), OLD);

        assertNull(m.processes.look(program));
        assertEquals(new ExitFile.Claimed(), ExitFile.read(m.disk, attempt));
    }

    /**
     * Each program that is begun shows no environment for a moment, the longer the more it has, and a long one is read in
     * pieces: a child that runs through many programs must not slip by.
     */
    @Test
    void noLookMissesAProcessInItsExec() throws IOException {
        AttemptFolder attempt = m.attempt(1);
        Path chain = Files.writeString(root.resolve("chain.sh"), "exec /bin/sh " + root.resolve("chain.sh") + "\n");
        Map<String, String> environment = m.environment(1);
        for (int i = 0; i < 3000; i++) {
            environment.put("V" + i, "v");
        }
        long shim = m.start(attempt, environment, List.of("/bin/sh", "-c", "(setsid sh " + chain + " &); echo up"));
        m.awaitFile(attempt.stdout());
        m.awaitEnd(shim);
        Target byMarkAlone = new Target(m.target(attempt).shim(), m.mark(1), false);
        for (int look = 0; look < 1000; look++) {
            assertEquals(
                    1,
                    Tree.look(m.processes, Machine.SELF, byMarkAlone).others().size(),
                    "look " + look);
        }
        m.stop(byMarkAlone, Duration.ZERO, OLD);
    }

    @Test
    void aProcessWhoseFirstThreadHasEndedIsFoundByItsMark() throws IOException {
        assumeTrue(perlHasThreads(), "this machine has no perl with threads");
        AttemptFolder attempt = m.attempt(1);
        // the C library's exit would end all of its threads
        String alone = "async { print qq($$\\n); sleep 1000 }; syscall(qx(uname -m) =~ /x86_64/ ? 60 : 93, 0)";
        long shim = m.start(
                attempt,
                "/usr/bin/setsid",
                "/bin/sh",
                "-c",
                "kill -9 $PPID; exec perl -Mthreads -e '$| = 1; " + alone + "'");
        m.awaitEnd(shim);
        m.awaitFile(attempt.stdout());
        Path stat = Path.of("/proc", m.pidsIn(attempt.stdout()).get(0).toString(), "stat");
        Machine.await("the first thread to end", () -> Files.readString(stat).contains(") Z "));
        Target byMarkAlone = new Target(m.target(attempt).shim(), m.mark(1), false);

        assertEquals(
                1, Tree.look(m.processes, Machine.SELF, byMarkAlone).others().size());
        m.stop(byMarkAlone, Duration.ZERO, OLD);
        assertTrue(Tree.look(m.processes, Machine.SELF, byMarkAlone).isGone());
    }

    private static boolean perlHasThreads() throws IOException {
        return Files.isExecutable(Path.of("/usr/bin/perl"))
                && new ProcessBuilder("/usr/bin/perl", "-Mthreads", "-e", "1")
                                .start()
                                .onExit()
                                .join()
                                .exitValue()
                        == 0;
    }

    @Test
    void thoseWhoseTaskIsGoneAreFoundByTheirWorkspace() throws IOException {
        AttemptFolder attempt = m.attempt(1);
        m.start(attempt, "/bin/sh", "-c", "echo up; exec sleep 1000");
        m.awaitFile(attempt.stdout());
        String workspace = m.workspace.root().toString();

        assertEquals(
                List.of(m.mark(1)),
                List.copyOf(Orphans.marked(m.processes, Machine.SELF, workspace).keySet()));
        assertTrue(Orphans.marked(m.processes, Machine.SELF, workspace + "x").isEmpty());

        m.stop(new Target(null, m.mark(1), false), Duration.ZERO, OLD);
        assertTrue(Orphans.marked(m.processes, Machine.SELF, workspace).isEmpty());
    }
}
