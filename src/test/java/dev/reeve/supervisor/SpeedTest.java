package dev.reeve.supervisor;

import dev.reeve.files.CountingDisk;
import dev.reeve.files.RealDisk;
import dev.reeve.workspace.State;
import dev.reeve.workspace.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast it is beside the machine's own processes, in the same run on the same disk. It asserts nothing: {@code mvn
 * verify -Pbench -Dtasks=500} prints the figures.
 */
@Tag("bench")
@Tag("profile")
class SpeedTest {

    private static final int TASKS = Integer.getInteger("tasks", 500);
    private static final int WARM_UP = 300;
    private static final int DROPS = 60;

    @TempDir
    Path folder;

    private final CountingDisk disk = new CountingDisk(new RealDisk());

    @Test
    void tasksInASecond() throws Exception {
        try (LiveWorkspace live = workspace("command: ['/bin/true']\n")) {
            live.start();
            drop(live, "warm", WARM_UP);
            awaitDone(live, WARM_UP);
            disk.reset();
            long begin = System.nanoTime();
            drop(live, "do", TASKS);
            awaitDone(live, WARM_UP + TASKS);
            double seconds = (System.nanoTime() - begin) / 1e9;
            live.stop(false);

            double bare = TASKS / bareLoop();
            double rate = TASKS / seconds;
            say("%d tasks of /bin/true: %.0f/s, bare processes %.0f/s, ratio %.3f", TASKS, rate, bare, rate / bare);
            say(
                    "forces: %.2f for each task, %.0f %% of the time",
                    disk.forces() / (double) TASKS, 100 * disk.seconds() / seconds);
            disk.counts().forEach((what, count) -> say("  %-20s %.2f", what, count / (double) TASKS));
        }
    }

    @Test
    void fromADropToTheFirstInstruction() throws Exception {
        try (LiveWorkspace live = workspace("command: [date, '+%s%N']\n")) {
            live.start();
            List<Long> drops = new ArrayList<>();
            for (int i = 0; i < DROPS; i++) {
                Path made = Files.createDirectory(live.door("fast").resolve(".made"));
                Files.writeString(made.resolve("task.md"), "Do number " + i + ".\n");
                String id = TaskId.make(Instant.now(), System::nanoTime, "drop" + i);
                long begin = now();
                Files.move(made, live.door("fast").resolve(id));
                drops.add(Long.parseLong(live.result("drop" + i)) - begin);
            }
            live.stop(false);
            List<Long> bare = new ArrayList<>();
            for (int i = 0; i < DROPS; i++) {
                long begin = now();
                Process date = new ProcessBuilder("date", "+%s%N").start();
                bare.add(Long.parseLong(new String(date.getInputStream().readAllBytes()).strip()) - begin);
            }
            double median = median(drops) / 1e6;
            double usual = median(bare) / 1e6;
            say(
                    "from a drop to the first instruction: %.1f ms, a bare process %.1f ms, ratio %.1f",
                    median, usual, median / usual);
        }
    }

    private LiveWorkspace workspace(String command) throws IOException {
        return new LiveWorkspace(folder, disk)
                .settings("scan: 5s\nlimits: {max_concurrent: 64, reserve_urgent: 0}\n")
                .agent("fast", command + "concurrency: 64\n", "");
    }

    private static void drop(LiveWorkspace live, String name, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Path hidden = live.door("fast").resolve("." + name + i + ".md");
            Files.writeString(hidden, "Do number " + i + ".\n");
        }
        for (int i = 0; i < count; i++) {
            Path door = live.door("fast");
            Files.move(door.resolve("." + name + i + ".md"), door.resolve(name + i + ".md"));
        }
    }

    private static void awaitDone(LiveWorkspace live, int count) {
        live.await(count + " tasks are not done", () -> done(live) >= count ? Boolean.TRUE : null);
    }

    private static long done(LiveWorkspace live) throws IOException {
        try (Stream<Path> dates = Files.list(live.workspace.state(State.DONE))) {
            long all = 0;
            for (Path date : dates.toList()) {
                String[] names = date.toFile().list();
                all += names == null ? 0 : names.length;
            }
            return all;
        }
    }

    /** @return seconds for as many processes as there were tasks, one after the other */
    private static double bareLoop() throws Exception {
        long begin = System.nanoTime();
        new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt " + TASKS + " ]; do /bin/true; i=$((i+1)); done")
                .start()
                .waitFor();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private static double median(List<Long> values) {
        return LongStream.of(values.stream().mapToLong(Long::longValue).sorted().toArray())
                .skip(values.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
