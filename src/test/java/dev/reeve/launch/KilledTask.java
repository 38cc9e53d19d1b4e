package dev.reeve.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.workspace.AttemptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** One task, its supervisors and its processes, killed again and again, and what must hold all the while. */
final class KilledTask implements StandIn.Watcher {

    private static final int STATUS = 3;
    private static final int LONGEST_DELAY_NANOS = 8_000_000;

    private final Machine machine;
    private final Random random;
    private final Path runs;
    private final AtomicInteger kills = new AtomicInteger();
    private final Map<Integer, Fate> fates = new HashMap<>();
    private final Set<Integer> shimsKilled = new HashSet<>();
    private final Set<Integer> programsKilled = new HashSet<>();
    private Thread assassin;

    KilledTask(Machine machine, Random random) throws IOException {
        this.machine = machine;
        this.random = random;
        this.runs = Files.createFile(machine.workspace.root().resolve("runs"));
    }

    /** @return how many were killed */
    int play(String name) throws IOException {
        String script = "echo $REEVE_ATTEMPT >>" + runs + "; (setsid sleep 1000 &); sleep 0.002; exit " + STATUS;
        boolean over = false;
        while (!over) {
            try {
                new StandIn(machine, this::dieNowAndThen, this, List.of("/bin/sh", "-c", script)).live();
                over = true;
            } catch (StandIn.Killed e) {
                kills.incrementAndGet();
            }
        }
        awaitAssassin();
        Machine.await(
                "nothing of " + name + " to be left",
                () -> Orphans.marked(
                                machine.processes,
                                Machine.SELF,
                                machine.workspace.root().toString())
                        .isEmpty());
        checkAll(name);
        return kills.get();
    }

    private void dieNowAndThen() throws StandIn.Killed {
        if (random.nextInt(12) == 0) {
            throw new StandIn.Killed();
        }
    }

    @Override
    public void started(AttemptFolder attempt, long shim) throws IOException {
        int before = attempt.number() - 1;
        if (before > 0) {
            AttemptFolder last = machine.task().attempt(before);
            assertFalse(
                    ExitFile.read(machine.disk, last) instanceof ExitFile.Missing, "attempt " + before + " is open");
            Mark mark = machine.mark(before);
            Set<Mark> alive = Orphans.marked(
                            machine.processes,
                            Machine.SELF,
                            machine.workspace.root().toString())
                    .keySet();
            boolean never = ExitFile.read(machine.disk, last) instanceof ExitFile.Never;
            // a closed attempt's shim may be about to find that out and end: it runs nothing, which the end checks
            assertTrue(never || !alive.contains(mark), "attempt " + before + " lives beside its successor");
        }
        awaitAssassin();
        hire(attempt.number(), shim);
    }

    @Override
    public void closing(AttemptFolder attempt, Fate fate) throws IOException {
        Fate earlier = fates.put(attempt.number(), fate);
        assertTrue(
                earlier == null || earlier == fate, "attempt " + attempt.number() + " was " + earlier + ", is " + fate);
        if (ExitFile.read(machine.disk, attempt) instanceof ExitFile.Ended) {
            assertEquals(Fate.ENDED, fate, "a finished status is never lost");
        }
    }

    private void checkAll(String name) throws IOException {
        List<String> ran = Files.readAllLines(runs);
        assertEquals(new HashSet<>(ran).size(), ran.size(), name + ": an attempt ran twice: " + ran);
        for (Map.Entry<Integer, Fate> end : fates.entrySet()) {
            int number = end.getKey();
            String what = name + ", attempt " + number + ", " + end.getValue();
            AttemptFolder attempt = machine.task().attempt(number);
            ExitFile.State exit = ExitFile.read(machine.disk, attempt);
            if (exit instanceof ExitFile.Never || exit instanceof ExitFile.Empty) {
                assertEquals(Fate.CLOSED, end.getValue(), what);
                assertFalse(ran.contains(Integer.toString(number)), what + " and it ran");
                continue;
            }
            assertNotNull(PidFile.read(machine.disk, attempt), what + " and its claim has no pid");
            if (!shimsKilled.contains(number)) {
                assertEquals(Fate.ENDED, end.getValue(), what + " and nobody killed its shim");
            }
            if (exit instanceof ExitFile.Ended ended && !programsKilled.contains(number)) {
                assertEquals(STATUS, ended.status(), what);
            }
        }
    }

    /** Some while after a start, kills its shim, its program or nobody. */
    private void hire(int number, long shim) {
        int whom = random.nextInt(10);
        int delay = random.nextInt(LONGEST_DELAY_NANOS);
        ProcessHandle handle = ProcessHandle.of(shim).orElse(null);
        if (whom >= 8 || handle == null) {
            return;
        }
        (whom < 5 ? shimsKilled : programsKilled).add(number);
        assassin = new Thread(() -> {
            LockSupport.parkNanos(delay);
            ProcessHandle victim =
                    whom < 5 ? handle : handle.children().findFirst().orElse(null);
            if (victim != null && victim.destroyForcibly()) {
                kills.incrementAndGet();
            }
        });
        assassin.start();
    }

    private void awaitAssassin() {
        try {
            if (assassin != null) {
                assassin.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
