package dev.reeve.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.files.RealDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two supervisors want one workspace at the same moment: never are two at work, and never is none. */
class TwoAtOnceTest {

    private static final long LONGEST_START_MICROS = 700_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void ofTwoThatOpenAtOnceOneIsRefused() throws IOException {
        contend(40);
    }

    @Test
    @Tag("faults")
    @Tag("profile")
    void ofTwoThatOpenAtOnceOneIsRefusedAThousandTimes() throws IOException {
        contend(Integer.getInteger("faults.contests", 1000));
    }

    @Test
    void ofTwoCommandsOneEndsAndNamesTheOther() throws IOException {
        pairs(3);
    }

    @Test
    @Tag("faults")
    @Tag("profile")
    void ofTwoCommandsOneEndsAndNamesTheOtherManyTimes() throws IOException {
        pairs(40);
    }

    @Test
    void whoStartsWhileTheFirstIsKilledWaitsForItsDeath() throws IOException {
        takeOvers(2, new Random(20261121));
    }

    @Test
    @Tag("faults")
    @Tag("profile")
    void whoStartsWhileTheFirstIsKilledWaitsForItsDeathManyTimes() throws IOException {
        takeOvers(60, new Random(Long.getLong("seed", System.nanoTime())));
    }

    private void contend(int rounds) throws IOException {
        try (FaultWorkspace live = new FaultWorkspace(folder).agent("quick", "concurrency: 3\n", "echo done\n")) {
            List<String> dropped = new ArrayList<>();
            for (int job = 0; job < rounds / 4; job++) {
                // each is taken by whoever wins when its time has come
                String text = "---\nnot_before: " + job * 50 + "ms\n---\njob " + job + "\n";
                live.drop("quick", "job-" + job + ".md", text);
                dropped.add("job-" + job);
            }
            Path meetings = Files.createDirectory(live.beside("meetings"));
            try (JavaProcess one = contender(live, meetings, "one", "two", rounds);
                    JavaProcess two = contender(live, meetings, "two", "one", rounds)) {
                assertEquals(0, one.ended(), one.said());
                assertEquals(0, two.ended(), two.said());
                int won = count(one, "won") + count(two, "won");
                int refused = count(one, "refused") + count(two, "refused");
                assertEquals(0, count(one, "TWO AT WORK") + count(two, "TWO AT WORK"), "two at work at once");
                assertEquals(2 * rounds, won + refused);
                assertTrue(won >= rounds, won + " won in " + rounds + " rounds");
                assertTrue(refused > 0, "they never met");
                assertEquals(won, recoveries(live));
                live.upUntilIdle();
                for (String job : dropped) {
                    assertEquals("done", live.result(job));
                }
                assertEquals(dropped.size(), live.ran().size());
                assertEquals(new HashSet<>(live.ran()).size(), live.ran().size(), "an attempt ran twice");
                System.out.println(rounds + " contests of two supervisors: " + won + " at work, " + refused
                        + " refused, never two at once");
            }
        }
    }

    private static JavaProcess contender(FaultWorkspace live, Path meetings, String name, String rival, int rounds)
            throws IOException {
        return JavaProcess.start(
                List.of(),
                Contender.class,
                List.of(live.workspace.root().toString(), meetings.toString(), name, rival, Integer.toString(rounds)),
                live.beside("contender-" + name));
    }

    private static int count(JavaProcess contender, String word) throws IOException {
        return (int) contender.said().lines().filter(word::equals).count();
    }

    private static int recoveries(FaultWorkspace live) throws IOException {
        int recoveries = 0;
        for (String name : new RealDisk().list(live.workspace.logs())) {
            recoveries +=
                    (int) JsonLines.tail(new RealDisk(), live.workspace.logs().resolve(name), 1 << 28).stream()
                            .filter(line -> "recover".equals(Json.text(line, "action")))
                            .count();
        }
        return recoveries;
    }

    private void pairs(int pairs) throws IOException {
        try (FaultWorkspace live = new FaultWorkspace(folder).agent("quick", "", "echo done\n")) {
            for (int pair = 1; pair <= pairs; pair++) {
                JavaProcess one = live.up();
                JavaProcess two = live.up();
                live.until("none of two gives way", () -> !one.isAlive() || !two.isAlive());
                JavaProcess winner = one.isAlive() ? one : two;
                JavaProcess loser = one.isAlive() ? two : one;
                assertEquals(2, loser.ended(), loser.said());
                assertTrue(loser.said().contains("another supervisor has " + live.workspace.root()), loser.said());
                assertFalse(loser.said().contains("supervising"), loser.said());
                // the winner may not have told yet who it is: then nobody is named, least of all the one before it
                assertTrue(
                        !loser.said().contains(": pid ") || loser.said().contains(": pid " + winner.pid() + " "),
                        () -> "not " + winner.pid() + ": " + loser.said());
                live.drop("quick", "job-" + pair + ".md", "Do it.\n");
                assertEquals("done", live.result("job-" + pair));
                assertEquals(pair, recoveries(live));
                JavaProcess third = live.up();
                assertEquals(2, third.ended(), third.said());
                assertTrue(third.said().contains(": pid " + winner.pid() + " "), third.said());
                winner.kill();
            }
            assertEquals(pairs, live.ran().size());
        }
    }

    private void takeOvers(int times, Random random) throws IOException {
        try (FaultWorkspace live = new FaultWorkspace(folder).agent("quick", "", "echo done\n")) {
            JavaProcess first = live.upAndRecovered();
            int tookOver = 0;
            for (int time = 0; time < times; time++) {
                JavaProcess next = live.up();
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextLong(LONGEST_START_MICROS)));
                assertFalse(next.said().contains("supervising"), "it is at work beside one that lives");
                first.kill();
                live.until(
                        "it neither gives way nor goes on",
                        () -> next.said().contains("recover workspace") || !next.isAlive());
                tookOver += next.isAlive() ? 1 : 0;
                first = next.isAlive() ? next : live.upAndRecovered();
                live.drop("quick", "job-" + time + ".md", "Do it.\n");
                assertEquals("done", live.result("job-" + time));
            }
            System.out.println(times + " supervisors killed while the next one started: " + tookOver
                    + " took over, the others gave way");
        }
    }
}
