package dev.reeve.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.RealDisk;
import dev.reeve.sim.Tree;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The supervisor, a process of its own, is killed with -9 at random moments while programs drop tasks and people move
 * them. {@code mvn verify -Pfaults -Dfaults.kills=300 -Dseed=7} decides how often, and on what.
 */
class KillsUnderLoadTest {

    private static final long FIXED_SEED = 20261121;
    private static final long LONGEST_LIFE_MICROS = 900_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void someKillsLoseAndDoubleNothing() throws IOException {
        survive(10, FIXED_SEED);
    }

    @Test
    @Tag("faults")
    @Tag("profile")
    void hundredsOfKillsLoseAndDoubleNothing() throws IOException {
        survive(Integer.getInteger("faults.kills", 300), Long.getLong("seed", System.nanoTime()));
    }

    private void survive(int kills, long seed) throws IOException {
        String about = kills + " kills of the supervisor, seed " + seed;
        System.out.println(about + ", in " + folder);
        Random random = new Random(seed);
        try (FaultWorkspace live = new FaultWorkspace(folder);
                Load load = Load.begin(live, new Random(random.nextLong()))) {
            Assassin assassin = new Assassin(live, random);
            for (int kill = 0; kill < kills; kill++) {
                liveAndDie(live, random, assassin);
            }
            load.end();
            comeToRest(live);
            Account account = new Account(live, load.removed(), assassin::struck);
            account.check(load.dropped());
            answersAreWhole(live, load);
            assertTrue(load.dropped().size() > kills, "too little was dropped: " + load.dropped());

            var before = Tree.of(new RealDisk(), live.workspace);
            live.upUntilIdle();
            assertEquals(before, Tree.of(new RealDisk(), live.workspace), "what a second recovery changed");
            System.out.println(about + ": 0 lost, 0 doubled, 0 orphans. "
                    + load.dropped().size() + " tasks dropped, " + load.moves() + " moved by people, "
                    + assassin.strikes() + " shims and agents killed; " + account);
        }
    }

    /** Each agent answers with its task's id and the number of its attempt. */
    private static void answersAreWhole(FaultWorkspace live, Load load) throws IOException {
        for (TaskFolder task : live.tasks(State.DONE)) {
            if (!load.removed().contains(task.id())) {
                String answer = live.json(task.record()).get("answer").asString();
                assertEquals(
                        task.id() + " " + answer,
                        Files.readString(task.result()).strip());
            }
        }
    }

    /** One life of a supervisor, cut off while it starts, while it recovers, or at work. */
    private static void liveAndDie(FaultWorkspace live, Random random, Assassin assassin) throws IOException {
        JavaProcess supervisor = random.nextInt(3) == 0 ? live.up() : live.upAndRecovered();
        randomWhile(random);
        if (random.nextInt(3) == 0) {
            assassin.strike();
            randomWhile(random);
        }
        supervisor.kill();
        if (random.nextInt(4) == 0) {
            // what happens while no supervisor lives
            assassin.strike();
            randomWhile(random);
        }
    }

    private static void randomWhile(Random random) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextLong(LONGEST_LIFE_MICROS)));
    }

    /** What people parked they release, until nothing is left to do. */
    private static void comeToRest(FaultWorkspace live) throws IOException {
        do {
            for (TaskFolder held : live.tasks(State.HELD)) {
                Files.move(
                        held.path(), live.workspace.task(State.QUEUE, held.id()).path());
            }
            live.upUntilIdle();
        } while (!live.tasks(State.HELD).isEmpty());
    }
}
