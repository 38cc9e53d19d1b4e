package dev.reeve.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Disk;
import dev.reeve.launch.Identity;
import dev.reeve.sim.Crash;
import dev.reeve.sim.SimDisk;
import dev.reeve.sim.SteppedDisk;
import dev.reeve.sim.Survival;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A lock of a dead process, and two who want it: whatever one of them does between two steps of the other, and wherever
 * one dies, never do both have it, and one can always get it.
 */
class LockCrashTest {

    /** Something that one process does; its step is the moment right before. */
    private interface Moment {
        void happens(LockStage stage, Identity me) throws IOException;
    }

    private static final class Outcome {
        private SharedLock.Held first;
        private boolean reached;
    }

    /** The first takes the stale lock; at its nth step something happens. */
    private static Outcome run(LockStage stage, Identity first, int step, Moment moment) throws IOException {
        Identity dead = stage.processes.start(100, "1");
        assertNotNull(LockStage.tryTake(stage.lockOf(dead)));
        stage.processes.end(dead);
        Outcome outcome = new Outcome();
        int[] steps = {0};
        Disk its = new SteppedDisk(stage.disk, (what, part) -> {
            if (++steps[0] == step) {
                outcome.reached = true;
                moment.happens(stage, first);
            }
        });
        try {
            outcome.first = LockStage.tryTake(stage.lockOf(first, "here", its));
        } catch (Crash e) {
            // it is dead, and has nothing
        }
        return outcome;
    }

    @Test
    void ofTwoThatBreakItAtOnceOneHasIt() throws IOException {
        int step = 0;
        boolean reached = true;
        int secondHadIt = 0;
        while (reached) {
            LockStage stage = new LockStage();
            SharedLock.Held[] second = {null};
            Identity other = stage.processes.start(102, "3");
            Outcome outcome = run(
                    stage,
                    stage.processes.start(101, "2"),
                    ++step,
                    (at, me) -> second[0] = LockStage.tryTake(at.lockOf(other)));
            assertFalse(outcome.first != null && second[0] != null, "two have it, by step " + step);
            if (outcome.first == null && second[0] == null) {
                assertNotNull(LockStage.tryTake(stage.lockOf(other)), "nobody can have it, by step " + step);
            }
            secondHadIt += second[0] == null ? 0 : 1;
            reached = outcome.reached;
        }
        assertTrue(step > 4, "the lock is broken and taken in " + step + " steps");
        assertTrue(secondHadIt > 1, "the second never came in between");
    }

    /** The second breaks it, works and gives it back, and a third takes it, all between two steps of the first. */
    @Test
    void aSuccessorsLockIsNeverBroken() throws IOException {
        int step = 0;
        boolean reached = true;
        while (reached) {
            LockStage stage = new LockStage();
            SharedLock.Held[] third = {null};
            Identity secondProcess = stage.processes.start(102, "3");
            Identity thirdProcess = stage.processes.start(103, "4");
            Outcome outcome = run(stage, stage.processes.start(101, "2"), ++step, (at, me) -> {
                SharedLock.Held second = LockStage.tryTake(at.lockOf(secondProcess));
                if (second != null) {
                    second.release();
                    third[0] = LockStage.tryTake(at.lockOf(thirdProcess));
                }
            });
            assertFalse(outcome.first != null && third[0] != null, "two have it, by step " + step);
            assertTrue(third[0] == null || third[0].release(), "the third's was taken away, by step " + step);
            reached = outcome.reached;
        }
    }

    @Test
    void whereverABreakerDiesTheNextGetsTheLock() throws IOException {
        int step = 0;
        boolean reached = true;
        while (reached) {
            LockStage stage = new LockStage();
            Outcome outcome = run(stage, stage.processes.start(101, "2"), ++step, LockCrashTest::die);
            assertEquals(outcome.reached, outcome.first == null, "step " + step);
            if (outcome.reached) {
                Identity next = stage.processes.start(104, "5");
                assertNotNull(LockStage.tryTake(stage.lockOf(next)), "step " + step);
            }
            reached = outcome.reached;
        }
    }

    @Test
    void whatAPowerCutLeavesIsBrokenToo() throws IOException {
        int step = 0;
        boolean reached = true;
        while (reached) {
            step++;
            for (Survival survival :
                    List.of(Survival.ALL, Survival.NOTHING, Survival.some(step), Survival.some(-step))) {
                LockStage stage = new LockStage();
                reached = run(stage, stage.processes.start(101, "2"), step, LockCrashTest::die).reached;
                stage.disk = stage.disk.afterPowerCut(survival, () -> stage.now);
                stage.processes.boot("boot-2");
                // a torn one may be one that is just written, for some seconds
                stage.pass(Judge.WRITTEN_BY_THEN);
                Identity next = stage.processes.start(101, "2");
                assertNotNull(LockStage.tryTake(stage.lockOf(next)), "step " + step + ", " + survival);
            }
        }
    }

    @Test
    void whereverItDiesWhileGivingItBackTheNextGetsIt() throws IOException {
        for (int step = 1; step <= 2; step++) {
            LockStage stage = new LockStage();
            Identity first = stage.processes.start(101, "2");
            int dies = step;
            int[] steps = {0};
            boolean[] armed = {false};
            SteppedDisk its = new SteppedDisk(stage.disk, (what, part) -> {
                if (armed[0] && ++steps[0] == dies) {
                    die(stage, first);
                }
            });
            SharedLock.Held held = LockStage.tryTake(stage.lockOf(first, "here", its));
            armed[0] = true;
            try {
                held.release();
            } catch (Crash e) {
                // as it should
            }
            assertEquals(dies, steps[0]);
            assertNotNull(LockStage.tryTake(stage.lockOf(stage.processes.start(102, "3"))));
        }
    }

    private static void die(LockStage stage, Identity me) {
        stage.processes.end(me);
        SimDisk disk = stage.disk;
        disk.locksReleased();
        throw new Crash("killed");
    }
}
