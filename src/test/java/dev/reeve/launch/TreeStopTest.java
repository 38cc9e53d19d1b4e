package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole trees of real processes, and strangers beside them. */
class TreeStopTest {

    private static final Duration OLD = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    Path root;

    private Machine m;
    private Process stranger;

    @BeforeEach
    void startAStranger() throws IOException {
        m = new Machine(root, "/bin/sh");
        stranger = new ProcessBuilder("/bin/sleep", "1000").start();
    }

    @AfterEach
    void leaveNothing() throws IOException {
        stranger.destroyForcibly();
        m.close();
    }

    @Test
    void aTreeThatHidesAndIgnoresIsGoneAndTheStrangerLives() throws IOException {
        Path pids = root.resolve("pids");
        AttemptFolder attempt = m.attempt(1);
        Path ignoring = Files.writeString(
                root.resolve("ignoring.sh"),
                "trap '' TERM HUP INT; echo $$ >>" + pids + "; while :; do /bin/sleep 1000; done");
        // a child, a reparented one in a session of its own, and one in the shim's session without the mark
        m.start(
                attempt,
                "/bin/sh",
                "-c",
                "trap '' TERM; sh " + ignoring + " & (setsid sh " + ignoring + " &); (env -i /bin/sh " + ignoring
                        + " &); while :; do sleep 1000; done");
        Machine.await(
                "three processes", () -> Files.exists(pids) && m.pidsIn(pids).size() == 3);

        m.stop(m.target(attempt), SHORT, Duration.ZERO);

        for (long pid : m.pidsIn(pids)) {
            assertNull(m.processes.look(pid), "still there: " + pid);
        }
        assertEquals(new ExitFile.Ended(137), ExitFile.read(m.disk, attempt), "the shim wrote the status");
        assertTrue(stranger.isAlive());
    }

    @Test
    void whoEndsOnRequestIsNotKilled() throws IOException {
        AttemptFolder attempt = m.attempt(1);
        m.start(attempt, "/bin/sh", "-c", "trap 'echo bye; exit 7' TERM; echo up; while :; do sleep 0.01; done");
        m.awaitFile(attempt.stdout());

        m.stop(m.target(attempt), Duration.ofMinutes(10), OLD);

        assertEquals(new ExitFile.Ended(7), ExitFile.read(m.disk, attempt));
        assertEquals("up\nbye\n", Files.readString(attempt.stdout()));
    }

    @Test
    void leftoversOfAnEndedAttemptAreStopped() throws IOException {
        Path pids = root.resolve("pids");
        AttemptFolder attempt = m.attempt(1);
        ExitFile.State exit = m.run(attempt, "setsid sh -c 'echo $$ >>" + pids + "; exec sleep 1000' & exit 0");
        assertEquals(new ExitFile.Ended(0), exit);
        m.awaitFile(pids);

        m.stop(m.target(attempt), TreeStop.LEFTOVER_GRACE, OLD);

        assertNull(m.processes.look(m.pidsIn(pids).get(0)));
        assertEquals(new ExitFile.Ended(0), ExitFile.read(m.disk, attempt));
    }

    @Test
    void aHaltedShimIsWokenToWriteTheStatus() throws IOException {
        AttemptFolder attempt = m.attempt(1);
        long pid = m.start(attempt, "/bin/sh", "-c", "echo up; exec sleep 1000");
        m.awaitFile(attempt.stdout());
        m.processes.signal(Processes.Signal.STOP, List.of(m.processes.look(pid).identity()));

        m.stop(m.target(attempt), SHORT, OLD);

        assertEquals(new ExitFile.Ended(143), ExitFile.read(m.disk, attempt));
    }

    @Test
    void aHaltedProgramHearsTheRequest() throws IOException {
        AttemptFolder attempt = m.attempt(1);
        m.start(attempt, "/bin/sh", "-c", "trap 'exit 7' TERM; echo up; kill -STOP $$; while :; do sleep 0.01; done");
        m.awaitFile(attempt.stdout());

        m.stop(m.target(attempt), Duration.ofMinutes(10), OLD);

        assertEquals(new ExitFile.Ended(7), ExitFile.read(m.disk, attempt));
    }

    @Test
    void aSessionWhoseNumberSomebodyElseHoldsIsNotOurs() throws IOException {
        // the stranger's number stands in an old pid file, with the start of a process that is gone
        Target stale = new Target(new Identity(stranger.pid(), "1"), m.mark(1), true);

        Tree tree = Tree.look(m.processes, Machine.SELF, stale);

        assertTrue(tree.isGone(), tree.others().toString());
        m.stop(stale, Duration.ZERO, OLD);
        assertTrue(stranger.isAlive());
    }

    @Test
    void aPidWithOtherTicksIsNeverSignalled() throws IOException {
        Identity real = m.processes.look(stranger.pid()).identity();
        Identity other = new Identity(real.pid(), real.start() + "0");
        m.processes.signal(Processes.Signal.KILL, List.of(other, new Identity(real.pid(), "-")));
        assertTrue(stranger.isAlive());
        assertEquals(real, m.processes.look(stranger.pid()).identity());

        m.processes.signal(Processes.Signal.KILL, List.of(other, real));
        m.awaitEnd(stranger.pid());
    }

    @Test
    void hundredsAreSignalledAtOnce() throws IOException {
        AttemptFolder attempt = m.attempt(1);
        m.start(
                attempt,
                "/bin/sh",
                "-c",
                "i=0; while [ $i -lt 600 ]; do sleep 1000 & i=$((i+1)); done; echo up; trap '' TERM; wait");
        m.awaitFile(attempt.stdout());
        assertTrue(
                Tree.look(m.processes, Machine.SELF, m.target(attempt)).others().size() > 600);

        m.stop(m.target(attempt), SHORT, OLD);

        assertTrue(Tree.look(m.processes, Machine.SELF, m.target(attempt)).isGone());
    }

    @Test
    void aNameWithANewlineAndParenthesesHidesNobody() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "perl is not on this machine");
        AttemptFolder attempt = m.attempt(1);
        m.start(attempt, "/usr/bin/perl", "-e", "$0 = \"a) S\\nb (c\"; $| = 1; print 'up'; sleep 1000");
        m.awaitFile(attempt.stdout());

        m.stop(m.target(attempt), SHORT, OLD);

        assertEquals(new ExitFile.Ended(143), ExitFile.read(m.disk, attempt));
    }

    @Test
    void aStepNeverWaitsAndSaysWhenToLookAgain() throws IOException {
        AttemptFolder attempt = m.attempt(1);
        m.start(attempt, "/bin/sh", "-c", "trap '' TERM; echo up; while :; do sleep 0.05; done");
        m.awaitFile(attempt.stdout());
        TreeStop stop = new TreeStop(m.processes, Machine.SELF, m.target(attempt), Duration.ofSeconds(20), OLD);
        Instant now = Instant.parse("2026-11-20T14:00:00Z");

        TreeStop.Again again = assertInstanceOf(TreeStop.Again.class, stop.step(now));
        assertTrue(again.at().isAfter(now));
        Instant lastMoment = now.plusSeconds(20).minusMillis(1);
        again = assertInstanceOf(TreeStop.Again.class, stop.step(lastMoment));
        assertEquals(now.plusSeconds(20), again.at(), "the kill is not due before the grace has passed");
        assertEquals(new ExitFile.Claimed(), ExitFile.read(m.disk, attempt));

        stop.step(now.plusSeconds(20));
        Machine.await("the kill", () -> stop.step(now.plusSeconds(21)) instanceof TreeStop.Gone);
        assertEquals(new ExitFile.Ended(137), ExitFile.read(m.disk, attempt));
    }
}
